import { businessDate, vnd } from '@cho40/kernel';
import fc from 'fast-check';
import { leaseStatement, type Posting } from './lease-statement';

const on = businessDate('2026-10-05');
const aPosting = (against: string, amount: number, rest: Partial<Posting> = {}): Posting => ({
  on,
  against,
  amount: vnd(amount),
  isUndo: false,
  code: null,
  period: null,
  reason: '',
  ...rest,
});

describe('a lease’s statement', () => {
  it.each([
    ['a fee’s line is billed', aPosting('revenue/space', 100), { billed: 100 }],
    ['its tax is billed too', aPosting('tax', 8), { billed: 8 }],
    ['a deposit that is demanded is billed', aPosting('security/x', 500), { billed: 500 }],
    ['a deposit set off is paid', aPosting('security/x', -500), { paid: 500 }],
    ['its undoing is paid back', aPosting('security/x', 500, { isUndo: true }), { paid: -500 }],
    ['cash is paid', aPosting('cash/collector/x', -70), { paid: 70 }],
    ['a bank record is paid', aPosting('unmatched', -70), { paid: 70 }],
    ['a payment undone is less paid', aPosting('unmatched', 70, { isUndo: true }), { paid: -70 }],
    ['relief is relieved', aPosting('relief/space', -30), { relieved: 30 }],
    ['a write-off is relieved', aPosting('write-off', -30), { relieved: 30 }],
    ['a refund is neither', aPosting('outgoing/refund', 40), { other: 40 }],
  ])('%s', (_, posting, sums) => {
    const nothing = { billed: 0, paid: 0, relieved: 0, other: 0 };
    expect(leaseStatement([posting])).toMatchObject({ ...nothing, ...sums });
  });

  it('adds up: balance = billed + other − paid − relieved, line by line', () => {
    const posting = fc.record({
      against: fc.constantFrom('revenue/space', 'unmatched', 'relief/space', 'security/x', 'y'),
      amount: fc.integer({ min: -1000, max: 1000 }).filter((amount) => amount !== 0),
      isUndo: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(posting), (drawn) => {
        const postings = drawn.map(({ against, amount, isUndo }) =>
          aPosting(against, amount, { isUndo }),
        );
        const { billed, other, paid, relieved, balance, entries } = leaseStatement(postings);
        expect(balance).toBe(billed + other - paid - relieved);
        expect(entries.at(-1)?.balance ?? 0).toBe(balance);
      }),
    );
  });
});
