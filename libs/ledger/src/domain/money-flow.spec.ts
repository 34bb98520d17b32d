import { month, vnd } from '@cho40/kernel';
import fc from 'fast-check';
import { moneyByMonth, type MovedInMonth } from './money-flow';

const [october, november] = [month('2026-10'), month('2026-11')];
const moved = (of: string, place: string, amount: number): MovedInMonth => ({
  month: month(of),
  place,
  amount: vnd(amount),
});

it('shows what was collected, passed on and left', () => {
  const october = [
    moved('2026-10', 'receivable', 500), // billed 1,500, paid 1,000
    moved('2026-10', 'revenue', -1_500),
    moved('2026-10', 'bank', 700),
    moved('2026-10', 'cash', 300),
  ];
  const november = [
    moved('2026-11', 'bank', -600),
    moved('2026-11', 'outgoing/to-budget', 450),
    moved('2026-11', 'outgoing/supplier', 100),
    moved('2026-11', 'outgoing/unclassified', 50),
  ];
  const rows = moneyByMonth([...october, ...november], [month('2026-10'), month('2026-11')]);
  expect(rows).toMatchObject([
    { opening: 0, collected: 1_000, inBank: 700, inCash: 300, left: 1_000 },
    { opening: 1_000, passedOn: 450, spent: 100, unexplained: 50, collected: 0, left: 400 },
  ]);
});

it('a refund leaves what was collected when it is approved, and the bank when it is paid', () => {
  const rows = moneyByMonth(
    [
      moved('2026-10', 'bank', 1_000),
      moved('2026-10', 'receivable', -1_000),
      moved('2026-10', 'receivable', 200),
      moved('2026-10', 'outgoing/refund', -200),
      moved('2026-11', 'outgoing/refund', 200),
      moved('2026-11', 'bank', -200),
    ],
    [october, november],
  );
  expect(rows).toMatchObject([
    { collected: 800, refunded: -200, left: 1_000 },
    { collected: 0, refunded: 200, left: 800 },
  ]);
});

it('what is left is what was there, and what came, less what went, in every balanced ledger', () => {
  const places = ['bank', 'cash', 'receivable', 'revenue', 'unmatched', 'other', 'outgoing/refund'];
  const place = fc.constantFrom(...places, 'outgoing/own-account', 'outgoing/to-budget', 'opening');
  const transfer = fc.record({
    of: fc.constantFrom('2026-09', '2026-10', '2026-11'),
    debit: place,
    credit: place,
    amount: fc.integer({ min: 1, max: 1_000_000 }),
  });
  fc.assert(
    fc.property(fc.array(transfer), (transfers) => {
      const both = transfers.flatMap(({ of, debit, credit, amount }) => [
        moved(of, debit, amount),
        moved(of, credit, -amount),
      ]);
      const rows = moneyByMonth(both, [october, november]);
      return rows.every(
        (row) =>
          row.opening + row.collected + row.unmatched + row.otherIn ===
          row.left + row.passedOn + row.spent + row.refunded + row.unexplained,
      );
    }),
  );
});
