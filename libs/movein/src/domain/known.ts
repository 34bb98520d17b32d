import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { plainWords } from './cells';

export interface KnownMarket {
  readonly id: Id;
  readonly name: string;
  /** The letters before its payment codes, if it took any. */
  readonly prefix: string | null;
}
export interface KnownStall {
  readonly id: Id;
  readonly areaM2: number;
}
export interface KnownLease {
  readonly id: Id;
  readonly number: string;
  readonly marketCode: string;
  readonly stallCode: string;
  readonly vendorId: Id;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}

/** What of a workbook stands in the books already, by the keys that people know it by. */
export interface Known {
  readonly markets: ReadonlyMap<string, KnownMarket>;
  /** Market codes of other boards. */
  readonly takenMarketCodes: ReadonlySet<string>;
  /** Of the file's prefixes those that cannot be taken: too like another market's. */
  readonly refusedPrefixes: ReadonlySet<string>;
  /** By `placeKey(market, zone)`; the code of a zone is its path. */
  readonly zones: ReadonlyMap<string, Id>;
  /** By `placeKey(market, stall)`. */
  readonly stalls: ReadonlyMap<string, KnownStall>;
  readonly vendorsByCode: ReadonlyMap<string, Id>;
  /** By `personKey(name, phone)`, with the code they came under, if any. */
  readonly vendorsByPerson: ReadonlyMap<string, { readonly id: Id; readonly code: string | null }>;
  /** By number. */
  readonly leases: ReadonlyMap<string, KnownLease>;
  /** By `placeKey(market, stall)`. */
  readonly leasesOfStall: ReadonlyMap<string, readonly KnownLease[]>;
  /** By `debtKey(lease number, fee type, month)`. */
  readonly debts: ReadonlyMap<string, Vnd>;
  /** Leases and months that have a bill of opening debts: `lease number, month`. */
  readonly debtMonths: ReadonlySet<string>;
  /** By name in plain words: `tien dien` → `electricity`. */
  readonly fees: ReadonlyMap<string, { readonly feeType: string; readonly name: string }>;
}

export const placeKey = (marketCode: string, code: string) => `${marketCode} ${code}`;
export const personKey = (name: string, phone: string) => `${plainWords(name)} ${phone}`;
export const debtKey = (leaseNumber: string, feeType: string, month: string) =>
  `${leaseNumber} ${feeType} ${month}`;
