import { Deposits, HandIns, Receipts, Shifts, type WhyNotCashless } from '@cho40/cash';
import { dayOf, lastDayOf, vnd, type Id, type Month } from '@cho40/kernel';
import { newId, type Reading, type Tx } from '@cho40/platform';
import { chanceOf } from './chance';
import type { CashTaken, Transfer } from './month-money';
import { instantIn } from './month-statement';
import { LAST_MONTH, PROVINCE_SEED, type PlannedBoard } from './plan';
import { actingAs, type Scene } from './scene';
import { actorOf } from './staff';

interface BoardMonth {
  readonly board: PlannedBoard;
  readonly boardId: Id;
  readonly month: Month;
}

const WHY_NOT_CASHLESS: readonly WhyNotCashless[] = [
  'no-signal',
  'no-account',
  'no-smartphone',
  'fear-of-tax',
  'prefers-cash',
];

/** The collector's receipts of the month. */
export async function takeCash(
  { libs, clock }: Scene,
  tx: Tx,
  { board, boardId, month }: BoardMonth,
  taken: readonly CashTaken[],
): Promise<void> {
  if (taken.length === 0) return;
  const collector = await actorOf(tx, board, boardId, 'collector');
  const chance = chanceOf(PROVINCE_SEED, 'cash', board.key, month);
  const byTime = taken
    .map(({ leaseId, amount, day, second }) => ({
      leaseId,
      amount,
      takenAt: instantIn(month, day, second),
    }))
    .sort((one, other) => one.takenAt.getTime() - other.takenAt.getTime());
  await libs.get(Receipts).take(
    tx,
    byTime
      .filter(({ takenAt }) => takenAt <= clock.now())
      .map(({ leaseId, amount, takenAt }) => ({
        id: newId(),
        leaseId,
        amount: vnd(amount),
        takenAt,
        collector: { id: collector.userId, name: collector.displayName },
        ...(chance.happens(0.3) ? { whyNotCashless: chance.pick(WHY_NOT_CASHLESS) } : {}),
      })),
  );
}

// Counted in October, and confirmed by both.
const SHORT: Readonly<Record<string, number>> = { 'meo-vac': 50_000 };

/** The collector ends the month's shifts; those of the last month are still open. */
export async function endShifts(
  { libs }: Scene,
  tx: Tx,
  { board, boardId, month }: BoardMonth,
): Promise<void> {
  if (month === LAST_MONTH) return;
  const collector = await actorOf(tx, board, boardId, 'collector');
  const open = await tx.sql<{ id: Id }>(
    'select shift_id as id from cash.v_shift where board_id = $1 and closed_at is null',
    [boardId],
  );
  const by = { id: collector.userId, name: collector.displayName };
  for (const { id } of open) await libs.get(Shifts).closeOwn(actingAs(tx, collector), id, by);
}

/** The cashier counts what the collector brings at the month's end; one brought too little. */
export async function handIn(
  { libs }: Scene,
  tx: Tx,
  { board, boardId, month }: BoardMonth,
): Promise<void> {
  const collector = await actorOf(tx, board, boardId, 'collector');
  const cashier = await actorOf(tx, board, boardId, 'cashier');
  const chance = chanceOf(PROVINCE_SEED, 'hand-in', board.key, month);
  // The last days' cash is still in the collector's hand at the end of a month.
  const inHand = await cashInHand(tx, boardId, collector.userId);
  const expected = Math.floor((inHand * chance.between(88, 98)) / 100_000) * 1000;
  if (expected === 0) return;
  const missing = month === LAST_MONTH ? (SHORT[board.key] ?? 0) : 0;
  await libs.get(HandIns).count(tx, {
    id: newId(),
    boardId,
    collectorId: collector.userId,
    expected: vnd(expected),
    amount: vnd(expected - missing),
    confirmedDifference: -missing,
    cashier: { id: cashier.userId, name: cashier.displayName },
  });
}

async function cashInHand(tx: Reading, boardId: Id, collectorId: Id): Promise<number> {
  const [row] = await tx.sql<{ inHand: number }>(
    `select (coalesce((select sum(amount) from cash.v_taken
                        where board_id = $1 and collector_id = $2 and undone_at is null), 0)
           - coalesce((select sum(amount) from cash.v_left_hand
                        where board_id = $1 and collector_id = $2), 0))::bigint as "inHand"`,
    [boardId, collectorId],
  );
  return row?.inHand ?? 0;
}

/** Cash on its way to the bank, and how the bank's statement will print it. */
export interface Deposited {
  readonly depositId: Id;
  readonly transfer: Transfer;
}

const NOTE = 500_000;
const THREE_O_CLOCK_S = 15 * 3600;

/** The cashier has the safe's large notes carried to the bank, on a day of the month. */
export async function bringToBank(
  { libs, clock }: Scene,
  tx: Tx,
  { board, boardId, month }: BoardMonth,
  day: number,
): Promise<Deposited | null> {
  const count = Math.floor((await cashInSafe(tx, boardId)) / NOTE);
  if (count === 0) return null;
  clock.set(dayOf(month, day), '14:00:00');
  const cashier = await actorOf(tx, board, boardId, 'cashier');
  const staff = await actorOf(tx, board, boardId, 'boardStaff');
  const [account] = await tx.sql<{ id: Id }>(
    'select account_id as id from banking.v_receiving_account where board_id = $1',
    [boardId],
  );
  if (!account) throw new Error(`${board.key} has no receiving account`);
  const depositId = newId();
  await libs.get(Deposits).prepare(actingAs(tx, cashier), {
    id: depositId,
    boardId,
    accountId: account.id,
    notes: [{ note: NOTE, count }],
    carrierName: staff.displayName,
    cashier: { id: cashier.userId, name: cashier.displayName },
  });
  const content = `NOP TIEN MAT VAO TAI KHOAN ${board.holder}`;
  const booked = { day, second: THREE_O_CLOCK_S, direction: 'in', payer: '' } as const;
  return { depositId, transfer: { ...booked, amount: count * NOTE, content } };
}

async function cashInSafe(tx: Reading, boardId: Id): Promise<number> {
  const [safe] = await tx.sql<{ amount: number }>(
    `select coalesce(sum(amount), 0)::bigint as amount from ledger.v_posting
      where board_id = $1 and account = 'cash/safe'`,
    [boardId],
  );
  return safe?.amount ?? 0;
}

// Its cashier has not looked at October's statement yet.
const LATE_CASHIER = 'vinh-tuy';

/** The cashier finds the deposit in the bank's records. */
export async function tieDeposit(
  { libs }: Scene,
  tx: Tx,
  { board, boardId, month }: BoardMonth,
  { depositId, transfer }: Deposited,
): Promise<void> {
  if (board.key === LATE_CASHIER && month === LAST_MONTH) return;
  const [record] = await tx.sql<{ id: Id }>(
    `select record_id as id from banking.v_bank_record
      where board_id = $1 and content = $2 and booked_on between $3 and $4`,
    [boardId, transfer.content, dayOf(month, 1), lastDayOf(month)],
  );
  if (!record) throw new Error(`${board.key}: the bank has no record of the deposit of ${month}`);
  const cashier = await actorOf(tx, board, boardId, 'cashier');
  const by = { id: cashier.userId, name: cashier.displayName };
  await libs.get(Deposits).tie(actingAs(tx, cashier), depositId, {
    recordId: record.id,
    reason: '',
    by,
  });
}
