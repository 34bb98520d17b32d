import { vnd, type Month, type Vnd } from '@cho40/kernel';

/** What moved in a booked month on the accounts of one place: debits − credits. */
export interface MovedInMonth {
  readonly month: Month;
  /** The account's first segment; of `outgoing` the whole path, which says what for. */
  readonly place: string;
  readonly amount: Vnd;
}

/** A month of a board's money: what came in, what went on, what is left. đồng. */
export interface MonthOfMoney {
  readonly month: Month;
  readonly opening: Vnd;
  /** Fees paid, through the bank or in cash, less what was undone or is to be given back. */
  readonly collected: Vnd;
  /** Came in and is nobody's yet; below nothing in a month that found its owners. */
  readonly unmatched: Vnd;
  /** Loans, interest, private money, what was counted too much or too little. */
  readonly otherIn: Vnd;
  /** To the budget and the treasury. */
  readonly passedOn: Vnd;
  /** Suppliers, bank charges and wallets' fees. */
  readonly spent: Vnd;
  /** Refunds that went out, less those newly owed. */
  readonly refunded: Vnd;
  /** Went out and nobody said yet what for; between accounts of the board. */
  readonly unexplained: Vnd;
  readonly inBank: Vnd;
  readonly inCash: Vnd;
  /** In the bank and in cash at the month's end. */
  readonly left: Vnd;
}

type Kind =
  | 'held'
  | Exclude<keyof MonthOfMoney, 'month' | 'opening' | 'inBank' | 'inCash' | 'left'>;

const KIND_OF: Readonly<Record<string, Kind>> = {
  bank: 'held',
  cash: 'held',
  unmatched: 'unmatched',
  // empty, whenever a batch and its lines are both known
  wallet: 'unmatched',
  other: 'otherIn',
  opening: 'otherIn',
  shortage: 'otherIn',
  surplus: 'otherIn',
  'outgoing/to-budget': 'passedOn',
  'outgoing/treasury': 'passedOn',
  'outgoing/supplier': 'spent',
  'outgoing/bank-charge': 'spent',
  'outgoing/refund': 'refunded',
  'outgoing/wallet-refund': 'refunded',
  expense: 'spent',
};

// Billing moves money between the accounts of fees only (a receivable and its revenue, tax, deposit),
// so together they show what was paid, however it was billed.
const kindOf = (place: string): Kind =>
  KIND_OF[place] ?? (place.startsWith('outgoing') ? 'unexplained' : 'collected');

/**
 * Month by month from the movements of all accounts: what is left is what was there, and what came,
 * less what went. It holds for every ledger that is balanced, whatever accounts it has.
 */
export function moneyByMonth(moved: readonly MovedInMonth[], months: readonly Month[]) {
  const [first = ''] = months;
  const before = moved.filter((one) => one.month < first);
  let inBank = sumOf(before.filter(({ place }) => place === 'bank'));
  let inCash = sumOf(before.filter(({ place }) => place === 'cash'));
  return months.map((month): MonthOfMoney => {
    const ofMonth = moved.filter((one) => one.month === month);
    const of = (kind: Kind) => sumOf(ofMonth.filter(({ place }) => kindOf(place) === kind));
    const opening = vnd(inBank + inCash);
    inBank = vnd(inBank + sumOf(ofMonth.filter(({ place }) => place === 'bank')));
    inCash = vnd(inCash + sumOf(ofMonth.filter(({ place }) => place === 'cash')));
    return {
      month,
      opening,
      collected: vnd(0 - of('collected')),
      unmatched: vnd(0 - of('unmatched')),
      otherIn: vnd(0 - of('otherIn')),
      passedOn: of('passedOn'),
      spent: of('spent'),
      refunded: of('refunded'),
      unexplained: of('unexplained'),
      inBank,
      inCash,
      left: vnd(inBank + inCash),
    };
  });
}

const sumOf = (moved: readonly MovedInMonth[]): Vnd =>
  vnd(moved.reduce((sum, { amount }) => sum + amount, 0));
