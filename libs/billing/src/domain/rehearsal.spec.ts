import { businessDate, month, vnd, type Id } from '@cho40/kernel';
import { problemsOf, rehearse, type LeaseOfMonth } from './rehearsal';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id;

const aLine = (amount: number) => ({
  feeType: 'space',
  tariffId: id(900),
  quantity: 1,
  unit: 'point-month',
  unitPrice: vnd(amount),
  serviceFrom: businessDate('2026-10-01'),
  serviceTo: businessDate('2026-10-31'),
  amount: vnd(amount),
});
let serial = 0;
const aLease = (stallCode: string, change: Partial<LeaseOfMonth> = {}): LeaseOfMonth => ({
  leaseId: id((serial += 1)),
  stallCode,
  vendorName: 'Vàng Thị Mỷ',
  isLet: true,
  lines: [aLine(100_000)],
  lastTotal: vnd(100_000),
  existingBillId: null,
  ...change,
});
const odd = (leases: LeaseOfMonth[]) =>
  rehearse(leases).bills.map((bill) => [bill.stallCode, bill.oddity]);

describe('a rehearsal', () => {
  it('shows oddities first, the gravest on top, then the stalls as people count them', () => {
    const leases = [
      aLease('A-10'),
      aLease('A-2'),
      aLease('A-3', { lines: [aLine(120_000)] }),
      aLease('A-4', { lastTotal: null }),
      aLease('A-5', { isLet: false, lines: [] }),
      aLease('A-6', { lines: [] }),
    ];
    expect(odd(leases)).toEqual([
      ['A-6', 'noPrice'],
      ['A-5', 'left'],
      ['A-4', 'new'],
      ['A-3', 'changed'],
      ['A-2', null],
      ['A-10', null],
    ]);
  });

  it('finds nobody new in the first month of a market', () => {
    expect(odd([aLease('A-1', { lastTotal: null })])).toEqual([['A-1', null]]);
  });

  it('counts the bills there are apart from those to come, and the month’s total of both', () => {
    const leases = [
      aLease('A-1'),
      aLease('A-2', { existingBillId: id(800), lines: [aLine(90_000)] }),
      aLease('A-3', { lines: [] }),
    ];
    const { total, newCount, existingCount } = rehearse(leases);
    expect([total, newCount, existingCount]).toEqual([190_000, 1, 1]);
  });

  it('leaves out who neither stays nor was billed last month', () => {
    expect(odd([aLease('A-1', { isLet: false, lines: [], lastTotal: null })])).toEqual([]);
  });
});

describe('a month cannot be issued', () => {
  const ground = {
    marketCode: 'DONG-VAN',
    openedOn: businessDate('2025-05-10'),
    hasPrefix: true,
    hasAccount: true,
    hasTariff: true,
  };
  const codes = (change: Partial<typeof ground>, period = '2026-10') =>
    problemsOf({ ...ground, ...change }, month(period), businessDate('2026-10-15')).map(
      (problem) => problem.code,
    );

  it.each([
    ['without a price', { hasTariff: false }, 'noTariff'],
    ['without a code prefix', { hasPrefix: false }, 'noPrefix'],
    ['without an account to pay into', { hasAccount: false }, 'noReceivingAccount'],
  ])('%s', (_why, change, code) => {
    expect(codes(change)).toEqual([code]);
  });

  it.each([
    ['2025-04', ['monthBeforeOpening']],
    ['2025-05', []],
    ['2026-11', []],
    ['2026-12', ['monthTooFar']],
  ])('outside of its time: %s', (period, expected) => {
    expect(codes({}, period)).toEqual(expected);
  });
});
