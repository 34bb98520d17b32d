import { ZERO_VND, type Month, type Vnd } from '@cho40/kernel';
import { interval, isFinal, type Interval, type Ratio } from './share';

/** An administrative unit or a market; a row of null is what nobody could say the unit of. */
export interface Unit {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
}

interface OfUnit {
  readonly unitId: string | null;
}
export interface FeeFact extends OfUnit {
  readonly month: Month;
  readonly throughAccount: Vnd;
  readonly fees: Vnd;
}
export interface UnmatchedFact extends OfUnit {
  readonly month: Month;
  readonly amount: Vnd;
}
export interface LeaseFact extends OfUnit {
  readonly mostlyCashless: number;
  readonly paid: number;
}
export interface CollectionFact extends OfUnit {
  readonly received: Vnd;
  readonly billed: Vnd;
}
export interface NotHandedInFact extends OfUnit {
  readonly amount: Vnd;
}
export interface MarketFact extends OfUnit {
  readonly all: number;
  readonly reporting: number;
  readonly areDaysProven: boolean;
}

/** What a month's report is made of, each fact added up per unit, at most one per unit. */
export interface MonthFacts {
  readonly fees: readonly FeeFact[];
  readonly unmatched: readonly UnmatchedFact[];
  readonly leases: readonly LeaseFact[];
  readonly collection: readonly CollectionFact[];
  readonly notHandedIn: readonly NotHandedInFact[];
  readonly markets: readonly MarketFact[];
}

/** One row of the share report: indicators 1, 2, 9 and 10 of a unit and month. */
export interface ShareRow extends Interval {
  readonly code: string | null;
  readonly name: string;
  readonly byValue: Ratio<Vnd>;
  readonly byCount: Ratio;
  readonly unmatchedVnd: Vnd;
  readonly collection: Ratio<Vnd>;
  readonly notHandedInVnd: Vnd;
  readonly final: boolean;
  readonly markets: { readonly reporting: number; readonly all: number };
}

/** One point of a unit's trend; low and high are null in a month without money. */
export interface TrendPoint extends Interval, Ratio<Vnd> {
  readonly month: Month;
}
export interface TrendRow {
  readonly code: string | null;
  readonly name: string;
  readonly points: readonly TrendPoint[];
}

const NOT_KNOWN = 'Chưa rõ';

/** A row for each unit that has a market or money, by code; the row without a unit comes last. */
export function shareRows(facts: MonthFacts, units: readonly Unit[]): ShareRow[] {
  const named = Object.values(facts).flatMap((list: readonly OfUnit[]) => list);
  return inOrder(named, units).map((unit) => shareRow(facts, unit));
}

function shareRow(facts: MonthFacts, { unitId, code, name }: RowUnit): ShareRow {
  const of = <Fact extends OfUnit>(list: readonly Fact[]) =>
    list.find((fact) => fact.unitId === unitId);
  const byValue = valueOf(of(facts.fees));
  const unmatchedVnd = of(facts.unmatched)?.amount ?? ZERO_VND;
  const leases = of(facts.leases);
  const billed = of(facts.collection);
  const markets = of(facts.markets);
  const collection = {
    numerator: billed?.received ?? ZERO_VND,
    denominator: billed?.billed ?? ZERO_VND,
  };
  return {
    code,
    name,
    byValue,
    byCount: { numerator: leases?.mostlyCashless ?? 0, denominator: leases?.paid ?? 0 },
    unmatchedVnd,
    ...interval(byValue, unmatchedVnd),
    collection,
    notHandedInVnd: of(facts.notHandedIn)?.amount ?? ZERO_VND,
    final: isFinal(markets?.areDaysProven ?? false, collection),
    markets: { reporting: markets?.reporting ?? 0, all: markets?.all ?? 0 },
  };
}

/** The share of each unit, month by month; every row has a point for every month. */
export function trendRows(
  months: readonly Month[],
  facts: Pick<MonthFacts, 'fees' | 'unmatched'>,
  units: readonly Unit[],
): TrendRow[] {
  const fees = new Map(facts.fees.map((fact) => [keyOf(fact), fact]));
  const unmatched = new Map(facts.unmatched.map((fact) => [keyOf(fact), fact]));
  return inOrder([...facts.fees, ...facts.unmatched], units).map(({ unitId, code, name }) => ({
    code,
    name,
    points: months.map((month) => {
      const key = keyOf({ month, unitId });
      const byValue = valueOf(fees.get(key));
      return { month, ...byValue, ...interval(byValue, unmatched.get(key)?.amount ?? ZERO_VND) };
    }),
  }));
}

const keyOf = (fact: { month: Month; unitId: string | null }) => `${fact.month} ${fact.unitId}`;

function valueOf(fact: FeeFact | undefined): Ratio<Vnd> {
  return {
    numerator: fact?.throughAccount ?? ZERO_VND,
    denominator: fact?.fees ?? ZERO_VND,
  };
}

interface RowUnit {
  readonly unitId: string | null;
  readonly code: string | null;
  readonly name: string;
}

function inOrder(facts: readonly OfUnit[], units: readonly Unit[]): RowUnit[] {
  const present = new Set(facts.map((fact) => fact.unitId));
  const rows: RowUnit[] = units
    .filter((unit) => present.has(unit.unitId))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
  return present.has(null) ? [...rows, { unitId: null, code: null, name: NOT_KNOWN }] : rows;
}
