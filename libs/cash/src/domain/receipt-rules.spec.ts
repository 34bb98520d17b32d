import { vnd, type Id } from '@cho40/kernel';
import { isSameReceipt, receiptNumber, receiptProblem } from './receipt-rules';

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

describe('a receipt told again', () => {
  const id = (digit: number) => `00000000-0000-7000-8000-00000000000${digit}` as Id;
  const content = {
    ...taken(),
    leaseId: id(1),
    collectorId: id(2),
    whyNotCashless: 'no-account' as const,
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
