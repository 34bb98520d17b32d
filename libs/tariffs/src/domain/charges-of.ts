import {
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsBetween,
  type BusinessDate,
} from '@cho40/kernel';
import { chargesOfParts, type Part } from './charge';
import { spansBetween } from './days';
import { fits, priceOn } from './price-on';
import { LEASE_UNITS, type Charge, type Days, type PricedPlace, type PricedTariff } from './tariff';

export interface ChargedLease {
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  /** Days that cost nothing, such as those of a suspension. */
  readonly suspended?: readonly Days[];
}

/**
 * What a lease owes for some days (a month, a quarter, a whole term) under the market's approved
 * tariffs: by fee type in the order in which they are given, by calendar month within each. Where
 * lease or price cover a part of a month, the line costs these days' share of it; another price
 * begins another line on its first day and moves nothing before it.
 * @throws tariffs.priceAmbiguous
 */
export function chargesOf(
  tariffs: readonly PricedTariff[],
  place: PricedPlace,
  lease: ChargedLease,
  span: Days,
): Charge[] {
  const from = latest(span.from, lease.validFrom);
  const to = earliest(span.to, lease.validTo);
  if (from > to) return [];
  const fitting = tariffs.filter((tariff) => isForLease(tariff) && fits(tariff, place));
  const months = monthsBetween(monthOf(from), monthOf(to)).map((month) => {
    const [first, last] = [firstDayOf(month), lastDayOf(month)];
    const length = daysBetween(first, last) + 1;
    return { from: latest(from, first), to: earliest(last, to), length };
  });
  return [...byFeeType(fitting).values()].flatMap((prices) =>
    months.flatMap((days) => chargesOfParts(partsOf(prices, place, lease.suspended ?? [], days))),
  );
}

/** Some days of one month. */
interface MonthDays extends Days {
  /** The whole month's days. */
  readonly length: number;
}

const isForLease = ({ unit }: PricedTariff) => LEASE_UNITS.some((one) => one === unit);

/** The days of one month, cut wherever another price begins or a suspension does. */
function partsOf(
  prices: readonly PricedTariff[],
  place: PricedPlace,
  suspended: readonly Days[],
  days: MonthDays,
): Part[] {
  const free = suspended.map(({ from, to }) => ({ validFrom: from, validTo: to }));
  const spans = spansBetween(days, [...prices, ...free]);
  const parts = spans.flatMap((span) => {
    if (suspended.some(({ from, to }) => from <= span.from && span.from <= to)) return [];
    const [tariff] = priceOn(prices, span.from);
    if (!tariff) return [];
    const quantity = tariff.unit === 'm2-month' ? place.areaM2 : 1;
    const share = (daysBetween(span.from, span.to) + 1) / days.length;
    return [{ tariff, days: span, quantity, exact: tariff.price * quantity * share }];
  });
  return joined(parts);
}

/** Neighbours of one price are one part: another price that stands on these days did not win. */
function joined(parts: readonly Part[]): Part[] {
  return parts.reduce<Part[]>((sofar, part) => {
    const before = sofar.at(-1);
    const follows =
      before?.tariff === part.tariff && daysBetween(before.days.to, part.days.from) === 1;
    if (!before || !follows) return [...sofar, part];
    const days = { from: before.days.from, to: part.days.to };
    return [...sofar.slice(0, -1), { ...before, days, exact: before.exact + part.exact }];
  }, []);
}

function byFeeType(tariffs: readonly PricedTariff[]): Map<string, PricedTariff[]> {
  const groups = new Map<string, PricedTariff[]>();
  for (const tariff of tariffs)
    groups.set(tariff.feeType, [...(groups.get(tariff.feeType) ?? []), tariff]);
  return groups;
}

const latest = (one: BusinessDate, other: BusinessDate) => (one > other ? one : other);
const earliest = (one: BusinessDate, other: BusinessDate | null) =>
  other !== null && other < one ? other : one;
