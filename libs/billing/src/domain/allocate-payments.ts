import { vnd, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';

/** The version of the rule below, stored with every allocation it makes. */
export const RULES_VERSION = 2;

/** A line of a live bill that is not paid in full. */
export interface OpenLine {
  readonly id: Id;
  readonly leaseId: Id;
  readonly billId: Id;
  readonly dueOn: BusinessDate;
  /** The fee type's place in the board's stated order. */
  readonly settleOrder: number;
  readonly lineNumber: number;
  readonly due: Vnd;
  /** Of a security deposit that is demanded. */
  readonly isDeposit: boolean;
}

/** A live payment that is not given out in full. */
export interface OpenPayment {
  readonly id: Id;
  readonly leaseId: Id;
  /** The bill its code names, which is settled before older ones. */
  readonly firstBillId: Id | null;
  readonly rest: Vnd;
  /** Set off from the lease's deposit: it pays what is owed, never a deposit again. */
  readonly isFromDeposit: boolean;
}

export interface Allocation {
  readonly paymentId: Id;
  readonly lineId: Id;
  readonly amount: Vnd;
}

/**
 * Gives payments to the open lines of their leases: the bill named by the code first, then the
 * oldest due, its lines in the stated order. What no line needs stays the payment's rest: credit of
 * the lease. Money never reaches another lease. What was set off from a deposit goes out first, since
 * it cannot pay everything; any order of payments gives each bill the same.
 */
export function allocatePayments(
  lines: readonly OpenLine[],
  payments: readonly OpenPayment[],
): Allocation[] {
  const byLease = linesByLease([...lines].sort(byAge));
  const due = new Map(lines.map((line) => [line.id, line.due]));
  const inTurn = [
    ...payments.filter((payment) => payment.isFromDeposit),
    ...payments.filter((payment) => !payment.isFromDeposit),
  ];
  return inTurn.flatMap((payment) => allocateOne(payment, byLease.get(payment.leaseId) ?? [], due));
}

function linesByLease(lines: readonly OpenLine[]): Map<Id, OpenLine[]> {
  const byLease = new Map<Id, OpenLine[]>();
  for (const line of lines) {
    const ofLease = byLease.get(line.leaseId);
    if (ofLease) ofLease.push(line);
    else byLease.set(line.leaseId, [line]);
  }
  return byLease;
}

/** Gives out one payment and lowers what is due in `due`. */
function allocateOne(
  payment: OpenPayment,
  lines: readonly OpenLine[],
  due: Map<Id, Vnd>,
): Allocation[] {
  const payable = payment.isFromDeposit ? lines.filter((line) => !line.isDeposit) : lines;
  const named = payable.filter((line) => line.billId === payment.firstBillId);
  const others = payable.filter((line) => line.billId !== payment.firstBillId);
  const allocations: Allocation[] = [];
  let rest = payment.rest;
  for (const line of [...named, ...others]) {
    const open = due.get(line.id) ?? 0;
    const amount = vnd(Math.min(rest, open));
    if (amount <= 0) continue;
    allocations.push({ paymentId: payment.id, lineId: line.id, amount });
    due.set(line.id, vnd(open - amount));
    rest = vnd(rest - amount);
  }
  return allocations;
}

/** Bills due on one day are taken by id, which is by issue: any two runs of the rule agree. */
export function byAge(one: OpenLine, other: OpenLine): number {
  return (
    compare(one.dueOn, other.dueOn) ||
    compare(one.billId, other.billId) ||
    one.settleOrder - other.settleOrder ||
    one.lineNumber - other.lineNumber
  );
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
