import type { Id } from '@cho40/kernel';

declare const accountBrand: unique symbol;
/** A path in the ledger's chart, as design/money.md lists them: `receivable/<lease>`. */
export type Account = string & { readonly [accountBrand]: 'Account' };

// The only place where an account's text is made, so that no posting can invent one.
const at = (...path: string[]) => path.join('/') as Account;

/** One constructor per kind of account there is. */
export const account = {
  bank: (bin: string, number: string) => at('bank', bin, number),
  receivable: (leaseId: Id) => at('receivable', leaseId),
  receivableOfTickets: () => at('receivable', 'ticket'),
  prepaidTickets: () => at('prepaid', 'ticket'),
  revenue: (feeType: string) => at('revenue', feeType),
  passThrough: (feeType: string) => at('pass-through', feeType),
  tax: () => at('tax'),
  relief: (feeType: string) => at('relief', feeType),
  writeOff: () => at('write-off'),
  security: (leaseId: Id) => at('security', leaseId),
  unmatched: () => at('unmatched'),
  cashOfCollector: (userId: Id) => at('cash', 'collector', userId),
  safe: () => at('cash', 'safe'),
  /** What a collector owes, or brought too much of, by the cashier's count. */
  shortage: (userId: Id) => at('shortage', userId),
  surplus: (userId: Id) => at('surplus', userId),
  opening: () => at('opening'),
  /** A proven batch of a wallet on its way to the lines it is made of: empty when both are known. */
  walletBatch: () => at('wallet', 'batch'),
  /** What wallets keep for themselves. */
  walletFee: () => at('expense', 'wallet-fee'),
  /** What wallets gave back of payments nobody can name. */
  walletRefund: () => at('outgoing', 'wallet-refund'),
  outgoingUnclassified: () => at('outgoing', 'unclassified'),
  /** What money that left was for: `to-budget`, `refund`, … */
  outgoing: (use: string) => at('outgoing', use),
  refund: () => at('outgoing', 'refund'),
  /** What money that pays no fee is: `loan`, … */
  other: (kind: string) => at('other', kind),
} as const;
