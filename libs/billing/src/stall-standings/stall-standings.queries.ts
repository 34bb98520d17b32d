import type { BusinessDate, Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { marketOf } from '../market.queries';
import type { StallStandingDto } from './stall-standing.dto';

const STANDINGS = `
  select s.stall_id as "stallId", coalesce(b.due, 0) as due,
         case when l.lease_id is null then 'vacant' when b.is_overdue then 'overdue'
              when b.due > 0 then 'owed' else 'paid' end as standing
    from markets.v_stall s
    left join tenancy.v_lease l on l.board_id = s.board_id and l.stall_id = s.stall_id
     and daterange(l.valid_from, l.valid_to, '[]') @> $3::date
    left join (select board_id, lease_id, sum(due)::bigint as due,
                      bool_or(due_on + grace_days < $3::date) as is_overdue
                 from billing.v_bill
                where board_id = $1 and market_id = $2 and voided_at is null and due > 0
                group by board_id, lease_id) b
      on b.board_id = l.board_id and b.lease_id = l.lease_id
   where s.board_id = $1 and s.market_id = $2 and s.valid_to is null
   order by s.code`;

/** How the stalls of a market stand on a day; few columns of every stall, so they come whole. */
export async function stallStandings(
  tx: Reading,
  marketId: Id,
  today: BusinessDate,
): Promise<StallStandingDto[]> {
  const { boardId } = await marketOf(tx, marketId);
  return tx.sql<StallStandingDto>(STANDINGS, [boardId, marketId, today]);
}
