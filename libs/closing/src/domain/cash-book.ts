import { sumVnd, vnd, type BusinessDate, type Month, type Vnd } from '@cho40/kernel';

/** One movement of the safe, with the number of its slip. */
export interface SafeMovement {
  readonly kind: 'in' | 'out';
  readonly number: string;
  readonly on: BusinessDate;
  /** Who brought or took the money. */
  readonly personName: string;
  readonly purpose: string;
  readonly amount: Vnd;
}

export type CashBookRow<Slip extends SafeMovement = SafeMovement> = Slip & {
  /** What lies in the safe after it. */
  readonly balance: Vnd;
};

/** A month of the safe, as the cash book (sổ quỹ tiền mặt) lists it. */
export interface CashBook<Slip extends SafeMovement = SafeMovement> {
  readonly month: Month;
  readonly opening: Vnd;
  readonly rows: CashBookRow<Slip>[];
  readonly takenIn: Vnd;
  readonly paidOut: Vnd;
  readonly closing: Vnd;
}

/** The book of a month from what lay in the safe before it and what moved, in order. */
export function cashBookOf<Slip extends SafeMovement>(
  month: Month,
  opening: Vnd,
  movements: readonly Slip[],
): CashBook<Slip> {
  let balance = opening;
  const rows = movements.map((movement) => {
    const { kind, amount } = movement;
    balance = vnd(kind === 'in' ? balance + amount : balance - amount);
    return { ...movement, balance };
  });
  const sumOf = (kind: SafeMovement['kind']) =>
    sumVnd(movements.filter((each) => each.kind === kind).map((each) => each.amount));
  return { month, opening, rows, takenIn: sumOf('in'), paidOut: sumOf('out'), closing: balance };
}
