import type { Id, Vnd } from '@cho40/kernel';

/**
 * What a payment is made of, for exactly its amount: a bank record, a cash receipt, the use of a
 * deposit, or a line of a wallet's settlement report whose batch is proven.
 */
export type PaymentSource =
  | { readonly source: 'bank'; readonly recordId: Id }
  | { readonly source: 'cash'; readonly receiptId: Id }
  | { readonly source: 'deposit'; readonly depositUseId: Id }
  | { readonly source: 'settlement'; readonly settlementLineId: Id };

/** For whom it is: a lease, whose bills it settles, or one ticket. */
export type PaidFor =
  | { readonly leaseId: Id; readonly ticketId?: null }
  | {
      readonly leaseId: null;
      readonly ticketId: Id;
      /** What the ticket costs, where a person says that a transfer of another sum is its payment. */
      readonly ticketAmount?: Vnd;
    };

/** What identifies a payment: told again, it is the same one or a contradiction. */
export type PaymentFact = PaymentSource &
  PaidFor & {
    readonly marketId: Id;
    readonly amount: Vnd;
  };

/** A live payment as it stands. */
export interface StandingPayment {
  readonly leaseId: Id | null;
  readonly ticketId: Id | null;
  readonly amount: Vnd;
  readonly recordId: Id | null;
  readonly receiptId: Id | null;
  readonly depositUseId: Id | null;
  readonly settlementLineId: Id | null;
}

/** The id of what a payment is made of. */
export function sourceIdOf(payment: PaymentSource): Id {
  switch (payment.source) {
    case 'bank':
      return payment.recordId;
    case 'cash':
      return payment.receiptId;
    case 'deposit':
      return payment.depositUseId;
    case 'settlement':
      return payment.settlementLineId;
  }
}

/** Whether a payment told again is the one that stands for its source. */
export function isSamePayment(told: PaymentFact, stands: StandingPayment): boolean {
  const standing = {
    bank: stands.recordId,
    cash: stands.receiptId,
    deposit: stands.depositUseId,
    settlement: stands.settlementLineId,
  }[told.source];
  return (
    told.leaseId === stands.leaseId &&
    (told.ticketId ?? null) === stands.ticketId &&
    told.amount === stands.amount &&
    sourceIdOf(told) === standing
  );
}
