// A month's bank statement, printed from what came in and what goes out: plain values.
import { dayOf, firstDayOf, instantOf, lastDayOf, sumVnd, vnd, type Month } from '@cho40/kernel';
import type { StatementFile } from '@cho40/banking';
import { chanceOf } from './chance';
import type { Transfer } from './month-money';
import { PROVINCE_SEED, type PlannedBoard } from './plan';

/** A second of a day of a month, in Vietnam. */
export const instantIn = (month: Month, day: number, second: number): Date =>
  new Date(instantOf(dayOf(month, day)).getTime() + second * 1000);

const sumOf = (rows: StatementFile['rows'], direction: 'in' | 'out') =>
  sumVnd(rows.filter((row) => row.direction === direction).map((row) => row.amount));

/** The statement of a month. Its opening is what the books say stood there before, in đồng. */
export function monthStatement(of: {
  board: PlannedBoard;
  month: Month;
  opening: number;
  incoming: readonly Transfer[];
}): StatementFile {
  const { board, month, opening } = of;
  const rows = rowsOf(of);
  return {
    layout: 'province',
    bin: board.bin,
    accountNumber: board.account,
    from: firstDayOf(month),
    to: lastDayOf(month),
    opening: vnd(opening),
    credits: sumOf(rows, 'in'),
    debits: sumOf(rows, 'out'),
    closing: vnd(opening + sumOf(rows, 'in') - sumOf(rows, 'out')),
    rows,
  };
}

function rowsOf({
  board,
  month,
  opening,
  incoming,
}: Parameters<typeof monthStatement>[0]): StatementFile['rows'] {
  const movements = [...incoming, ...outgoingOf(board, month, incoming)].sort(
    (one, other) => one.day - other.day || one.second - other.second,
  );
  let balance = opening;
  return movements.map(({ direction, amount, day, second, content, payer }, index) => {
    balance += direction === 'in' ? amount : -amount;
    return {
      direction,
      amount: vnd(amount),
      bookedAt: instantIn(month, day, second),
      bookedOn: dayOf(month, day),
      content,
      reference: `${month.replace('-', '')}${String(index + 1).padStart(5, '0')}`,
      counterAccount: null,
      counterName: payer || null,
      virtualAccount: null,
      balanceAfter: balance,
      rowNumber: index + 1,
    };
  });
}

/** What leaves the account: the bank's charge, and what is passed on to the budget. */
function outgoingOf(board: PlannedBoard, month: Month, incoming: readonly Transfer[]): Transfer[] {
  const chance = chanceOf(PROVINCE_SEED, 'out', board.key, month);
  const total = incoming.reduce((sum, transfer) => sum + transfer.amount, 0);
  const passedOn = Math.floor((total * chance.between(60, 90)) / 100_000) * 1000;
  const last = Number(lastDayOf(month).slice(8));
  const out = { direction: 'out', payer: '' } as const;
  const charge = 'THU PHI QUAN LY TAI KHOAN THANG';
  const budget = 'NOP NGAN SACH TIEN SU DUNG DIEN TICH BAN HANG TAI CHO';
  return [
    { ...out, day: last, second: 66_000, amount: 11_000, content: charge },
    ...(passedOn > 0
      ? [{ ...out, day: last - 2, second: 50_000, amount: passedOn, content: budget }]
      : []),
  ];
}
