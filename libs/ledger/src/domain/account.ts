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
  outgoingUnclassified: () => at('outgoing', 'unclassified'),
  /** What money that left was for: `to-budget`, `refund`, … */
  outgoing: (use: string) => at('outgoing', use),
  refund: () => at('outgoing', 'refund'),
  /** What money that pays no fee is: `loan`, … */
  other: (kind: string) => at('other', kind),
} as const;
