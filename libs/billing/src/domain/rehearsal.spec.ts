import { businessDate, vnd, ZERO_VND, type Id } from '@cho40/kernel';
import { rehearse, sumOfFees, type BillLine, type FeeBefore, type LeaseOfMonth } from './rehearsal';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id;

const aLine = (amount: number, change: Partial<BillLine> = {}): BillLine => ({
  feeType: 'space',
  tariffId: id(900),
  quantity: 1,
  unit: 'point-month',
  unitPrice: vnd(100_000),
  serviceFrom: businessDate('2026-10-01'),
  serviceTo: businessDate('2026-10-31'),
  reliefAmount: ZERO_VND,
  amount: vnd(amount),
  taxPercent: null,
  taxAmount: ZERO_VND,
  isPassThrough: false,
  readingId: null,
  ...change,
});
const before = (amount: number, change: Partial<FeeBefore> = {}): FeeBefore => ({
  feeType: 'space',
  amount: vnd(amount),
  reliefAmount: ZERO_VND,
  unitPrices: [100_000],
  ...change,
});
let serial = 0;
const aLease = (stallCode: string, change: Partial<LeaseOfMonth> = {}): LeaseOfMonth => ({
  leaseId: id((serial += 1)),
  marketId: id(700),
  stallCode,
  vendorName: 'Vàng Thị Mỷ',
  isLet: true,
  isSuspended: false,
  hasOddReading: false,
  lines: [aLine(100_000)],
  last: [before(100_000)],
  existingBillId: null,
  ...change,
});
const odd = (...leases: LeaseOfMonth[]) =>
  rehearse(leases).bills.map((bill) => [bill.stallCode, ...bill.oddities]);

describe('a rehearsal', () => {
  it('shows oddities first, the gravest on top, then the stalls as people count them', () => {
    const bills = odd(
      aLease('A-10'),
      aLease('A-2'),
      aLease('A-3', { lines: [aLine(120_000)] }),
      aLease('A-4', { last: null }),
      aLease('A-5', { isLet: false, lines: [] }),
      aLease('A-6', { lines: [] }),
    );
    expect(bills).toEqual([
      ['A-6', 'noPrice'],
      ['A-5', 'left'],
      ['A-4', 'new'],
      ['A-3', 'changed'],
      ['A-2'],
      ['A-10'],
    ]);
  });

  it.each<[string, Partial<LeaseOfMonth>, string[]]>([
    ['another price', { lines: [aLine(90_000, { unitPrice: vnd(90_000) })] }, ['priceChanged']],
    [
      'a relief that begins',
      { lines: [aLine(0, { reliefAmount: vnd(100_000) })] },
      ['zero', 'reliefBegins'],
    ],
    [
      'a relief that ended',
      { last: [before(50_000, { reliefAmount: vnd(50_000) })] },
      ['reliefEnds'],
    ],
    ['a suspended month', { isSuspended: true, lines: [] }, ['suspended']],
    ['an estimated meter', { hasOddReading: true }, ['meterOdd']],
    [
      'four times the water',
      {
        lines: [aLine(400_000, { feeType: 'water', readingId: id(1) })],
        last: [before(100_000, { feeType: 'water' })],
      },
      ['meterOdd'],
    ],
  ])('names %s', (_what, change, oddities) => {
    expect(odd(aLease('A-1', change))).toEqual([['A-1', ...oddities]]);
  });

  it('says fee by fee what differs from the bill before', () => {
    const last = [before(90_000), before(20_000, { feeType: 'water' })];
    const { bills } = rehearse([aLease('A-1', { last })]);
    expect(bills[0]?.fees).toEqual([
      { feeType: 'space', last: 90_000, now: 100_000 },
      { feeType: 'water', last: 20_000, now: 0 },
    ]);
    expect(sumOfFees([...(bills[0]?.fees ?? []), ...(bills[0]?.fees ?? [])])).toEqual([
      { feeType: 'space', last: 180_000, now: 200_000 },
      { feeType: 'water', last: 40_000, now: 0 },
    ]);
  });

  it('finds nobody new in the first month of a market', () => {
    expect(odd(aLease('A-1', { last: null }))).toEqual([['A-1']]);
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
});
