import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import type { Account } from './account';

/** One amount moved from one account to another: it cannot be unbalanced. */
export interface NewTransfer {
  readonly boardId: Id;
  /** Says the fact it posts, `bill:<id>:<line>`: posting a fact twice is posting it once. */
  readonly key: string;
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Vnd;
  /** The business date it counts for. */
  readonly on: BusinessDate;
  readonly reason: string;
}

/** What was posted before under a key. */
export type Posted = Pick<NewTransfer, 'key' | 'debit' | 'credit' | 'amount'>;

const isSameFact = (one: Posted, other: Posted) =>
  one.debit === other.debit && one.credit === other.credit && one.amount === other.amount;

/** The keys under which something else stands than what was to be posted, or nothing at all. */
export function contradictions(wanted: readonly Posted[], posted: readonly Posted[]): string[] {
  const byKey = new Map(posted.map((row) => [row.key, row]));
  return wanted
    .filter((row) => {
      const stands = byKey.get(row.key);
      return !stands || !isSameFact(row, stands);
    })
    .map((row) => row.key);
}
