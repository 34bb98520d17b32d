import { businessDateOf, daysBetween, vnd, type Id, type Vnd } from '@cho40/kernel';

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
// A phone's clock may run ahead a little; a receipt book is typed in within a month.
const MAX_AHEAD_MS = 5 * MINUTE_MS;
const MAX_PAST_DAYS = 31;
const DAY_MS = 24 * 60 * MINUTE_MS;
// Money taken within this time still lies on the table: it can be handed back.
const ON_THE_TABLE_MS = 15 * MINUTE_MS;

/** The phone that showed a receipt, with the phone's own number of it. */
export interface DeviceNumber {
  readonly id: Id;
  readonly number: number;
}
/** The sheet of a paper book that a receipt was written on first. */
export interface PaperSheet {
  readonly book: string;
  readonly serial: number;
}
/** What of a receipt speaks for or against taking it. */
export interface ToldReceipt {
  readonly amount: Vnd;
  readonly takenAt: Date;
  readonly device?: DeviceNumber;
  readonly paper?: PaperSheet;
}

/** Why a receipt is refused as it stands, or null. */
export function receiptProblem(
  { amount, takenAt, paper }: ToldReceipt,
  now: Date,
): 'amountOutOfBounds' | 'takenInFuture' | 'takenTooLongAgo' | null {
  if (amount < RECEIPT_BOUNDS.min || amount > RECEIPT_BOUNDS.max) return 'amountOutOfBounds';
  const agoMs = now.getTime() - takenAt.getTime();
  if (agoMs < -MAX_AHEAD_MS) return 'takenInFuture';
  // A sheet of paper says the day alone.
  const agoDays = paper
    ? daysBetween(businessDateOf(takenAt), businessDateOf(now))
    : agoMs / DAY_MS;
  return agoDays > MAX_PAST_DAYS ? 'takenTooLongAgo' : null;
}

/**
 * The first receipt that puts more into a collector's hands than the board lets them hold, or null.
 * Only money on the table can be refused: what was taken out in the market is a fact.
 */
export function aboveCeiling<Receipt extends ToldReceipt>(
  receipts: readonly Receipt[],
  { inHand, ceiling, now }: { inHand: Vnd; ceiling: Vnd; now: Date },
): { receipt: Receipt; inHand: Vnd } | null {
  let held = inHand;
  for (const receipt of receipts) {
    const isOnTheTable =
      !receipt.paper && now.getTime() - receipt.takenAt.getTime() <= ON_THE_TABLE_MS;
    if (isOnTheTable && held + receipt.amount > ceiling) return { receipt, inHand: held };
    held = vnd(held + receipt.amount);
  }
  return null;
}

/** What makes a receipt this one: its id told again with the same is a retry. */
export interface ReceiptContent {
  readonly leaseId: Id;
  readonly amount: Vnd;
  readonly takenAt: Date;
  readonly collectorId: Id;
  readonly whyNotCashless: WhyNotCashless | null;
  readonly device: DeviceNumber | null;
  readonly paper: PaperSheet | null;
}

export function isSameReceipt(told: ReceiptContent, stands: ReceiptContent): boolean {
  return (
    told.leaseId === stands.leaseId &&
    told.amount === stands.amount &&
    told.takenAt.getTime() === stands.takenAt.getTime() &&
    told.collectorId === stands.collectorId &&
    told.whyNotCashless === stands.whyNotCashless &&
    told.device?.id === stands.device?.id &&
    told.device?.number === stands.device?.number &&
    told.paper?.book === stands.paper?.book &&
    told.paper?.serial === stands.paper?.serial
  );
}

/** `PT-2026-000123`: numbers run per board and year, the year being that of the receipt. */
export function receiptNumber(year: number, serial: number): string {
  return `PT-${year}-${String(serial).padStart(6, '0')}`;
}
