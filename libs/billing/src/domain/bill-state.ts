import { addDays, type BusinessDate, type Vnd } from '@cho40/kernel';

export const BILL_STATES = ['open', 'paid', 'overdue'] as const;
export type BillState = (typeof BILL_STATES)[number];

/** How a bill stands on a day. It is overdue when the grace after its due day is over. */
export function billStateOf(
  bill: { total: Vnd; paid: Vnd; dueOn: BusinessDate },
  graceDays: number,
  today: BusinessDate,
): BillState {
  if (bill.paid >= bill.total) return 'paid';
  return today > addDays(bill.dueOn, graceDays) ? 'overdue' : 'open';
}
