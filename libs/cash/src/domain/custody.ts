import { invariant, sumVnd, vnd, type Id, type Vnd } from '@cho40/kernel';

/** Where the cash is that one collector took, up to an instant. */
export interface PersonCustody {
  readonly collectorId: Id;
  readonly collectorName: string;
  readonly taken: Vnd;
  /** What left the hand into the safe. */
  readonly handedIn: Vnd;
  readonly inHand: Vnd;
  /** Missing and not paid back; too much and not explained. */
  readonly short: Vnd;
  readonly over: Vnd;
  /** Of a surplus, what the board kept as its own. */
  readonly kept: Vnd;
}

/** What the books say of the safe up to an instant. */
export interface SafeCustody {
  readonly booked: Vnd;
  readonly banked: Vnd;
  /** Left for the bank and not shown by it. */
  readonly onTheWay: Vnd;
  /** Given back to payers, by refunds. */
  readonly refunded: Vnd;
}

/** taken = in hand + safe + on the way + banked + refunded + short − over − kept, at every instant. */
export interface Custody {
  readonly taken: Vnd;
  readonly inHand: Vnd;
  readonly safe: Vnd;
  readonly onTheWay: Vnd;
  readonly banked: Vnd;
  readonly refunded: Vnd;
  readonly short: Vnd;
  readonly over: Vnd;
  readonly kept: Vnd;
  readonly people: readonly PersonCustody[];
}

export function custodyOf(people: readonly PersonCustody[], safe: SafeCustody): Custody {
  const sumOf = (part: Exclude<keyof PersonCustody, 'collectorId' | 'collectorName'>) =>
    sumVnd(people.map((person) => person[part]));
  const custody = {
    taken: sumOf('taken'),
    inHand: sumOf('inHand'),
    safe: vnd(safe.booked - safe.onTheWay),
    onTheWay: safe.onTheWay,
    banked: safe.banked,
    refunded: safe.refunded,
    short: sumOf('short'),
    over: sumOf('over'),
    kept: sumOf('kept'),
    people,
  };
  invariant(unexplained(custody) === 0, 'cash that is nowhere', { missing: unexplained(custody) });
  return custody;
}

/** What of the cash that was taken is in no place: 0 in whole books. */
export function unexplained(custody: Omit<Custody, 'people'>): number {
  const { taken, inHand, safe, onTheWay, banked, refunded, short, over, kept } = custody;
  return taken - (inHand + safe + onTheWay + banked + refunded + short - over - kept);
}
