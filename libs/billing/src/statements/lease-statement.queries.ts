import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, type Reading } from '@cho40/platform';
import type { Debtor } from '../domain/debt-papers';
import type { Posting } from '../domain/lease-statement';

export type LeaseDebtor = Debtor & {
  readonly boardId: Id;
  readonly leaseId: Id;
  readonly marketId: Id;
};

const DEBTOR = `
  select l.board_id as "boardId", l.lease_id as "leaseId", l.market_id as "marketId",
         s.code as "stallCode", l.payer_name as "payerName", l.number as "leaseNumber",
         l.valid_from as "leaseFrom", m.name as "marketName", o.name as "boardName",
         u.name as "communeName"
    from tenancy.v_lease l
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    join markets.v_market m on m.board_id = l.board_id and m.market_id = l.market_id
    join markets.v_board o on o.board_id = l.board_id
    left join markets.v_market_commune c on c.board_id = l.board_id and c.market_id = l.market_id
         and daterange(c.valid_from, c.valid_to, '[]') @> $3::date
    left join markets.v_admin_unit u on u.unit_id = c.commune_id
   where l.lease_id = any ($1::uuid[]) and ($2::uuid[] is null or l.market_id = any ($2))`;

// The lines of a bill are one entry; so are the lines of a relief or of a void.
// The lines of a bill are one entry, whatever fee; so are those of a relief or of a void.
const POSTINGS = `
  with moved as (
    select board_id, split_part(key, ':', 1) as what, split_part(key, ':', 2) as of_id, on_date, at,
           reason, reverses is not null as is_undo,
           case when debit = 'receivable/' || $2 then split_part(credit, '/', 1)
                else split_part(debit, '/', 1) end || '/' as against,
           case when debit = 'receivable/' || $2 then amount else -amount end as amount
      from ledger.v_transfer
     where board_id = $1 and on_date <= $3 and 'receivable/' || $2 in (debit, credit)
  )
  select m.on_date as on, min(m.against) as against, sum(m.amount)::bigint as amount,
         m.is_undo as "isUndo", b.code, b.period, min(m.reason) as reason
    from moved m
    left join billing.bill b on b.board_id = m.board_id and m.what = 'bill' and b.id::text = m.of_id
   group by m.on_date, m.what, m.of_id, m.is_undo, b.code, b.period, m.amount > 0
   order by m.on_date, min(m.at), b.code`;

/** Whose leases they are, as papers say it; those out of reach are left out. */
export function debtorsOf(
  tx: Reading,
  leaseIds: readonly Id[],
  today: BusinessDate,
): Promise<LeaseDebtor[]> {
  return tx.sql(DEBTOR, [leaseIds, marketScope(tx.actor), today]);
}

/** What moved on a lease's receivable up to the end of a day. */
export function postingsOf(
  tx: Reading,
  { boardId, leaseId }: { boardId: Id; leaseId: Id },
  asOf: BusinessDate,
): Promise<Posting[]> {
  return tx.sql(POSTINGS, [boardId, leaseId, asOf]);
}
