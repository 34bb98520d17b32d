import { sumVnd, vnd, type Facts, type Id, type Vnd } from '@cho40/kernel';
import { byAge, type Allocation, type OpenLine } from './allocate-payments';

/** What a person gives of a payment to one bill. */
export interface Part {
  readonly billId: Id;
  readonly amount: Vnd;
}

/** A payment whose parts a person named. */
export interface PartedPayment {
  readonly id: Id;
  readonly amount: Vnd;
  readonly parts: readonly Part[];
}

/** Why parts cannot be given as they were named; the code is the refusal's. */
export interface RefusedParts {
  readonly kind: 'refused';
  readonly code: 'partsExceedPayment' | 'billNamedTwice' | 'partExceedsBill';
  readonly facts: Facts;
}
export interface GivenParts {
  readonly kind: 'given';
  readonly allocations: readonly Allocation[];
}

/**
 * Gives each part to its bill's open lines in the board's stated order, exactly: a part that its
 * bill does not need is refused, not shortened, for the clerk saw another sum. What the parts leave
 * of a payment is not given out here.
 */
export function allocateParts(
  lines: readonly OpenLine[],
  payments: readonly PartedPayment[],
): GivenParts | RefusedParts {
  const inTurn = [...lines].sort(byAge);
  const due = new Map(lines.map((line) => [line.id, line.due]));
  const allocations: Allocation[] = [];
  for (const { id, amount, parts } of payments) {
    const named = new Set(parts.map(({ billId }) => billId));
    if (named.size < parts.length) return refused('billNamedTwice', {});
    const given = sumVnd(parts.map((part) => part.amount));
    if (given > amount) return refused('partsExceedPayment', { amount, amountGiven: given });
    for (const part of parts) {
      const ofBill = inTurn.filter(({ billId }) => billId === part.billId);
      const amountDue = sumVnd(ofBill.map((line) => due.get(line.id) ?? line.due));
      if (part.amount > amountDue)
        return refused('partExceedsBill', { billId: part.billId, amount: part.amount, amountDue });
      allocations.push(...allocatePart(id, part.amount, ofBill, due));
    }
  }
  return { kind: 'given', allocations };
}

/** Gives out one part and lowers what is due in `due`. */
function allocatePart(
  paymentId: Id,
  amount: Vnd,
  lines: readonly OpenLine[],
  due: Map<Id, Vnd>,
): Allocation[] {
  const allocations: Allocation[] = [];
  let rest = amount;
  for (const line of lines) {
    const open = due.get(line.id) ?? line.due;
    const given = vnd(Math.min(rest, open));
    if (given <= 0) continue;
    allocations.push({ paymentId, lineId: line.id, amount: given });
    due.set(line.id, vnd(open - given));
    rest = vnd(rest - given);
  }
  return allocations;
}

const refused = (code: RefusedParts['code'], facts: Facts): RefusedParts => ({
  kind: 'refused',
  code,
  facts,
});
