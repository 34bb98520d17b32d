import { personKey, type Known } from './known';
import type { Problem } from './problem';
import { differing, problemOf, repeated } from './row-keys';
import type { VendorRow } from './tables';

/** What is wrong with vendors between each other and with the books; never repeats a number. */
export function vendorProblems(rows: readonly VendorRow[], known: Known): Problem[] {
  const problem = problemOf('vendors');
  const coded = rows.filter(({ code }) => code !== null);
  const phoned = rows.filter(({ phone }) => phone !== null);
  const numbered = rows.filter(({ idNumber }) => idNumber !== null);
  return [
    ...repeated(coded, ({ code }) => code ?? '').map(([{ row }, first]) =>
      problem(row, 'code', 'twice', { row: first.row }),
    ),
    ...repeated(phoned, ({ name, phone }) => personKey(name, phone ?? '')).map(([{ row }, first]) =>
      problem(row, 'phone', 'twice', { row: first.row }),
    ),
    // A person stands once for each kind: as themselves and with their business.
    ...repeated(numbered, ({ kind, idNumber }) => `${kind ?? 'person'} ${idNumber}`).map(
      ([{ row }, first]) => problem(row, 'idNumber', 'twice', { row: first.row }),
    ),
    ...rows.flatMap((vendor) => [
      ...identityProblems(vendor, known),
      ...(vendor.representedAs !== null && vendor.representedBy === null
        ? [problem(vendor.row, 'representedBy', 'representedByNobody')]
        : []),
      ...differences(vendor, known),
    ]),
  ];
}

/** The vendor of the books that a row is, by its code or else by name and phone. */
export function vendorInBooks({ code, name, phone }: VendorRow, known: Known) {
  const byCode = code === null ? undefined : known.vendorsByCode.get(code);
  if (byCode !== undefined || phone === null) return byCode;
  return known.vendorsByPerson.get(personKey(name, phone))?.id;
}

function identityProblems({ row, code, name, phone }: VendorRow, known: Known): Problem[] {
  const problem = problemOf('vendors');
  if (code === null && phone === null) return [problem(row, 'code', 'vendorUnnamed')];
  if (code === null || phone === null || known.vendorsByCode.has(code)) return [];
  const stands = known.vendorsByPerson.get(personKey(name, phone));
  return stands && stands.code !== null
    ? [problem(row, 'code', 'vendorTwoCodes', { code: stands.code })]
    : [];
}

const ANOTHER = 'một số khác';

/** What a vendor that stands says otherwise, and whose citizen's number stands on another. */
function differences(vendor: VendorRow, known: Known): Problem[] {
  const { row, kind, idNumber, taxCode, representedBy, representedAs } = vendor;
  const id = vendorInBooks(vendor, known);
  const print = printOf(idNumber, known);
  const holder = print && known.vendorsByIdNumber.get(`${kind ?? 'person'} ${print}`);
  if (holder && holder !== id) return [problemOf('vendors')(row, 'idNumber', 'idNumberKnown')];
  const stands = id === undefined ? undefined : known.vendors.get(id);
  if (!stands) return [];
  return differing('vendors', row, [
    { field: 'idNumber', said: print, inBooks: stands.idNumberPrint, shown: ANOTHER },
    {
      field: 'taxCode',
      said: printOf(taxCode, known),
      inBooks: stands.taxCodePrint,
      shown: ANOTHER,
    },
    { field: 'representedBy', said: representedBy, inBooks: stands.representedBy },
    { field: 'representedAs', said: representedAs, inBooks: stands.representedAs },
  ]);
}

const printOf = (number: string | null, known: Known) =>
  number === null ? null : (known.prints.get(number) ?? null);
