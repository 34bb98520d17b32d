import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { plainWords } from './cells';
import type { NamedUnits } from './units';

export interface KnownMarket {
  readonly id: Id;
  readonly name: string;
  /** The letters before its payment codes, if it took any. */
  readonly prefix: string | null;
  /** Where it lies today. */
  readonly communeId: string | null;
  readonly communeName: string | null;
  readonly formerDistrictId: string | null;
  readonly formerDistrictName: string | null;
  readonly tariffGroup: string | null;
  readonly transferPolicy: string;
}
export interface KnownVendor {
  readonly id: Id;
  /** What the books keep of these numbers: keyed hashes of them whole, in hex. */
  readonly idNumberPrint: string | null;
  readonly taxCodePrint: string | null;
  readonly representedBy: string | null;
  readonly representedAs: string | null;
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
  readonly terms: KnownTerms;
}
/** Terms of a lease that a row may give, as the books have them; null: not written. */
export interface KnownTerms {
  readonly award: string | null;
  readonly awardNumber: string | null;
  readonly awardOn: BusinessDate | null;
  readonly signedOn: BusinessDate | null;
  readonly priceClass: string | null;
  readonly dueDay: number | null;
  readonly graceDays: number | null;
  readonly operatorId: Id | null;
  readonly payerId: Id | null;
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
  readonly communes: NamedUnits;
  readonly formerDistricts: NamedUnits;
  readonly vendors: ReadonlyMap<Id, KnownVendor>;
  readonly vendorsByCode: ReadonlyMap<string, Id>;
  /** By `personKey(name, phone)`, with the code they came under, if any. */
  readonly vendorsByPerson: ReadonlyMap<string, { readonly id: Id; readonly code: string | null }>;
  /** Vendors by `${kind} ${print}` of their citizen's number. */
  readonly vendorsByIdNumber: ReadonlyMap<string, Id>;
  /** The keyed hash of a citizen's number or tax code of the file. */
  readonly prints: ReadonlyMap<string, string>;
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
