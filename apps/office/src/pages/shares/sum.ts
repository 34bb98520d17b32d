import type { ShareRow } from './use-report';

type Ratio = ShareRow['byValue'];

const add = (a: Ratio, b: Ratio): Ratio => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
});

/** Numerators, denominators and what is not known, added; a share is never averaged. */
function plus(a: ShareRow, b: ShareRow): ShareRow {
  return {
    ...a,
    code: null,
    byValue: add(a.byValue, b.byValue),
    byCount: add(a.byCount, b.byCount),
    collection: add(a.collection, b.collection),
    unmatchedVnd: a.unmatchedVnd + b.unmatchedVnd,
    notHandedInVnd: a.notHandedInVnd + b.notHandedInVnd,
    final: a.final && b.final,
    markets: {
      reporting: a.markets.reporting + b.markets.reporting,
      all: a.markets.all + b.markets.all,
    },
  };
}

/** The interval that unmatched money leaves: against the share, and for it. */
function withInterval(row: ShareRow): ShareRow {
  const all = row.byValue.denominator + row.unmatchedVnd;
  if (all === 0) return { ...row, low: null, high: null };
  const { numerator } = row.byValue;
  return { ...row, low: numerator / all, high: (numerator + row.unmatchedVnd) / all };
}

/** Several rows as one: before July 2025 a province was two. */
export function sumOf(rows: readonly ShareRow[]): ShareRow | undefined {
  const [first, ...others] = rows;
  if (!first) return undefined;
  return others.length === 0 ? first : withInterval(others.reduce(plus, first));
}
