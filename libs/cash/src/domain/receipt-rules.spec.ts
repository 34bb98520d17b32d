import { vnd, type Id } from '@cho40/kernel';
import { aboveCeiling, isSameReceipt, receiptNumber, receiptProblem } from './receipt-rules';

const now = new Date('2026-11-23T02:00:00Z');
const taken = (change: { amount?: number; takenAt?: string } = {}) => ({
  amount: vnd(change.amount ?? 50_000),
  takenAt: new Date(change.takenAt ?? '2026-11-23T01:59:00Z'),
});

describe('a receipt', () => {
  it.each([
    ['of the smallest note', { amount: 1_000 }],
    ['of half a billion', { amount: 500_000_000 }],
    ['from a phone whose clock is five minutes ahead', { takenAt: '2026-11-23T02:05:00Z' }],
    ['typed in after 31 days', { takenAt: '2026-10-23T02:00:00Z' }],
  ])('%s is taken', (_what, change) => {
    expect(receiptProblem(taken(change), now)).toBeNull();
  });

  it.each([
    ['of less than a note', { amount: 999 }, 'amountOutOfBounds'],
    ['of more than half a billion', { amount: 500_000_001 }, 'amountOutOfBounds'],
    ['of money that came back', { amount: -50_000 }, 'amountOutOfBounds'],
    ['of tomorrow', { takenAt: '2026-11-24T02:00:00Z' }, 'takenInFuture'],
    ['of more than 31 days ago', { takenAt: '2026-10-23T01:59:59Z' }, 'takenTooLongAgo'],
  ])('%s is refused', (_what, change, problem) => {
    expect(receiptProblem(taken(change), now)).toBe(problem);
  });
});

describe('a receipt written on paper first', () => {
  const paper = { book: 'Q12', serial: 7 };
  const onDay = (takenAt: string) => ({ ...taken({ takenAt }), paper });

  it('counts by days: the whole of the 31st day back is taken, the day before it is not', () => {
    expect(receiptProblem(onDay('2026-10-22T17:00:00Z'), now)).toBeNull();
    expect(receiptProblem(onDay('2026-10-22T16:59:59Z'), now)).toBe('takenTooLongAgo');
  });
});

describe('the ceiling of cash in hand', () => {
  const ceiling = vnd(100_000);
  const holding = (inHand: number) => ({ inHand: vnd(inHand), ceiling, now });

  it('lets cash be taken up to the last đồng', () => {
    expect(aboveCeiling([taken()], holding(50_000))).toBeNull();
  });

  it('stops the receipt that goes above it, and says what was held by then', () => {
    const [first, second] = [taken({ amount: 40_000 }), taken({ amount: 20_000 })];
    expect(aboveCeiling([first, second], holding(50_000))).toEqual({
      receipt: second,
      inHand: 90_000,
    });
  });

  it.each([
    ['a phone out of signal took', taken({ takenAt: '2026-11-23T01:44:59Z' })],
    ['a paper book took', { ...taken(), paper: { book: 'Q1', serial: 1 } }],
  ])('never refuses what %s: that money is there', (_what, receipt) => {
    expect(aboveCeiling([receipt], holding(100_000))).toBeNull();
  });
});

describe('a receipt told again', () => {
  const id = (digit: number) => `00000000-0000-7000-8000-00000000000${digit}` as Id;
  const content = {
    ...taken(),
    leaseId: id(1),
    collectorId: id(2),
    whyNotCashless: 'no-account' as const,
    device: { id: id(4), number: 12 },
    paper: null,
  };

  it('is the same with the same content', () => {
    expect(isSameReceipt({ ...content, takenAt: new Date(content.takenAt) }, content)).toBe(true);
  });

  it.each([
    ['amount', { amount: vnd(50_001) }],
    ['lease', { leaseId: id(3) }],
    ['collector', { collectorId: id(3) }],
    ['moment', { takenAt: now }],
    ['reason for cash', { whyNotCashless: null }],
    ['phone', { device: { id: id(5), number: 12 } }],
    ['number of the phone', { device: { id: id(4), number: 13 } }],
    ['origin', { device: null, paper: { book: 'Q1', serial: 12 } }],
  ])('is another with another %s', (_what, change) => {
    expect(isSameReceipt({ ...content, ...change }, content)).toBe(false);
  });
});

it('a number names its year and runs to six digits', () => {
  expect([receiptNumber(2026, 1), receiptNumber(2026, 123_456)]).toEqual([
    'PT-2026-000001',
    'PT-2026-123456',
  ]);
});
