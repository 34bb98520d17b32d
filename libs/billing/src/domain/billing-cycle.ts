import {
  addMonths,
  firstDayOf,
  lastDayOf,
  month,
  monthOf,
  type BusinessDate,
  type Month,
} from '@cho40/kernel';

export const BILLING_CYCLES = ['month', 'quarter', 'year', 'lump-sum'] as const;
export type BillingCycle = (typeof BILLING_CYCLES)[number];

/** Some days, both ends included. */
export interface Span {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** What says when a lease is charged. */
export interface CycledLease {
  readonly billingCycle: BillingCycle;
  readonly validFrom: BusinessDate;
  /** A lump sum has one: its term is what is charged. */
  readonly validTo: BusinessDate | null;
}

const MONTHS: Readonly<Record<Exclude<BillingCycle, 'lump-sum'>, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
};

/**
 * The days that the run of a month charges a lease for; null when another run charges them.
 * Quarters and years are those of the calendar and are charged in their first month in which the
 * lease has a day: who signs in February is charged February and March then, and the second quarter
 * in April. A lump sum is charged once, in the lease's first month.
 */
export function chargedDays(lease: CycledLease, period: Month): Span | null {
  const days = cycleOf(lease, period);
  if (!days) return null;
  const begins = lease.validFrom > days.from ? lease.validFrom : days.from;
  const isOver = begins > days.to || (lease.validTo !== null && lease.validTo < days.from);
  return !isOver && monthOf(begins) === period ? days : null;
}

/** The months whose run charged the cycle before, the first and the last; null: there is none. */
export function monthsOfCycleBefore(
  billingCycle: BillingCycle,
  period: Month,
): readonly [Month, Month] | null {
  if (billingCycle === 'lump-sum') return null;
  const first = firstMonthOf(billingCycle, period);
  return [addMonths(first, -MONTHS[billingCycle]), addMonths(first, -1)];
}

/** Whether a month begins a quarter, a year or just itself; a lump sum has one beginning, its lease's. */
export function isCycleStart(billingCycle: BillingCycle, period: Month): boolean {
  return billingCycle !== 'lump-sum' && firstMonthOf(billingCycle, period) === period;
}

function cycleOf({ billingCycle, validFrom, validTo }: CycledLease, period: Month): Span | null {
  if (billingCycle === 'lump-sum') return validTo && { from: validFrom, to: validTo };
  const first = firstMonthOf(billingCycle, period);
  return {
    from: firstDayOf(first),
    to: lastDayOf(addMonths(first, MONTHS[billingCycle] - 1)),
  };
}

function firstMonthOf(billingCycle: Exclude<BillingCycle, 'lump-sum'>, period: Month): Month {
  const place = Number(period.slice(5)) - 1;
  const first = place - (place % MONTHS[billingCycle]) + 1;
  return month(`${period.slice(0, 4)}-${String(first).padStart(2, '0')}`);
}
