import type { BusinessDate, Vnd } from '@cho40/kernel';

/** What became of money that came in, by name; several may hold at once. */
export const OUTCOMES = [
  'exact', // what was asked for, no more and no less
  'part', // less than what is owed: the rest stays owed
  'over', // more than anything owed: the rest is credit for the next bill
  'double', // its bill was paid before: older bills, then credit
  'late', // after the bill's days of grace
  'closedBill', // its bill was taken back: credit of the lease
  'endedLease', // the lease had ended by then
  'anotherMarket', // a part pays a bill of another market of the board
  'anotherBoard', // another board's code: nobody's money here, a person sends it back
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The bill that a payment's code names. */
export interface NamedBill {
  readonly isVoid: boolean;
  /** What is still owed of it now. */
  readonly due: Vnd;
  /** What this payment gave to it. */
  readonly given: Vnd;
}

/** What is known of a payment when its outcome is named. */
export interface PaymentOutcomeFacts {
  readonly bookedOn: BusinessDate;
  /** What no bill needed, given back or not. */
  readonly rest: Vnd;
  readonly named: NamedBill | null;
  /** What the lease owes now. */
  readonly leaseOwes: Vnd;
  /** The last day of grace of the oldest bill it paid; null: it paid none. */
  readonly graceUntil: BusinessDate | null;
  readonly leaseEndedOn: BusinessDate | null;
  readonly paysAnotherMarket: boolean;
}

/** Every name that holds; a payment that fits its bill has the one name `exact`, perhaps late. */
export function outcomesOf(facts: PaymentOutcomeFacts): Outcome[] {
  const { bookedOn, graceUntil, leaseEndedOn, paysAnotherMarket } = facts;
  const beside: Outcome[] = [];
  if (graceUntil !== null && bookedOn > graceUntil) beside.push('late');
  if (leaseEndedOn !== null && bookedOn > leaseEndedOn) beside.push('endedLease');
  if (paysAnotherMarket) beside.push('anotherMarket');
  return [sizeOf(facts), ...beside];
}

function sizeOf({ named, rest, leaseOwes }: PaymentOutcomeFacts): Outcome {
  if (named?.isVoid) return 'closedBill';
  if (named && named.given === 0 && named.due === 0) return 'double';
  if (rest > 0) return 'over';
  const owed = named ? named.due : leaseOwes;
  return owed > 0 ? 'part' : 'exact';
}
