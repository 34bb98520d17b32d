import type { Id, Vnd } from '@cho40/kernel';

export const WHY_NOT_CASHLESS = [
  'no-signal',
  'no-account',
  'no-smartphone',
  'fear-of-tax',
  'prefers-cash',
] as const;
export type WhyNotCashless = (typeof WHY_NOT_CASHLESS)[number];

/** đồng. The smallest note in use; and as much as one card or transfer may move. */
export const RECEIPT_BOUNDS = { min: 1_000, max: 500_000_000 } as const;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
// A phone's clock may run ahead a little; a receipt book is typed in within a month.
const MAX_AHEAD_MS = 5 * MINUTE_MS;
const MAX_PAST_MS = 31 * DAY_MS;

/** Why a receipt is refused as it stands, or null. */
export function receiptProblem(
  { amount, takenAt }: { amount: Vnd; takenAt: Date },
  now: Date,
): 'amountOutOfBounds' | 'takenInFuture' | 'takenTooLongAgo' | null {
  if (amount < RECEIPT_BOUNDS.min || amount > RECEIPT_BOUNDS.max) return 'amountOutOfBounds';
  const agoMs = now.getTime() - takenAt.getTime();
  if (agoMs < -MAX_AHEAD_MS) return 'takenInFuture';
  if (agoMs > MAX_PAST_MS) return 'takenTooLongAgo';
  return null;
}

/** What makes a receipt this one: its id told again with the same is a retry. */
export interface ReceiptContent {
  readonly leaseId: Id;
  readonly amount: Vnd;
  readonly takenAt: Date;
  readonly collectorId: Id;
  readonly whyNotCashless: WhyNotCashless | null;
}

export function isSameReceipt(told: ReceiptContent, stands: ReceiptContent): boolean {
  return (
    told.leaseId === stands.leaseId &&
    told.amount === stands.amount &&
    told.takenAt.getTime() === stands.takenAt.getTime() &&
    told.collectorId === stands.collectorId &&
    told.whyNotCashless === stands.whyNotCashless
  );
}

/** `PT-2026-000123`: numbers run per board and year, the year being that of the receipt. */
export function receiptNumber(year: number, serial: number): string {
  return `PT-${year}-${String(serial).padStart(6, '0')}`;
}
