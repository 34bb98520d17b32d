import { businessDate, vnd, type Id } from '@cho40/kernel';
import { type ContinuedLease, renewalOf, takeoverOf } from './continued';

const day = businessDate;
const id = (name: string) => name as string as Id;
const lease: ContinuedLease & { validTo: ReturnType<typeof day> } = {
  id: id('old'),
  stallId: id('stall'),
  vendorId: id('holder'),
  payerId: id('payer'),
  validTo: day('2026-12-31'),
  award: 'auction',
  awardNumber: '12/QĐ-BQL',
  priceClass: 'Nhóm 1',
  billingCycle: 'quarter',
  dueDay: 5,
  depositAgreed: vnd(3_000_000),
  signedOn: day('2025-12-20'),
};

describe('a renewal', () => {
  it('goes on from the day after the last, on the terms of before', () => {
    expect(renewalOf(lease, { validTo: day('2027-12-31') })).toMatchObject({
      stallId: 'stall',
      vendorId: 'holder',
      payerId: 'payer',
      renewedFrom: 'old',
      validFrom: '2027-01-01',
      validTo: '2027-12-31',
      award: 'auction',
      billingCycle: 'quarter',
      depositAgreed: 3_000_000,
    });
  });

  it('takes what is agreed anew, and no day of signing from the paper before', () => {
    const renewed = renewalOf(lease, { billingCycle: 'month', dueDay: null });
    expect(renewed).toMatchObject({ billingCycle: 'month', dueDay: null });
    expect(renewed.signedOn).toBeUndefined();
  });
});

describe('a stall that passes to another vendor', () => {
  it('keeps the days that were left and the terms, not the people', () => {
    expect(takeoverOf(lease, { vendorId: id('taker'), from: day('2026-06-01') })).toMatchObject({
      vendorId: 'taker',
      payerId: null,
      operatorId: null,
      transferredFrom: 'old',
      validFrom: '2026-06-01',
      validTo: '2026-12-31',
      depositAgreed: 3_000_000,
    });
  });
});
