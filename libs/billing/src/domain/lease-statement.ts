import { vnd, ZERO_VND, type BusinessDate, type Month, type Vnd } from '@cho40/kernel';

/** What a posting on a lease's receivable account is, for people. */
export type EntryKind = 'billed' | 'paid' | 'relieved' | 'other';

/** A posting on the receivable: positive raises the debt. `against` is the other account. */
export interface Posting {
  readonly on: BusinessDate;
  readonly against: string;
  readonly amount: Vnd;
  readonly isUndo: boolean;
  readonly code: string | null;
  readonly period: Month | null;
  readonly reason: string;
}

export interface StatementEntry {
  readonly on: BusinessDate;
  readonly kind: EntryKind;
  readonly isUndo: boolean;
  readonly code: string | null;
  readonly period: Month | null;
  readonly reason: string;
  readonly debit: Vnd;
  readonly credit: Vnd;
  readonly balance: Vnd;
}

export interface LeaseStatement {
  readonly billed: Vnd;
  readonly paid: Vnd;
  readonly relieved: Vnd;
  readonly other: Vnd;
  /** Owed when positive, to the payer's good when negative. */
  readonly balance: Vnd;
  readonly entries: readonly StatementEntry[];
}

// The accounts of design/money.md that stand against a receivable; another receivable is a part of a
// payment that was given to a bill of another lease. A deposit is demanded by a debit
// (security stands in credit) and set off by a credit: the one is billed, the other paid.
const KINDS: readonly [RegExp, EntryKind][] = [
  [/^(revenue|pass-through|tax|opening)(\/|$)/, 'billed'],
  [/^(relief|write-off)(\/|$)/, 'relieved'],
  [/^(cash|unmatched|bank|receivable)(\/|$)/, 'paid'],
];

function kindOf({ against, amount, isUndo }: Posting): EntryKind {
  const known = KINDS.find(([accounts]) => accounts.test(against));
  if (known) return known[1];
  if (!against.startsWith('security/')) return 'other';
  const raises = isUndo ? amount < 0 : amount > 0;
  return raises ? 'billed' : 'paid';
}

/** Postings in the order of their days → entries with the balance after each, and the sums. */
export function leaseStatement(postings: readonly Posting[]): LeaseStatement {
  const sums: Record<EntryKind, Vnd> = {
    billed: ZERO_VND,
    paid: ZERO_VND,
    relieved: ZERO_VND,
    other: ZERO_VND,
  };
  let balance = ZERO_VND;
  const entries = postings.map((posting): StatementEntry => {
    const { on, isUndo, code, period, reason, amount } = posting;
    const kind = kindOf(posting);
    // Each sum counts its own way: what was billed raises the debt, what was paid lowers it.
    const isLess = kind === 'paid' || kind === 'relieved';
    sums[kind] = vnd(isLess ? sums[kind] - amount : sums[kind] + amount);
    balance = vnd(balance + amount);
    const [debit, credit] = amount > 0 ? [amount, ZERO_VND] : [ZERO_VND, vnd(0 - amount)];
    return { on, kind, isUndo, code, period, reason, debit, credit, balance };
  });
  return { ...sums, balance, entries };
}
