import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { account, type Account, type NewTransfer } from '@cho40/ledger';
import { directionOf, type RecordClass } from '../domain/record-class';

/** A record that is given its class by a decision. */
export interface ClassedRecord {
  readonly boardId: Id;
  readonly amount: Vnd;
  /** The business date it counts for. */
  readonly on: BusinessDate;
  readonly as: RecordClass;
  readonly decisionId: Id;
}

/**
 * The record's money on its way from where it waited to what it is: `unmatched` → `other/loan`,
 * `outgoing/supplier` ← `outgoing/unclassified`. Banked cash leaves the safe.
 */
export function classTransfer(classed: ClassedRecord): NewTransfer {
  const { boardId, amount, on, as } = classed;
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
  if (directionOf(as) === 'in') return { debit: account.unmatched(), credit: placeOf(as) };
  return { debit: account.outgoing(as), credit: account.outgoingUnclassified() };
}

function placeOf(as: RecordClass): Account {
  if (as === 'cash-deposit') return account.safe();
  if (as === 'wallet-batch') return account.walletBatch();
  // What is given or taken back waits where the record that leaves meets it.
  if (as === 'given-back') return account.refund();
  return as === 'taken-back' ? account.outgoing('reversed') : account.other(as);
}
