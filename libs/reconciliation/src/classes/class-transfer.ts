import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { account, type Account, type NewTransfer } from '@cho40/ledger';
import { directionOf, type RecordClass } from '../domain/record-class';

/** A record that is given its class by a decision. */
export interface ClassedRecord {
  readonly boardId: Id;
  readonly amount: Vnd;
  readonly bookedOn: BusinessDate;
  readonly as: RecordClass;
  readonly decisionId: Id;
}

/**
 * The record's money on its way from where it waited to what it is: `unmatched` → `other/loan`,
 * `outgoing/supplier` ← `outgoing/unclassified`. Banked cash leaves the safe.
 */
export function classTransfer(classed: ClassedRecord): NewTransfer {
  const { boardId, amount, bookedOn: on, as } = classed;
  return {
    boardId,
    key: classKey(classed.decisionId),
    ...sidesOf(as),
    amount,
    on,
    reason: `class ${as}`,
  };
}

export const classKey = (decisionId: Id) => `class:${decisionId}`;

function sidesOf(as: RecordClass): { debit: Account; credit: Account } {
  if (as === 'cash-deposit') return { debit: account.unmatched(), credit: account.safe() };
  return directionOf(as) === 'in'
    ? { debit: account.unmatched(), credit: account.other(as) }
    : { debit: account.outgoing(as), credit: account.outgoingUnclassified() };
}
