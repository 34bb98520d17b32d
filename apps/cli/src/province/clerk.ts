import { dayOf, firstDayOf, type Id, type Month } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import { Classifications, Corrections } from '@cho40/reconciliation';
import { chanceOf } from './chance';
import { LAST_MONTH, PROVINCE_SEED, type PlannedBoard } from './plan';
import { actingAs, type Scene } from './scene';
import { actorOf } from './staff';

// What a clerk is not sure of stays open for another month.
const IS_SURE = 0.85;

/** Money of the months before that names nobody, and the lease its text and payer speak of. */
interface Recognised {
  readonly recordId: Id;
  readonly leaseId: Id;
  readonly stallCode: string;
}

/** The accountant reads last month's money without a code, and says whose most of it is. */
export async function namePayers(
  { libs, clock }: Scene,
  tx: Tx,
  { board, boardId, month }: { board: PlannedBoard; boardId: Id; month: Month },
): Promise<void> {
  clock.set(dayOf(month, 2), '09:00:00');
  const open = await recognised(tx, boardId, month);
  if (open.length === 0) return;
  const accountant = actingAs(tx, await actorOf(tx, board, boardId, 'accountant'));
  const chance = chanceOf(PROVINCE_SEED, 'clerk', board.key, month);
  const sure = open.filter(() => chance.happens(IS_SURE));
  for (const { recordId, leaseId, stallCode } of sure) {
    const reason = chance.pick([
      `Nội dung ghi điểm ${stallCode}, đúng tên người thuê`,
      `Người nộp ở điểm ${stallCode} gọi điện báo`,
      `Người nộp đưa ảnh chuyển khoản cho điểm ${stallCode}`,
    ]);
    await libs.get(Corrections).assign(accountant, recordId, { leaseId, reason });
  }
}

function recognised(tx: Reading, boardId: Id, month: Month): Promise<Recognised[]> {
  return tx.sql<Recognised>(
    `select distinct on (r.booked_at, r.reference)
            s.record_id as "recordId", l.lease_id as "leaseId", st.code as "stallCode"
       from reconciliation.v_standing s
       join banking.v_bank_record r on r.board_id = s.board_id and r.record_id = s.record_id
       join tenancy.v_lease l
         on l.board_id = s.board_id and l.vendor_name = r.counter_name
        and l.valid_from <= r.booked_on and coalesce(l.valid_to, 'infinity') >= r.booked_on
       join markets.v_stall st on st.board_id = l.board_id and st.stall_id = l.stall_id
      where s.board_id = $1 and s.state = 'unmatched' and s.booked_on < $2
        and position(replace(st.code, '-', '')
                     in regexp_replace(upper(r.content), '[^A-Z0-9]', '', 'g')) > 0
      order by r.booked_at, r.reference, st.code`,
    [boardId, firstDayOf(month)],
  );
}

// As the bank writes them (month-statement.ts).
const OUTGOING = [
  { text: 'THU PHI%', as: 'bank-charge', reason: 'Phí quản lý tài khoản tháng' },
  { text: 'NOP NGAN SACH%', as: 'to-budget', reason: 'Nộp ngân sách theo giấy nộp tiền' },
] as const;

/** The accountant says what the month's outgoing money was; the last month's still waits for her. */
export async function nameOutgoing(
  { libs }: Scene,
  tx: Tx,
  { board, boardId, month }: { board: PlannedBoard; boardId: Id; month: Month },
): Promise<void> {
  if (month === LAST_MONTH) return;
  const accountant = actingAs(tx, await actorOf(tx, board, boardId, 'accountant'));
  for (const { text, as, reason } of OUTGOING)
    for (const { recordId } of await outgoing(tx, boardId, text))
      await libs.get(Classifications).classify(accountant, { recordId, as, reason });
}

function outgoing(tx: Reading, boardId: Id, text: string): Promise<{ recordId: Id }[]> {
  return tx.sql<{ recordId: Id }>(
    `select s.record_id as "recordId"
       from reconciliation.v_standing s
       join banking.v_bank_record r on r.board_id = s.board_id and r.record_id = s.record_id
      where s.board_id = $1 and s.state = 'outgoing' and r.content like $2
      order by r.booked_at`,
    [boardId, text],
  );
}
