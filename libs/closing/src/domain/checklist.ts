import {
  addMonths,
  lastDayOf,
  type BusinessDate,
  type Facts,
  type Month,
  type Vnd,
} from '@cho40/kernel';

/** What is looked at before a month is closed. */
export interface MonthFacts {
  readonly month: Month;
  readonly today: BusinessDate;
  /** The first month anything was booked in; null while nothing ever was. */
  readonly firstBooked: Month | null;
  readonly lastClosed: Month | null;
  /** Whether an invariant of the board is broken. */
  readonly isBroken: boolean;
  /** Days of the month that no statement proves, by account. */
  readonly unproven: readonly { account: string; days: number; firstOn: BusinessDate }[];
  /** Codes of markets that have no bill of the month. */
  readonly unbilledMarkets: readonly string[];
  readonly unmatched: { count: number; amount: Vnd; oldestOn: BusinessDate | null };
  /** Outgoing money that nobody classified, at the month's end. */
  readonly unclassified: Vnd;
  /** What each collector still held at the month's end. */
  readonly inHand: readonly { name: string; amount: Vnd }[];
  /** What was missing when counted and is not paid back, by collector. */
  readonly short: readonly { name: string; amount: Vnd }[];
  /** Cash that left the safe for the bank and was not shown by it. */
  readonly onTheWay: Vnd;
}

/** Forbids closing, or is accepted by whoever closes, who says why. */
export type Weight = 'blocks' | 'remark';

type BlockCode = 'monthNotOver' | 'earlierMonthOpen' | 'checksBroken';
type RemarkCode =
  | 'daysUnproven'
  | 'marketsUnbilled'
  | 'moneyUnmatched'
  | 'outgoingUnclassified'
  | 'cashInHand'
  | 'cashShort'
  | 'cashOnTheWay';

export interface ChecklistItem {
  /** Also the code of the refusal that a block is. */
  readonly code: BlockCode | RemarkCode;
  readonly weight: Weight;
  readonly facts: Facts;
}

/** What stands open, what blocks first. An empty list: the month closes without a word. */
export function checklistOf(month: MonthFacts): ChecklistItem[] {
  return [...blocks(month), ...remarks(month)];
}

function blocks(facts: MonthFacts): ChecklistItem[] {
  const { month, today, isBroken } = facts;
  const next = nextToClose(facts);
  const found: ChecklistItem[] = [];
  const block = (code: BlockCode, why: Facts) => found.push({ code, weight: 'blocks', facts: why });
  if (today <= lastDayOf(month)) block('monthNotOver', { lastDay: lastDayOf(month) });
  if (next !== null && next < month) block('earlierMonthOpen', { month: next });
  if (isBroken) block('checksBroken', {});
  return found;
}

function remarks(facts: MonthFacts): ChecklistItem[] {
  const { unproven, unbilledMarkets, unmatched, unclassified, inHand, short, onTheWay } = facts;
  const found: ChecklistItem[] = [];
  const remark = (code: RemarkCode, why: Facts) =>
    found.push({ code, weight: 'remark', facts: why });
  for (const { account, days, firstOn } of unproven)
    remark('daysUnproven', { account, days, firstOn });
  if (unbilledMarkets.length > 0) remark('marketsUnbilled', { codes: unbilledMarkets.join(', ') });
  const { count, amount, oldestOn } = unmatched;
  if (count > 0) remark('moneyUnmatched', { count, amount, oldestOn });
  if (unclassified !== 0) remark('outgoingUnclassified', { amount: unclassified });
  for (const held of inHand) remark('cashInHand', { ...held });
  for (const missing of short) remark('cashShort', { ...missing });
  if (onTheWay > 0) remark('cashOnTheWay', { amount: onTheWay });
  return found;
}

/** The month to close next; null while nothing was ever booked. */
export function nextToClose({
  firstBooked,
  lastClosed,
}: Pick<MonthFacts, 'firstBooked' | 'lastClosed'>): Month | null {
  return lastClosed === null ? firstBooked : addMonths(lastClosed, 1);
}

/** Whether a month can be closed with what was acknowledged, or the first thing against it. */
export function closingProblem(
  items: readonly ChecklistItem[],
  { acknowledged, note }: { acknowledged: readonly string[]; note: string },
): { code: ChecklistItem['code'] | 'remarksOpen' | 'noteMissing'; facts: Facts } | null {
  const blocking = items.find((item) => item.weight === 'blocks');
  if (blocking) return blocking;
  const unread = items.find((item) => !acknowledged.includes(item.code));
  if (unread) return { code: 'remarksOpen', facts: {} };
  if (items.length > 0 && note.trim() === '') return { code: 'noteMissing', facts: {} };
  return null;
}
