import {
  daysBetween,
  firstDayOf,
  lastDayOf,
  roundToVnd,
  type BusinessDate,
  type Id,
  type Month,
  type Vnd,
} from '@cho40/kernel';

/** What one month of a lease is charged by; a `m2-month` price is per square metre. */
export type TariffUnit = 'm2-month' | 'point-month';

export interface PricedTariff {
  readonly tariffId: Id;
  readonly feeType: string;
  readonly unit: TariffUnit;
  readonly price: Vnd;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}

export interface ChargedLease {
  readonly areaM2: number;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}

/** One line of a bill: so many units at a price, for the days of service it names. */
export interface Charge {
  readonly feeType: string;
  readonly tariffId: Id;
  readonly quantity: number;
  readonly unit: TariffUnit;
  readonly unitPrice: Vnd;
  readonly serviceFrom: BusinessDate;
  readonly serviceTo: BusinessDate;
  readonly amount: Vnd;
}

/**
 * What a lease owes for a month under the market's approved tariffs. Where the lease or the tariff
 * covers a part of the month only, the line costs these days' share of it, rounded to đồng half up.
 */
export function chargesOf(
  tariffs: readonly PricedTariff[],
  lease: ChargedLease,
  period: Month,
): Charge[] {
  const first = firstDayOf(period);
  const last = lastDayOf(period);
  const days = daysBetween(first, last) + 1;
  return tariffs.flatMap((tariff) => {
    const serviceFrom = latest(first, lease.validFrom, tariff.validFrom);
    const serviceTo = earliest(last, lease.validTo, tariff.validTo);
    if (serviceFrom > serviceTo) return [];
    const { tariffId, feeType, unit, price: unitPrice } = tariff;
    const quantity = unit === 'm2-month' ? lease.areaM2 : 1;
    const share = (daysBetween(serviceFrom, serviceTo) + 1) / days;
    const amount = roundToVnd(unitPrice * quantity * share);
    // A sliver of a month may round to nothing; a line of 0 đ is no charge.
    if (amount === 0) return [];
    return [{ feeType, tariffId, quantity, unit, unitPrice, serviceFrom, serviceTo, amount }];
  });
}

const latest = (...days: BusinessDate[]) =>
  days.reduce((one, other) => (one > other ? one : other));

function earliest(last: BusinessDate, ...ends: (BusinessDate | null)[]): BusinessDate {
  return ends.reduce<BusinessDate>((day, end) => (end !== null && end < day ? end : day), last);
}
