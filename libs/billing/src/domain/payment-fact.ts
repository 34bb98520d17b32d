import type { Id, Vnd } from '@cho40/kernel';

/** The bank record or the cash receipt a payment is, for exactly its amount. */
export type PaymentSource =
  | { readonly source: 'bank'; readonly recordId: Id }
  | { readonly source: 'cash'; readonly receiptId: Id };

/** What identifies a payment: told again, it is the same one or a contradiction. */
export type PaymentFact = PaymentSource & {
  readonly marketId: Id;
  readonly leaseId: Id;
  readonly amount: Vnd;
};

/** A live payment as it stands. */
export interface StandingPayment {
  readonly leaseId: Id;
  readonly amount: Vnd;
  readonly recordId: Id | null;
  readonly receiptId: Id | null;
}

/** Whether a payment told again is the one that stands for its source. */
export function isSamePayment(told: PaymentFact, stands: StandingPayment): boolean {
  const source = told.source === 'bank' ? told.recordId : told.receiptId;
  const standing = told.source === 'bank' ? stands.recordId : stands.receiptId;
  return told.leaseId === stands.leaseId && told.amount === stands.amount && source === standing;
}
