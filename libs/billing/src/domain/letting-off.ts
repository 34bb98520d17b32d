import {
  allocate,
  roundToVnd,
  sumVnd,
  vnd,
  ZERO_VND,
  type BusinessDate,
  type Id,
  type Vnd,
} from '@cho40/kernel';
import { reliefParts } from './relief';

/** What is let off after issue, and by what right. */
export type LettingOff =
  | {
      readonly kind: 'relief';
      readonly from: BusinessDate;
      readonly to: BusinessDate;
      readonly percent: number | null;
      readonly amount: Vnd | null;
      readonly feeType: string | null;
    }
  | { readonly kind: 'correction'; readonly amount: Vnd; readonly feeType: string | null }
  | { readonly kind: 'write-off' };

/** A line of a live bill. */
export interface IssuedLine {
  readonly id: Id;
  readonly leaseId: Id;
  readonly feeType: string;
  readonly isPassThrough: boolean;
  readonly serviceFrom: BusinessDate;
  readonly serviceTo: BusinessDate;
  readonly reliefAmount: Vnd;
  readonly amount: Vnd;
  readonly taxAmount: Vnd;
  readonly relieved: Vnd;
  readonly paid: Vnd;
}

/** So much of a line let off. */
export interface LetOff {
  readonly lineId: Id;
  readonly amount: Vnd;
  /** Of a correction: the VAT in it. What was owed rightly and is forgiven keeps its VAT. */
  readonly taxAmount: Vnd;
  /** Whether what was paid on the line is too much now: it is given out anew. */
  readonly freesPaid: boolean;
}

/** What issued lines are let off; no line more than is left of it. */
export function letOff(lines: readonly IssuedLine[], by: LettingOff): LetOff[] {
  const amounts = amountsOf(lines, by);
  return lines.flatMap((line, at) => {
    const amount = amounts[at] ?? ZERO_VND;
    if (amount === 0) return [];
    const share = by.kind === 'correction' ? line.taxAmount / line.amount : 0;
    return [
      {
        lineId: line.id,
        amount,
        taxAmount: roundToVnd(amount * share),
        freesPaid: line.paid + amount > leftOf(line),
      },
    ];
  });
}

/** What a line still stands at, paid or not. */
const leftOf = ({ amount, relieved }: IssuedLine) => vnd(amount - relieved);

function amountsOf(lines: readonly IssuedLine[], by: LettingOff): Vnd[] {
  switch (by.kind) {
    case 'relief':
      return ofRelief(lines, by);
    case 'correction':
      return ofCorrection(lines, by);
    case 'write-off':
      return lines.map((line) => vnd(leftOf(line) - line.paid));
  }
}

/** Lease by lease, as each is let off a sum of its own. */
function ofRelief(lines: readonly IssuedLine[], by: LettingOff & { kind: 'relief' }): Vnd[] {
  const amounts = lines.map(() => ZERO_VND);
  const places = new Map<Id, number[]>();
  lines.forEach(({ leaseId }, at) => places.set(leaseId, [...(places.get(leaseId) ?? []), at]));
  for (const [leaseId, ofLease] of places) {
    const some = ofLease
      .flatMap((at) => lines[at] ?? [])
      .map((line) => ({
        ...line,
        gross: vnd(line.amount + line.reliefAmount),
        most: leftOf(line),
      }));
    for (const part of reliefParts(some, [{ reliefId: leaseId, ...by }])) {
      const place = ofLease[part.line];
      if (place !== undefined) amounts[place] = part.amount;
    }
  }
  return amounts;
}

/** A sum over the lines it is about, in proportion to what is left of them; at most all of it. */
function ofCorrection(
  lines: readonly IssuedLine[],
  { amount, feeType }: LettingOff & { kind: 'correction' },
): Vnd[] {
  const left = lines.map((line) =>
    feeType === null || feeType === line.feeType ? leftOf(line) : ZERO_VND,
  );
  const most = sumVnd(left);
  return most === 0 ? left : allocate(vnd(Math.min(amount, most)), left);
}
