import type { BusinessDate, Id } from '@cho40/kernel';
import { wordFor } from './columns';
import { differing, keysSeen, problemOf, repeated } from './row-keys';
import { personKey, placeKey, type Known, type KnownLease } from './known';
import { LEASE } from './people-columns';
import type { Problem } from './problem';
import type { LeaseRow, VendorRow } from './tables';
import type { ReadWorkbook } from './workbook';

/** What is wrong with leases between each other, their stalls, vendors and the books. */
export function leaseProblems(
  rows: readonly LeaseRow[],
  book: ReadWorkbook,
  known: Known,
): Problem[] {
  const problem = problemOf('leases');
  const stalls = keysSeen(book, 'stalls', (row) =>
    placeKey(`${row['marketCode']}`, `${row['code']}`),
  );
  const named = namedVendors(book);
  return [
    ...repeated(rows, ({ number }) => number).map(([{ row }, first]) =>
      problem(row, 'number', 'twice', { row: first.row }),
    ),
    ...overlapping(rows, known).map(([{ row }, number]) =>
      problem(row, 'stallCode', 'overlaps', { number }),
    ),
    ...rows.flatMap((lease): Problem[] => {
      const { row, marketCode, stallCode, validFrom, validTo } = lease;
      const place = placeKey(marketCode, stallCode);
      if (!known.stalls.has(place) && !stalls.has(place))
        return [problem(row, 'stallCode', 'unknownStall')];
      if (validTo !== null && validTo < validFrom)
        return [problem(row, 'validTo', 'daysReversed', { from: validFrom })];
      const keys = vendorKeys(lease);
      if (keys.length === 0) return [problem(row, 'vendorCode', 'vendorUnnamed')];
      if (!knownVendor(lease, known) && !keys.some((key) => named.has(key)))
        return [
          problem(row, lease.vendorCode === null ? 'vendorName' : 'vendorCode', 'unknownVendor'),
        ];
      const stands = known.leases.get(lease.number);
      return stands ? differences(lease, stands, known) : [];
    }),
    ...rows.flatMap((lease) => termProblems(lease, named, known)),
  ];
}

/** What is wrong with a lease's terms by themselves, and with whom else it names. */
function termProblems(lease: LeaseRow, named: ReadonlySet<string>, known: Known): Problem[] {
  const { row, award, awardNumber, awardOn, billingCycle, validTo } = lease;
  const problem = problemOf('leases');
  const isNobody = (code: string | null) =>
    code !== null && !known.vendorsByCode.has(code) && !named.has(`code ${code}`);
  return [
    ...(award === null && (awardNumber !== null || awardOn !== null)
      ? [problem(row, 'award', 'awardMissing')]
      : []),
    ...(billingCycle === 'lump-sum' && validTo === null
      ? [problem(row, 'validTo', 'termOpen')]
      : []),
    ...(['operatorCode', 'payerCode'] as const)
      .filter((field) => isNobody(lease[field]))
      .map((field) => problem(row, field, 'unknownVendor')),
  ];
}

/** By what a row names a vendor: the code, or name and phone together. */
export function vendorKeys(row: Pick<LeaseRow, 'vendorCode' | 'vendorName' | 'vendorPhone'>) {
  const { vendorCode: code, vendorName: name, vendorPhone: phone } = row;
  if (code !== null) return [`code ${code}`];
  return name !== null && phone !== null ? [`person ${personKey(name, phone)}`] : [];
}

/** All by which a lease may name the vendor of a row. */
export function vendorKeysOfRow({ code, name, phone }: VendorRow): string[] {
  return [
    ...vendorKeys({ vendorCode: code, vendorName: null, vendorPhone: null }),
    ...vendorKeys({ vendorCode: null, vendorName: name, vendorPhone: phone }),
  ];
}

/** The vendor of the books that a row names. */
export function knownVendor(
  row: Pick<LeaseRow, 'vendorCode' | 'vendorName' | 'vendorPhone'>,
  known: Known,
): Id | undefined {
  const { vendorCode: code, vendorName: name, vendorPhone: phone } = row;
  if (code !== null) return known.vendorsByCode.get(code);
  return name !== null && phone !== null
    ? known.vendorsByPerson.get(personKey(name, phone))?.id
    : undefined;
}

function namedVendors({ seen }: ReadWorkbook): ReadonlySet<string> {
  return new Set(
    seen.vendors.flatMap(({ code, name, phone }) => [
      ...(code ? [`code ${String(code)}`] : []),
      ...(name && phone ? [`person ${personKey(String(name), String(phone))}`] : []),
    ]),
  );
}

function differences(lease: LeaseRow, stands: KnownLease, known: Known): Problem[] {
  const differs = (field: string, inBooks: string) =>
    problemOf('leases')(lease.row, field, 'differs', { inBooks });
  if (placeKey(stands.marketCode, stands.stallCode) !== placeKey(lease.marketCode, lease.stallCode))
    return [differs('stallCode', `${stands.marketCode} ${stands.stallCode}`)];
  if (stands.validFrom !== lease.validFrom) return [differs('validFrom', stands.validFrom)];
  if (stands.validTo !== lease.validTo)
    return [differs('validTo', stands.validTo ?? 'không thời hạn')];
  const vendorId = knownVendor(lease, known);
  if (vendorId !== undefined && vendorId !== stands.vendorId)
    return [differs('vendorCode', ANOTHER)];
  return differing('leases', lease.row, statedTerms(lease, stands, known));
}

const ANOTHER = 'một tiểu thương khác';

function statedTerms(lease: LeaseRow, { terms }: KnownLease, known: Known) {
  const { award, awardNumber, awardOn, signedOn, priceClass, dueDay, graceDays } = lease;
  // Whoever is new in the file is nobody whom the books could name.
  const idOf = (code: string | null) => code && (known.vendorsByCode.get(code) ?? `new ${code}`);
  const shown = wordFor(LEASE.award, terms.award);
  const [operator, payer] = [idOf(lease.operatorCode), idOf(lease.payerCode)];
  return [
    { field: 'award', said: award, inBooks: terms.award, shown },
    { field: 'awardNumber', said: awardNumber, inBooks: terms.awardNumber },
    { field: 'awardOn', said: awardOn, inBooks: terms.awardOn },
    { field: 'signedOn', said: signedOn, inBooks: terms.signedOn },
    { field: 'priceClass', said: priceClass, inBooks: terms.priceClass },
    { field: 'dueDay', said: dueDay, inBooks: terms.dueDay },
    { field: 'graceDays', said: graceDays, inBooks: terms.graceDays },
    { field: 'operatorCode', said: operator, inBooks: terms.operatorId, shown: ANOTHER },
    { field: 'payerCode', said: payer, inBooks: terms.payerId, shown: ANOTHER },
  ];
}

interface Days {
  readonly number: string;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}

const meet = (one: Days, other: Days) =>
  one.number !== other.number &&
  (one.validTo === null || one.validTo >= other.validFrom) &&
  (other.validTo === null || other.validTo >= one.validFrom);

/** Leases that share a day of a stall with one before them in the file, or with one of the books. */
function overlapping(rows: readonly LeaseRow[], known: Known): [LeaseRow, number: string][] {
  const before = new Map<string, LeaseRow[]>();
  return rows.flatMap((lease): [LeaseRow, string][] => {
    const place = placeKey(lease.marketCode, lease.stallCode);
    const others = before.get(place) ?? [];
    before.set(place, [...others, lease]);
    const met = [...others, ...(known.leasesOfStall.get(place) ?? [])].find((one) =>
      meet(lease, one),
    );
    return met ? [[lease, met.number]] : [];
  });
}
