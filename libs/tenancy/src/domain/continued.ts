import { addDays, type BusinessDate, type Id } from '@cho40/kernel';
import type { LeaseTerms, NewLease } from './lease-terms';

/** A lease that another goes on from, with its terms. */
export interface ContinuedLease extends LeaseTerms {
  readonly id: Id;
  readonly stallId: Id;
  readonly vendorId: Id;
  readonly validTo: BusinessDate | null;
}

/** What is agreed anew when a lease is renewed. */
export type Renewal = LeaseTerms & Pick<NewLease, 'id' | 'number' | 'validTo'>;

/**
 * The lease that continues one from the day after its last: same stall, same holder, and the terms
 * of before where no others are agreed.
 */
export function renewalOf(
  lease: ContinuedLease & { readonly validTo: BusinessDate },
  agreed: Renewal,
): NewLease {
  const { id, stallId, vendorId, validTo } = lease;
  return {
    ...termsOf(lease),
    ...agreed,
    stallId,
    vendorId,
    validFrom: addDays(validTo, 1),
    renewedFrom: id,
  };
}

/**
 * The lease of whoever takes a stall over: the days that were left and the terms of before. Who
 * worked the stall and who paid for the other vendor do not come with it, nor does the debt.
 */
export function takeoverOf(
  lease: ContinuedLease,
  taker: { readonly vendorId: Id; readonly from: BusinessDate; readonly number?: string },
): NewLease {
  const { id, stallId, validTo } = lease;
  return {
    ...termsOf(lease),
    operatorId: null,
    payerId: null,
    stallId,
    vendorId: taker.vendorId,
    number: taker.number,
    validFrom: taker.from,
    validTo,
    transferredFrom: id,
  };
}

/** The terms that go on; the new paper has a day of signing of its own. */
function termsOf(lease: LeaseTerms): LeaseTerms {
  const { operatorId, payerId, award, awardNumber, awardOn, priceClass } = lease;
  const { billingCycle, dueDay, graceDays, depositAgreed } = lease;
  return {
    operatorId,
    payerId,
    award,
    awardNumber,
    awardOn,
    priceClass,
    billingCycle,
    dueDay,
    graceDays,
    depositAgreed,
  };
}
