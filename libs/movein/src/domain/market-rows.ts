import { plainWords } from './cells';
import { wordFor } from './columns';
import type { Known, KnownMarket } from './known';
import { MARKET } from './place-columns';
import type { Problem } from './problem';
import { differing, problemOf, repeated } from './row-keys';
import type { MarketRow } from './tables';
import { unitKey, type NamedUnit, type NamedUnits } from './units';

/** What is wrong with markets between each other and with the books. */
export function marketProblems(rows: readonly MarketRow[], known: Known): Problem[] {
  const problem = problemOf('markets');
  const prefixed = rows.filter(({ codePrefix }) => codePrefix !== null);
  return [
    ...repeated(rows, ({ code }) => code).map(([{ row }, first]) =>
      problem(row, 'code', 'twice', { row: first.row }),
    ),
    ...repeated(prefixed, ({ codePrefix }) => codePrefix ?? '').map(([{ row }, first]) =>
      problem(row, 'codePrefix', 'twice', { row: first.row }),
    ),
    ...rows.flatMap((market) => [
      ...identityProblems(market, known),
      ...unitProblems(market, 'commune', known.communes),
      ...unitProblems(market, 'formerDistrict', known.formerDistricts),
      ...differences(market, known),
    ]),
  ];
}

/** The unit that a cell names, if it names just one. */
export function unitNamed(said: string | null, units: NamedUnits): NamedUnit | null {
  const [unit, another] = said === null ? [] : (units.get(unitKey(said)) ?? []);
  return unit && !another ? unit : null;
}

function identityProblems({ row, code, name, codePrefix }: MarketRow, known: Known): Problem[] {
  const problem = problemOf('markets');
  if (known.takenMarketCodes.has(code)) return [problem(row, 'code', 'otherBoardsMarket')];
  const stands = known.markets.get(code);
  const prefix = stands?.prefix ?? null;
  if (codePrefix !== null && prefix !== null && prefix !== codePrefix)
    return [problem(row, 'codePrefix', 'prefixDiffers', { inBooks: prefix })];
  if (codePrefix !== null && prefix === null && known.refusedPrefixes.has(codePrefix))
    return [problem(row, 'codePrefix', 'prefixRefused')];
  return stands && plainWords(stands.name) !== plainWords(name)
    ? [problem(row, 'name', 'differs', { inBooks: stands.name })]
    : [];
}

function unitProblems(
  market: MarketRow,
  field: 'commune' | 'formerDistrict',
  units: NamedUnits,
): Problem[] {
  const said = market[field];
  if (said === null) return [];
  const found = units.get(unitKey(said)) ?? [];
  const problem = problemOf('markets');
  if (found.length === 0) return [problem(market.row, field, 'unknownUnit')];
  return found.length > 1
    ? [problem(market.row, field, 'severalUnits', { choices: choicesOf(found) })]
    : [];
}

const CHOICES_NAMED = 8;

function choicesOf(found: readonly NamedUnit[]): string {
  const named = found.slice(0, CHOICES_NAMED).map(({ code, name, parentName }) => {
    const place = parentName === null ? name : `${name}, ${parentName}`;
    return code === null ? place : `${code} (${place})`;
  });
  return [...named, ...(found.length > CHOICES_NAMED ? ['…'] : [])].join('; ');
}

/** What a market that stands says otherwise. */
function differences(market: MarketRow, known: Known): Problem[] {
  const stands = known.markets.get(market.code);
  return stands ? differing('markets', market.row, statedOf(market, stands, known)) : [];
}

function statedOf(market: MarketRow, stands: KnownMarket, known: Known) {
  const commune = unitNamed(market.commune, known.communes);
  const district = unitNamed(market.formerDistrict, known.formerDistricts);
  return [
    {
      field: 'commune',
      said: commune?.id ?? null,
      inBooks: stands.communeId,
      shown: stands.communeName,
    },
    {
      field: 'formerDistrict',
      said: district?.id ?? null,
      inBooks: stands.formerDistrictId,
      shown: stands.formerDistrictName,
    },
    { field: 'tariffGroup', said: market.tariffGroup, inBooks: stands.tariffGroup },
    {
      field: 'transferPolicy',
      said: market.transferPolicy,
      inBooks: stands.transferPolicy,
      shown: wordFor(MARKET.transferPolicy, stands.transferPolicy),
    },
  ];
}
