import { addDays, businessDate } from '@cho40/kernel';
import { type LeaseAct, type LeaseFacts, leaseStateOn, openActs, refusalOf } from './lease-state';

const today = businessDate('2026-11-23');
const aLease = (change: Partial<LeaseFacts> = {}): LeaseFacts => ({
  validFrom: businessDate('2026-01-01'),
  validTo: businessDate('2026-12-31'),
  endedAs: null,
  isRenewed: false,
  isSuspended: false,
  hasOpenTransfer: false,
  ...change,
});
const over = { validTo: addDays(today, -1) };
const coming = { validFrom: addDays(today, 1) };

describe('a lease on a day', () => {
  it.each([
    ['coming before its first day', coming, 'coming'],
    ['running on its first day', { validFrom: today }, 'running'],
    ['running on its last day', { validTo: today }, 'running'],
    ['running without an end', { validTo: null }, 'running'],
    ['running until the day it is given back', { endedAs: 'terminated' }, 'running'],
    ['suspended while its stall stands still', { isSuspended: true }, 'suspended'],
    ['expired on the day after its last', over, 'expired'],
    ['renewed where another continues it', { ...over, isRenewed: true }, 'renewed'],
    ['transferred to another vendor', { ...over, endedAs: 'transferred' }, 'transferred'],
    ['terminated', { ...over, endedAs: 'terminated' }, 'terminated'],
    ['over even where a suspension was left open', { ...over, isSuspended: true }, 'expired'],
  ] as const)('is %s', (_sentence, change, state) => {
    expect(leaseStateOn(aLease(change), today)).toBe(state);
  });
});

describe('what may be done with a lease', () => {
  it.each<[string, Partial<LeaseFacts>, LeaseAct[]]>([
    ['one that runs', {}, ['amend', 'renew', 'suspend', 'transfer', 'terminate']],
    ['one without an end', { validTo: null }, ['amend', 'suspend', 'transfer', 'terminate']],
    [
      'one that is suspended',
      { isSuspended: true },
      ['amend', 'renew', 'resume', 'transfer', 'terminate'],
    ],
    ['one that is renewed already', { isRenewed: true }, ['amend', 'suspend', 'terminate']],
    [
      'one whose transfer waits',
      { hasOpenTransfer: true },
      ['amend', 'renew', 'suspend', 'terminate'],
    ],
    ['one that is given back on a later day', { endedAs: 'terminated' }, ['amend', 'suspend']],
    ['one that has not begun', coming, ['amend', 'terminate']],
    ['one that ran out', over, ['renew']],
    ['one that ran out and was renewed', { ...over, isRenewed: true }, []],
    ['one that was terminated', { ...over, endedAs: 'terminated' }, []],
    ['one that was transferred', { ...over, endedAs: 'transferred' }, []],
  ])('%s', (_lease, change, acts) => {
    expect(openActs(aLease(change), today)).toEqual(acts);
  });

  it.each<[LeaseAct, Partial<LeaseFacts>, string]>([
    ['renew', { validTo: null }, 'leaseOpenEnded'],
    ['renew', { isRenewed: true }, 'leaseRenewedAlready'],
    ['renew', coming, 'leaseNotBegun'],
    ['suspend', { isSuspended: true }, 'leaseSuspendedAlready'],
    ['resume', {}, 'leaseNotSuspended'],
    ['transfer', { hasOpenTransfer: true }, 'transferWaits'],
    ['terminate', over, 'leaseEndedAlready'],
    ['terminate', { endedAs: 'terminated' }, 'leaseEndedAlready'],
    ['amend', over, 'leaseEndedAlready'],
  ])('says why it may not %s', (act, change, reason) => {
    expect(refusalOf(act, aLease(change), today)).toBe(reason);
  });
});
