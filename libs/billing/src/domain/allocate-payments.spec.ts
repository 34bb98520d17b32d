import { businessDate, sumVnd, vnd, type Id, type Vnd } from '@cho40/kernel';
import fc from 'fast-check';
import {
  allocatePayments,
  type Allocation,
  type OpenLine,
  type OpenPayment,
} from './allocate-payments';

const id = (kind: number, number: number) =>
  `00000000-0000-7000-800${kind}-${String(number).padStart(12, '0')}` as Id;
const lease = (number: number) => id(1, number);
const bill = (number: number) => id(2, number);

function aLine(number: number, change: Partial<OpenLine> = {}): OpenLine {
  return {
    id: id(3, number),
    leaseId: lease(1),
    billId: bill(1),
    dueOn: businessDate('2026-09-10'),
    settleOrder: 10,
    lineNumber: 1,
    due: vnd(100_000),
    isDeposit: false,
    ...change,
  };
}
function aPayment(amount: number, change: Partial<OpenPayment> = {}): OpenPayment {
  const rest = vnd(amount);
  const open = { id: id(4, 1), leaseId: lease(1), firstBillId: null, rest, isFromDeposit: false };
  return { ...open, ...change };
}
const october = { billId: bill(2), dueOn: businessDate('2026-10-10') };
const partsOf = (allocations: Allocation[]) =>
  allocations.map(({ lineId, amount }) => [Number(lineId.slice(-3)), amount]);

describe('a payment', () => {
  it('that names a bill pays this bill before an older one', () => {
    const lines = [aLine(1), aLine(2, october)];
    const payment = aPayment(120_000, { firstBillId: bill(2) });
    expect(partsOf(allocatePayments(lines, [payment]))).toEqual([
      [2, 100_000],
      [1, 20_000],
    ]);
  });

  it('without a named bill pays the oldest due', () => {
    const parts = partsOf(allocatePayments([aLine(2, october), aLine(1)], [aPayment(120_000)]));
    expect(parts).toEqual([
      [1, 100_000],
      [2, 20_000],
    ]);
  });

  it('pays the lines of a bill in the stated order, not as they are written', () => {
    const lines = [aLine(1, { settleOrder: 40 }), aLine(2, { settleOrder: 10, lineNumber: 2 })];
    expect(partsOf(allocatePayments(lines, [aPayment(100_000)]))).toEqual([[2, 100_000]]);
  });

  it('leaves what nobody owes as credit', () => {
    expect(partsOf(allocatePayments([aLine(1)], [aPayment(130_000)]))).toEqual([[1, 100_000]]);
    expect(allocatePayments([], [aPayment(130_000)])).toEqual([]);
  });

  it('never pays for another lease, even when its code names that bill', () => {
    const neighbours = aLine(1, { leaseId: lease(2), billId: bill(9) });
    expect(allocatePayments([neighbours], [aPayment(50_000, { firstBillId: bill(9) })])).toEqual(
      [],
    );
  });
});

const amounts = fc.integer({ min: 1, max: 500_000 }).map((amount) => vnd(amount));
const aMonth = fc.record({
  lines: fc
    .array(fc.record({ lease: fc.nat(2), bill: fc.nat(3), order: fc.nat(2), due: amounts }), {
      maxLength: 20,
    })
    .map((rows) =>
      rows.map((row, at) =>
        aLine(at, {
          leaseId: lease(row.lease),
          billId: bill(row.lease * 10 + row.bill),
          dueOn: businessDate(`2026-0${row.bill + 1}-10`),
          settleOrder: row.order,
          lineNumber: at,
          due: row.due,
        }),
      ),
    ),
  payments: fc
    .array(fc.record({ lease: fc.nat(2), names: fc.option(fc.nat(3)), rest: amounts }), {
      maxLength: 12,
    })
    .map((rows) =>
      rows.map((row, at) => ({
        id: id(4, at),
        leaseId: lease(row.lease),
        firstBillId: row.names === null ? null : bill(row.lease * 10 + row.names),
        rest: row.rest,
        isFromDeposit: false,
      })),
    ),
});

describe('money set off from a deposit', () => {
  const demanded = { isDeposit: true, billId: bill(9), dueOn: businessDate('2026-08-10') };

  it('pays what is owed, never a deposit again', () => {
    const lines = [aLine(1, demanded), aLine(2, october)];
    const parts = partsOf(allocatePayments(lines, [aPayment(150_000, { isFromDeposit: true })]));
    expect(parts).toEqual([[2, 100_000]]);
  });

  it('goes out first, so that other money is left for a deposit that is demanded', () => {
    const lines = [aLine(1, { ...demanded, dueOn: businessDate('2026-11-10') }), aLine(2, october)];
    const cash = aPayment(100_000);
    const setOff = aPayment(100_000, { id: id(4, 2), isFromDeposit: true });
    for (const payments of [
      [cash, setOff],
      [setOff, cash],
    ])
      expect(partsOf(allocatePayments(lines, payments))).toEqual([
        [2, 100_000],
        [1, 100_000],
      ]);
  });
});

function totalsPerBill(lines: readonly OpenLine[], allocations: readonly Allocation[]) {
  const totals: Record<string, Vnd> = {};
  for (const { lineId, amount } of allocations) {
    const billId = lines.find((line) => line.id === lineId)?.billId ?? 'none';
    totals[billId] = vnd((totals[billId] ?? 0) + amount);
  }
  return totals;
}

/** One payment after the other, as they arrive, each rerun of the rule seeing what was posted. */
function oneByOne(lines: readonly OpenLine[], payments: readonly OpenPayment[]): Allocation[] {
  const posted: Allocation[] = [];
  const given = (of: (one: Allocation) => boolean) =>
    sumVnd(posted.filter(of).map(({ amount }) => amount));
  for (const payment of payments) {
    const rest = vnd(payment.rest - given((one) => one.paymentId === payment.id));
    const open = lines.map((line) => ({
      ...line,
      due: vnd(line.due - given((one) => one.lineId === line.id)),
    }));
    posted.push(...allocatePayments(open, [{ ...payment, rest }]));
  }
  return posted;
}

describe('the rule, for any month', () => {
  it('never gives more than a line needs or a payment has, nor to another lease', () => {
    fc.assert(
      fc.property(aMonth, ({ lines, payments }) => {
        const allocations = allocatePayments(lines, payments);
        for (const line of lines) {
          const parts = allocations.filter((one) => one.lineId === line.id);
          expect(sumVnd(parts.map((one) => one.amount))).toBeLessThanOrEqual(line.due);
        }
        for (const payment of payments) {
          const parts = allocations.filter((one) => one.paymentId === payment.id);
          expect(sumVnd(parts.map((one) => one.amount))).toBeLessThanOrEqual(payment.rest);
          for (const part of parts)
            expect(lines.find((line) => line.id === part.lineId)?.leaseId).toBe(payment.leaseId);
        }
      }),
    );
  });

  it('leaves no credit on a lease that owes, and gives every đồng that is owed and paid', () => {
    fc.assert(
      fc.property(aMonth, ({ lines, payments }) => {
        const allocations = allocatePayments(lines, payments);
        for (const leaseId of [lease(0), lease(1), lease(2)]) {
          const due = sumVnd(lines.filter((l) => l.leaseId === leaseId).map((l) => l.due));
          const ofLease = payments.filter((payment) => payment.leaseId === leaseId);
          const paid = sumVnd(ofLease.map((payment) => payment.rest));
          const given = allocations.filter((one) => ofLease.some((p) => p.id === one.paymentId));
          expect(sumVnd(given.map((one) => one.amount))).toBe(Math.min(due, paid));
        }
      }),
    );
  });

  it('gives each bill the same for any order and any repetition of the payments', () => {
    const orders = aMonth.chain((month) =>
      fc.record({
        month: fc.constant(month),
        order: fc.shuffledSubarray(month.payments, { minLength: month.payments.length }),
        again: fc.subarray(month.payments),
      }),
    );
    fc.assert(
      fc.property(orders, ({ month: { lines, payments }, order, again }) => {
        const asOne = totalsPerBill(lines, allocatePayments(lines, payments));
        expect(totalsPerBill(lines, oneByOne(lines, [...order, ...again]))).toEqual(asOne);
      }),
    );
  });
});
