/** A ledger path's first segments and the account of a board's chart they stand for. */
export interface JournalAccount {
  readonly path: string;
  readonly number: string;
}

/**
 * The usual numbers: those of circulars 200/2014 and 133/2016/TT-BTC, which boards run as service
 * units or co-operatives keep; a board changes what its software has otherwise.
 */
export const USUAL_ACCOUNTS: readonly JournalAccount[] = [
  { path: 'bank', number: '112' },
  { path: 'cash/safe', number: '111' },
  // With the collector, not yet in the safe: a receivable from a person of the board.
  { path: 'cash/collector', number: '1388' },
  { path: 'receivable', number: '131' },
  { path: 'revenue', number: '511' },
  { path: 'pass-through', number: '3388' },
  { path: 'tax', number: '3331' },
  { path: 'prepaid', number: '3387' },
  { path: 'security', number: '344' },
  { path: 'unmatched', number: '3388' },
  { path: 'relief', number: '521' },
  { path: 'write-off', number: '642' },
  { path: 'shortage', number: '1381' },
  { path: 'surplus', number: '3381' },
  { path: 'opening', number: '411' },
  { path: 'outgoing/refund', number: '131' },
  { path: 'outgoing', number: '1388' },
  { path: 'outgoing/to-budget', number: '333' },
  { path: 'outgoing/treasury', number: '112' },
  { path: 'outgoing/supplier', number: '331' },
  { path: 'outgoing/bank-charge', number: '642' },
  // A wallet's batch is on its way until its lines are known: money in transit.
  { path: 'wallet', number: '113' },
  { path: 'expense', number: '642' },
  { path: 'outgoing/wallet-refund', number: '131' },
  { path: 'outgoing/own-account', number: '113' },
  { path: 'other', number: '711' },
  { path: 'other/loan', number: '341' },
  { path: 'other/interest', number: '515' },
  // Somebody's own money that came to the board's account: it is theirs to have back.
  { path: 'other/private', number: '3388' },
  // The board's own money on its way from another account of the board.
  { path: 'other/probe', number: '113' },
];

/** What stands for a path no rule names: the books must not lose a row. */
export const UNKNOWN_ACCOUNT = '1388';

/**
 * The account number of each ledger path: the rule with the most segments wins, a board's own before
 * the usual of the same path.
 */
export function accountNumberer(own: readonly JournalAccount[]): (path: string) => string {
  const numbers = new Map(USUAL_ACCOUNTS.map(({ path, number }) => [path, number]));
  for (const { path, number } of own) numbers.set(path, number);
  return (path) => {
    const segments = path.split('/');
    for (let count = segments.length; count > 0; count -= 1) {
      const number = numbers.get(segments.slice(0, count).join('/'));
      if (number) return number;
    }
    return UNKNOWN_ACCOUNT;
  };
}
