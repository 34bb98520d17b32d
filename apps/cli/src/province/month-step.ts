import { createHash } from 'node:crypto';
import {
  addDays,
  firstDayOf,
  lastDayOf,
  type BusinessDate,
  type Id,
  type Month,
} from '@cho40/kernel';
import { fingerprinted, Statements } from '@cho40/banking';
import { BillRuns } from '@cho40/billing';
import type { Tx } from '@cho40/platform';
import { Reconciliation } from '@cho40/reconciliation';
import { bringToBank, endShifts, handIn, takeCash, tieDeposit } from './cash-desk';
import { nameOutgoing, namePayers } from './clerk';
import { closeMonth } from './close-month';
import { relieveAfterFlood, voidWrongBill } from './mishaps';
import { monthStatement } from './month-statement';
import { writeDebtNotices } from './debt-notices';
import { sellTickets } from './market-day-tickets';
import { readMeters } from './meters';
import { moneyOf, type OpenBill, type Transfer } from './month-money';
import type { PlannedBoard } from './plan';
import type { Scene } from './scene';
import { actorOf } from './staff';
import { changeVendors } from './turnover';

const MORE_THAN_A_MONTH = 10_000;
const DEPOSIT_DAY = 20;

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
  const forTickets = await sellTickets(scene, tx, { board, boardId, month });
  const deposited = await bringToBank(scene, tx, { board, boardId, month }, DEPOSIT_DAY);
  clock.set(lastDayOf(month), '17:30:00');
  await takeCash(scene, tx, { board, boardId, month }, money.cash);
  await endShifts(scene, tx, { board, boardId, month });
  await handIn(scene, tx, { board, boardId, month });
  clock.set(addDays(lastDayOf(month), 1), '07:30:00');
  const toBank = deposited ? [deposited.transfer] : [];
  const incoming = [...money.transfers, ...forTickets, ...toBank];
  await importStatement(scene, tx, { board, boardId, month }, incoming);
  await libs.get(Reconciliation).matchOpen(tx, boardId, MORE_THAN_A_MONTH);
  if (deposited) await tieDeposit(scene, tx, { board, boardId, month }, deposited);
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
