import { businessDate, month, vnd } from '@cho40/kernel';
import { checklistOf, closingProblem, nextToClose, type MonthFacts } from './checklist';

const quiet: MonthFacts = {
  month: month('2026-10'),
  today: businessDate('2026-11-03'),
  firstBooked: month('2026-09'),
  lastClosed: month('2026-09'),
  isBroken: false,
  unproven: [],
  unbilledMarkets: [],
  unmatched: { count: 0, amount: vnd(0), oldestOn: null },
  unclassified: vnd(0),
  inHand: [],
  short: [],
  onTheWay: vnd(0),
};
const found = (change: Partial<MonthFacts>) =>
  checklistOf({ ...quiet, ...change }).map(({ weight, code }) => `${weight} ${code}`);

describe('the checklist of a month', () => {
  it('is empty where the bank is proven, the bills are out and nothing waits', () => {
    expect(checklistOf(quiet)).toEqual([]);
  });

  it.each<[string, Partial<MonthFacts>, string]>([
    ['runs till today', { today: businessDate('2026-10-31') }, 'blocks monthNotOver'],
    ['follows an open one', { lastClosed: month('2026-08') }, 'blocks earlierMonthOpen'],
    ['is the second one ever', { lastClosed: null }, 'blocks earlierMonthOpen'],
    ['has a broken check', { isBroken: true }, 'blocks checksBroken'],
    [
      'has days without a statement',
      { unproven: [{ account: '0123', days: 2, firstOn: businessDate('2026-10-30') }] },
      'remark daysUnproven',
    ],
    ['lacks a market’s bills', { unbilledMarkets: ['DV-01'] }, 'remark marketsUnbilled'],
    [
      'has money of nobody',
      { unmatched: { count: 1, amount: vnd(5), oldestOn: businessDate('2026-10-02') } },
      'remark moneyUnmatched',
    ],
    ['has outgoing money', { unclassified: vnd(1) }, 'remark outgoingUnclassified'],
    ['has cash outside', { inHand: [{ name: 'Sính', amount: vnd(9) }] }, 'remark cashInHand'],
    ['has cash missing', { short: [{ name: 'Sính', amount: vnd(9) }] }, 'remark cashShort'],
    ['has cash on the way', { onTheWay: vnd(9) }, 'remark cashOnTheWay'],
  ])('that %s says so', (_what, change, said) => {
    expect(found(change)).toEqual([said]);
  });

  it('begins with the first month anything was booked in', () => {
    expect(nextToClose({ firstBooked: null, lastClosed: null })).toBeNull();
    expect(found({ month: month('2026-09'), lastClosed: null })).toEqual([]);
  });
});

describe('closing', () => {
  const items = checklistOf({ ...quiet, unclassified: vnd(1), unbilledMarkets: ['A'] });
  const problem = (acknowledged: string[], note: string) =>
    closingProblem(items, { acknowledged, note })?.code ?? 'none';

  it('asks for every remark to be read, and for a word about them', () => {
    expect(problem([], '')).toBe('remarksOpen');
    expect(problem(['outgoingUnclassified'], 'x')).toBe('remarksOpen');
    expect(problem(['outgoingUnclassified', 'marketsUnbilled'], ' ')).toBe('noteMissing');
    expect(problem(['outgoingUnclassified', 'marketsUnbilled'], 'chợ nghỉ')).toBe('none');
  });

  it('never goes past what blocks, whatever was acknowledged', () => {
    const blocked = checklistOf({ ...quiet, isBroken: true });
    const all = { acknowledged: ['checksBroken'], note: 'x' };
    expect(closingProblem(blocked, all)?.code).toBe('checksBroken');
  });
});
