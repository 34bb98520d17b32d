import type { BusinessDate, Id, Vnd } from '@cho40/kernel';

/** How the stall was given: by auction, tender, the board's decision or directly. */
export const AWARDS = ['auction', 'tender', 'decision', 'direct'] as const;
export type Award = (typeof AWARDS)[number];

/** How often a lease is billed; a lump sum once for its whole term. */
export const BILLING_CYCLES = ['month', 'quarter', 'year', 'lump-sum'] as const;
export type BillingCycle = (typeof BILLING_CYCLES)[number];

/** What a lease agrees on beside its stall, its holder and its days. */
export interface LeaseTerms {
  operatorId?: Id | null;
  payerId?: Id | null;
  award?: Award | null;
  awardNumber?: string | null;
  awardOn?: BusinessDate | null;
  priceClass?: string | null;
  /** Monthly when not given. */
  billingCycle?: BillingCycle;
  dueDay?: number | null;
  graceDays?: number | null;
  depositAgreed?: Vnd;
  signedOn?: BusinessDate | null;
}

/** What it takes to sign a lease; its market and board are those of the stall. */
export interface NewLease extends LeaseTerms {
  id?: Id;
  stallId: Id;
  vendorId: Id;
  /** Made when not given: `HD-<market>-0001`. */
  number?: string;
  validFrom: BusinessDate;
  validTo?: BusinessDate | null;
  renewedFrom?: Id | null;
  transferredFrom?: Id | null;
}

/**
 * What may be changed while a lease stands. Its days, its holder and its billing cycle may not: a
 * stall, a debt and a billed span hang on them; they change with a renewal or a transfer.
 */
export type LeaseChange = Omit<LeaseTerms, 'billingCycle'>;
