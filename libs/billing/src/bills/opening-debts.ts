import { firstDayOf, lastDayOf, ZERO_VND, type Id, type Month, type Vnd } from '@cho40/kernel';
import { dueOnOf } from '../domain/due-date';
import type { BilledLease } from '../leases/billed-leases.queries';
import type { BillDraft } from './new-bills.service';

/** What a lease owed for a month in the books before these. */
export interface OpeningDebt {
  readonly leaseId: Id;
  /** The month it was owed for: its age. */
  readonly period: Month;
  /** One of the board's; the use of the selling space without it. */
  readonly feeType?: string;
  readonly amount: Vnd;
}

/**
 * The bills of opening debts, one for each lease and month, in the order given. They were due on the
 * due day of their month, whenever they are moved in.
 */
export function openingDrafts(
  debts: readonly OpeningDebt[],
  leases: ReadonlyMap<Id, BilledLease>,
  reason: string,
): BillDraft[] {
  const byBill = new Map<string, OpeningDebt[]>();
  for (const debt of debts) {
    const key = `${debt.leaseId} ${debt.period}`;
    const ofBill = byBill.get(key);
    if (ofBill) ofBill.push(debt);
    else byBill.set(key, [debt]);
  }
  return [...byBill.values()].flatMap((ofBill): BillDraft[] => {
    const [first] = ofBill;
    const lease = first && leases.get(first.leaseId);
    if (!lease) return [];
    const { leaseId, period } = first;
    const { marketId, marketCode: code, dueDay, graceDays } = lease;
    const days = { serviceFrom: firstDayOf(period), serviceTo: lastDayOf(period) };
    return [
      {
        leaseId,
        kind: 'opening',
        period,
        runId: null,
        reason,
        graceDays,
        market: { marketId, code },
        dueOn: dueOnOf(period, firstDayOf(period), dueDay),
        lines: ofBill.map(({ feeType = 'space', amount }) =>
          lineWithoutPrice({ feeType, amount, unit: 'opening', ...days }),
        ),
      },
    ];
  });
}

/** A line that no tariff prices: an opening debt, a deposit. */
export const lineWithoutPrice = (
  line: Pick<BillDraft['lines'][number], 'feeType' | 'amount' | 'serviceFrom' | 'serviceTo'> & {
    unit: 'opening' | 'deposit';
  },
) => ({
  ...line,
  tariffId: null,
  quantity: 1,
  unitPrice: line.amount,
  reliefAmount: ZERO_VND,
  taxPercent: null,
  taxAmount: ZERO_VND,
  isPassThrough: false,
  readingId: null,
  reliefs: [],
});
