import { sumVnd, vnd, type Vnd } from '@cho40/kernel';

/** An account's or a group's two sums; the balance is debits − credits. */
export interface Balance {
  readonly account: string;
  readonly debits: Vnd;
  readonly credits: Vnd;
  readonly balance: Vnd;
}

/** An account through one month; balances are debits − credits. */
export interface Movement {
  readonly account: string;
  readonly opening: Vnd;
  readonly debits: Vnd;
  readonly credits: Vnd;
  readonly closing: Vnd;
}

export interface TrialBalance {
  readonly rows: Balance[];
  readonly debits: Vnd;
  readonly credits: Vnd;
}

const groupOf = ({ account }: Balance) => account.split('/')[0] ?? account;

/**
 * A board's accounts added up by group (`receivable`, `bank`, …), for a board has one receivable
 * for every lease; or, with a group named, the single accounts of that group.
 */
export function trialBalanceOf(
  accounts: readonly Balance[],
  { group }: { group?: string } = {},
): TrialBalance {
  const rows = group ? accounts.filter((one) => groupOf(one) === group) : groupsOf(accounts);
  return {
    rows,
    debits: sumVnd(rows.map((row) => row.debits)),
    credits: sumVnd(rows.map((row) => row.credits)),
  };
}

function groupsOf(accounts: readonly Balance[]): Balance[] {
  const groups = new Map<string, Balance>();
  for (const one of accounts) {
    const name = groupOf(one);
    const sum = groups.get(name);
    groups.set(name, {
      account: name,
      debits: vnd((sum?.debits ?? 0) + one.debits),
      credits: vnd((sum?.credits ?? 0) + one.credits),
      balance: vnd((sum?.balance ?? 0) + one.balance),
    });
  }
  return [...groups.values()];
}

/** The same movements by group of accounts: a board has one receivable for every lease. */
export function groupedMovements(movements: readonly Movement[]): Movement[] {
  const groups = new Map<string, Movement>();
  for (const { account, ...sums } of movements) {
    const name = account.split('/')[0] ?? account;
    const before = groups.get(name);
    groups.set(name, {
      account: name,
      opening: vnd((before?.opening ?? 0) + sums.opening),
      debits: vnd((before?.debits ?? 0) + sums.debits),
      credits: vnd((before?.credits ?? 0) + sums.credits),
      closing: vnd((before?.closing ?? 0) + sums.closing),
    });
  }
  return [...groups.values()];
}
