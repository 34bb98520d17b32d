import { statementError } from './errors';
import type { Body, PrintedMovement } from './rows';

/** Movements in the order in which they happened, with the balances that hold around them. */
export interface Proven {
  readonly movements: readonly PrintedMovement[];
  readonly opening: number;
  readonly closing: number;
  readonly credits: number;
  readonly debits: number;
}

/** Balances that stand above the table, where the bank prints them there. */
export interface StatedBalances {
  readonly opening: number | null;
  readonly closing: number | null;
}

/**
 * A statement proves itself: the running balance holds row by row, opening + credits − debits is
 * the closing balance, and printed sums agree. Banks print oldest or newest first.
 * @throws a refusal that names the first row that does not add up
 */
export function prove(body: Body, above: StatedBalances): Proven {
  const opening = above.opening ?? body.opening?.amount ?? null;
  const movements = inTimeOrder(body.movements, opening);
  const start = opening ?? openingBefore(movements);
  if (start === null) throw statementError('statementUnproven', { missing: 'opening' });
  checkBalances(movements, start);
  const credits = sum(movements, 'credit');
  const debits = sum(movements, 'debit');
  checkTotals(body, { credits, debits });
  const printed = body.closing?.amount ?? above.closing ?? movements.at(-1)?.balance ?? null;
  if (printed === null) throw statementError('statementUnproven', { missing: 'closing' });
  if (start + credits - debits !== printed) throw doesNotAddUp(body, start, printed);
  if (above.closing !== null && above.closing !== printed)
    throw doesNotAddUp(body, start, above.closing);
  return { movements, opening: start, closing: printed, credits, debits };
}

const moved = ({ credit, debit }: PrintedMovement) => credit - debit;
export const sum = (movements: readonly PrintedMovement[], side: 'credit' | 'debit') =>
  movements.reduce((total, movement) => total + movement[side], 0);

function inTimeOrder(
  movements: readonly PrintedMovement[],
  opening: number | null,
): readonly PrintedMovement[] {
  const newestFirst = movements.toReversed();
  const [first, last] = [timeOf(movements[0]), timeOf(movements.at(-1))];
  const printed = first > last ? [newestFirst, movements] : [movements, newestFirst];
  const holds = (order: readonly PrintedMovement[]) => {
    const start = opening ?? openingBefore(order);
    return start === null || firstBreak(order, start) === null;
  };
  return printed.find(holds) ?? printed.map(byTime).find(holds) ?? printed[0] ?? movements;
}

const timeOf = (movement: PrintedMovement | undefined) =>
  movement ? `${movement.date.day} ${movement.date.time}` : '';

/** Some banks print the newest day first and each day's movements as they came. */
function byTime(movements: readonly PrintedMovement[]): readonly PrintedMovement[] {
  return movements.toSorted((one, other) => {
    const [first, second] = [timeOf(one), timeOf(other)];
    return first < second ? -1 : Number(first > second);
  });
}

/** The opening balance that the first printed running balance implies. */
function openingBefore(movements: readonly PrintedMovement[]): number | null {
  let sinceOpening = 0;
  for (const movement of movements) {
    sinceOpening += moved(movement);
    if (movement.balance !== null) return movement.balance - sinceOpening;
  }
  return null;
}

function firstBreak(movements: readonly PrintedMovement[], opening: number) {
  let expected = opening;
  for (const movement of movements) {
    expected += moved(movement);
    if (movement.balance !== null && movement.balance !== expected) return { movement, expected };
  }
  return null;
}

function checkBalances(movements: readonly PrintedMovement[], opening: number): void {
  const broken = firstBreak(movements, opening);
  if (!broken) return;
  throw statementError('statementSums', {
    row: broken.movement.row,
    expected: broken.expected,
    printed: broken.movement.balance,
  });
}

function checkTotals(body: Body, sums: { credits: number; debits: number }): void {
  for (const { row, debit, credit } of body.totals) {
    if (debit !== null && debit !== sums.debits)
      throw statementError('statementTotals', {
        row,
        column: 'debit',
        expected: sums.debits,
        printed: debit,
      });
    if (credit !== null && credit !== sums.credits)
      throw statementError('statementTotals', {
        row,
        column: 'credit',
        expected: sums.credits,
        printed: credit,
      });
  }
}

function doesNotAddUp(body: Body, opening: number, printed: number) {
  const expected = opening + sum(body.movements, 'credit') - sum(body.movements, 'debit');
  const row = body.closing?.row ?? body.movements.at(-1)?.row ?? null;
  return statementError('statementSums', { row, expected, printed });
}
