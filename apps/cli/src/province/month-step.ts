import { createHash } from 'node:crypto';
import {
  addDays,
  firstDayOf,
  lastDayOf,
  vnd,
  type BusinessDate,
  type Id,
  type Month,
} from '@cho40/kernel';
import { fingerprinted, Statements } from '@cho40/banking';
import { BillRuns } from '@cho40/billing';
import { HandIns, Receipts, type WhyNotCashless } from '@cho40/cash';
import { newId, type Tx } from '@cho40/platform';
import { Reconciliation } from '@cho40/reconciliation';
import { chanceOf } from './chance';
import { nameOutgoing, namePayers } from './clerk';
import { closeMonth } from './close-month';
import { relieveAfterFlood, voidWrongBill } from './mishaps';
import { instantIn, monthStatement } from './month-statement';
import { writeDebtNotices } from './debt-notices';
import { readMeters } from './meters';
import { moneyOf, type CashTaken, type OpenBill, type Transfer } from './month-money';
import { PROVINCE_SEED, type PlannedBoard } from './plan';
import type { Scene } from './scene';
import { actorOf } from './staff';
import { changeVendors } from './turnover';

const MORE_THAN_A_MONTH = 10_000;
const WHY_NOT_CASHLESS: readonly WhyNotCashless[] = [
  'no-signal',
  'no-account',
  'no-smartphone',
  'fear-of-tax',
  'prefers-cash',
];

/** One month of a board: vendors come and go, bills, bank and cash, as its people would do it. */
export async function playMonth(
  scene: Scene,
  tx: Tx,
  { board, boardId, month }: { board: PlannedBoard; boardId: Id; month: Month },
): Promise<void> {
  const { libs, clock } = scene;
  clock.set(firstDayOf(month));
  await changeVendors(scene, tx, { board, boardId, month });
  await readMeters(scene, tx, { board, boardId, month });
  await relieveAfterFlood(scene, tx, { board, boardId, month });
  const runs = libs.get(BillRuns);
  await runs.issueBoard(tx, boardId, month);
  if (await voidWrongBill(scene, tx, { board, boardId, month }))
    await runs.issueBoard(tx, boardId, month);
  await namePayers(scene, tx, { board, boardId, month });
  const money = moneyOf(month, await openBills(tx, boardId), board);
  clock.set(lastDayOf(month), '17:30:00');
  await takeCash(scene, tx, { board, boardId, month }, money.cash);
  clock.set(addDays(lastDayOf(month), 1), '07:30:00');
  await importStatement(scene, tx, { board, boardId, month }, money.transfers);
  await libs.get(Reconciliation).matchOpen(tx, boardId, MORE_THAN_A_MONTH);
  await nameOutgoing(scene, tx, { board, boardId, month });
  await writeDebtNotices(scene, tx, { board, boardId });
  await closeMonth(scene, tx, { board, boardId, month });
}

interface BoardMonth {
  readonly board: PlannedBoard;
  readonly boardId: Id;
  readonly month: Month;
}

function openBills(tx: Tx, boardId: Id): Promise<OpenBill[]> {
  return tx.sql<OpenBill>(
    `with open as materialized (
       select * from billing.v_bill
        where board_id = $1 and voided_at is null
          and bill_id = any (array(
              select l.bill_id from billing.v_bill_line l
               where l.board_id = $1 and l.paid + l.relieved < l.amount))),
     -- Each view is read once, whatever the planner believes of tables that have just been filled.
     lease as materialized (
       select lease_id, stall_id, vendor_name from tenancy.v_lease where board_id = $1),
     stall as materialized (
       select stall_id, market_id, code from markets.v_stall where board_id = $1)
     select b.lease_id as "leaseId", b.code, m.code as "marketCode", s.code as "stallCode",
            l.vendor_name as "vendorName", substr(m.former_district_id, 2) as district,
            b.period, b.due
       from open b
       join lease l on l.lease_id = b.lease_id
       join stall s on s.stall_id = l.stall_id
       join markets.v_market m on m.board_id = b.board_id and m.market_id = b.market_id
      order by m.code, s.code, b.period, b.code`,
    [boardId],
  );
}

/** The collector's receipts of the month, and what of them was handed in at its end. */
async function takeCash(
  { libs, clock }: Scene,
  tx: Tx,
  { board, boardId, month }: BoardMonth,
  taken: readonly CashTaken[],
): Promise<void> {
  if (taken.length === 0) return;
  const collector = await actorOf(tx, board, boardId, 'collector');
  const cashier = await actorOf(tx, board, boardId, 'cashier');
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
  // The last days' cash is still in the collector's hand at the end of a month.
  const inHand = await cashInHand(tx, boardId, collector.userId);
  const handedIn = Math.floor((inHand * chance.between(88, 98)) / 100_000) * 1000;
  if (handedIn > 0)
    await libs.get(HandIns).count(tx, {
      id: newId(),
      boardId,
      collectorId: collector.userId,
      amount: vnd(handedIn),
      cashier: { id: cashier.userId, name: cashier.displayName },
    });
}

async function cashInHand(tx: Tx, boardId: Id, collectorId: Id): Promise<number> {
  const [row] = await tx.sql<{ inHand: number }>(
    `select (coalesce((select sum(amount) from cash.v_receipt
                        where board_id = $1 and collector_id = $2), 0)
           - coalesce((select sum(amount) from cash.v_hand_in
                        where board_id = $1 and collector_id = $2), 0))::bigint as "inHand"`,
    [boardId, collectorId],
  );
  return row?.inHand ?? 0;
}

/** The bank's statement of the month, imported as a file that proves itself. */
async function importStatement(
  { libs }: Scene,
  tx: Tx,
  { board, boardId, month }: BoardMonth,
  incoming: readonly Transfer[],
): Promise<void> {
  const opening = await balanceBefore(tx, boardId, firstDayOf(month));
  const statement = monthStatement({ board, month, opening, incoming });
  const bytes = Buffer.from(JSON.stringify(statement.rows));
  const sha256 = createHash('sha256').update(bytes).digest();
  const fileName = `sao-ke-${board.key}-${month}.json`;
  const accountant = await actorOf(tx, board, boardId, 'accountant');
  const upload = { fileName, bytes, sha256, ...fingerprinted(statement) };
  await libs.get(Statements).commit(tx, upload, {}, accountant);
}

async function balanceBefore(tx: Tx, boardId: Id, day: BusinessDate): Promise<number> {
  const [row] = await tx.sql<{ balance: number }>(
    `select (a.opening_balance + coalesce((
              select sum(case r.direction when 'in' then r.amount else -r.amount end)
                from banking.v_bank_record r
               where r.board_id = a.board_id and r.account_id = a.account_id
                 and r.booked_on < $2), 0))::bigint as balance
       from banking.v_receiving_account a where a.board_id = $1`,
    [boardId, day],
  );
  return row?.balance ?? 0;
}
