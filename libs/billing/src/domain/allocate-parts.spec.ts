import { businessDate, sumVnd, vnd, type Id } from '@cho40/kernel';
import fc from 'fast-check';
import { allocateParts, type Part } from './allocate-parts';
import type { OpenLine } from './allocate-payments';

const id = (kind: number, number: number) =>
  `00000000-0000-7000-800${kind}-${String(number).padStart(12, '0')}` as Id;
const bill = (number: number) => id(2, number);
const aLine = (number: number, billNumber: number, due = 100_000): OpenLine => ({
  id: id(3, number),
  leaseId: id(1, billNumber),
  billId: bill(billNumber),
  dueOn: businessDate('2026-10-10'),
  settleOrder: number,
  lineNumber: number,
  due: vnd(due),
  isDeposit: false,
});
const part = (billNumber: number, amount: number): Part => ({
  billId: bill(billNumber),
  amount: vnd(amount),
});
const split = (lines: OpenLine[], amount: number, ...parts: Part[]) =>
  allocateParts(lines, [{ id: id(4, 1), amount: vnd(amount), parts }]);

describe('parts of a payment', () => {
  it('go to their bills’ lines in the stated order', () => {
    const lines = [aLine(2, 1), aLine(1, 1), aLine(3, 2)];
    expect(split(lines, 300_000, part(1, 130_000), part(2, 40_000))).toMatchObject({
      kind: 'given',
      allocations: [
        { lineId: id(3, 1), amount: 100_000 },
        { lineId: id(3, 2), amount: 30_000 },
        { lineId: id(3, 3), amount: 40_000 },
      ],
    });
  });

  it.each([
    ['more than the payment', 'partsExceedPayment', 100_000, [part(1, 60_000), part(2, 60_000)]],
    ['more than a bill needs', 'partExceedsBill', 300_000, [part(1, 100_001)]],
    ['to a bill that needs nothing', 'partExceedsBill', 300_000, [part(9, 1)]],
    ['to one bill twice', 'billNamedTwice', 300_000, [part(1, 10_000), part(1, 10_000)]],
  ] as const)('that give %s are refused', (_, code, amount, parts) => {
    const lines = [aLine(1, 1), aLine(2, 2)];
    expect(split(lines, amount, ...parts)).toMatchObject({ kind: 'refused', code });
  });

  it('of two payments do not pay one bill twice', () => {
    const twice = [1, 2].map((number) => ({
      id: id(4, number),
      amount: vnd(100_000),
      parts: [part(1, 60_000)],
    }));
    expect(allocateParts([aLine(1, 1)], twice)).toMatchObject({ code: 'partExceedsBill' });
  });
});

it('parts are given exactly or not at all', () => {
  const dues = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 });
  const parts = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 90 })), { maxLength: 4 });
  fc.assert(
    fc.property(dues, parts, fc.integer({ min: 1, max: 200 }), (open, named, amount) => {
      const lines = open.map((due, at) => aLine(at, at % 3, due));
      const outcome = split(lines, amount, ...named.map(([at, sum]) => part(at, sum)));
      if (outcome.kind === 'refused') return;
      for (const [at, sum] of named) {
        const ofBill = lines.filter(({ billId }) => billId === bill(at)).map((line) => line.id);
        const given = outcome.allocations.filter(({ lineId }) => ofBill.includes(lineId));
        expect(sumVnd(given.map((one) => one.amount))).toBe(sum);
      }
      for (const { lineId, amount: given } of outcome.allocations)
        expect(given).toBeLessThanOrEqual(lines.find((line) => line.id === lineId)?.due ?? 0);
      expect(sumVnd(outcome.allocations.map((one) => one.amount))).toBeLessThanOrEqual(amount);
    }),
  );
});
