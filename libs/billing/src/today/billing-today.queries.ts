import { firstDayOf, lastDayOf, monthOf, type BusinessDate } from '@cho40/kernel';
import { marketScope, type Reading } from '@cho40/platform';
import type { BillingTodayDto, MarketToIssueDto } from './billing-today.dto';

type Sums = Omit<BillingTodayDto, 'month' | 'toIssue'>;

// Bills of this month, and whatever is open of any month.
const SUMS = `
  select coalesce(sum(b.total) filter (where b.period = $2), 0)::bigint as billed,
         coalesce(sum(p.paid) filter (where b.period = $2), 0)::bigint as paid,
         count(*) filter (where b.period = $2) as "billCount",
         coalesce(sum(p.due), 0)::bigint as due,
         coalesce(sum(p.due) filter (where b.due_on + b.grace_days < $1), 0)::bigint as overdue,
         count(distinct b.lease_id) filter (where b.due_on + b.grace_days < $1 and p.due > 0)
           as "overdueLeases"
    from billing.bill b
    join lateral (select sum(i.paid)::bigint as paid, sum(i.amount - i.relieved - i.paid)::bigint as due
                    from billing.bill_line i
                   where i.board_id = b.board_id and i.bill_id = b.id) p on true
   where b.voided_at is null and ($3::uuid[] is null or b.market_id = any ($3))`;

const TO_ISSUE = `
  select m.market_id as id, m.name
    from markets.v_market m
   where ($1::uuid[] is null or m.market_id = any ($1))
     and exists (select from tenancy.v_lease l
                  where l.board_id = m.board_id and l.market_id = m.market_id
                    and l.valid_from <= $4 and (l.valid_to is null or l.valid_to >= $3))
     and not exists (select from billing.bill_run r
                      where r.board_id = m.board_id and r.market_id = m.market_id
                        and r.period = $2)
   order by m.name, m.market_id`;

/** What the boards within the actor's reach are owed today. */
export async function billingToday(tx: Reading, today: BusinessDate): Promise<BillingTodayDto> {
  const month = monthOf(today);
  const scope = marketScope(tx.actor);
  const [sums] = await tx.sql<Sums>(SUMS, [today, month, scope]);
  const days = [firstDayOf(month), lastDayOf(month)];
  const toIssue = await tx.sql<MarketToIssueDto>(TO_ISSUE, [scope, month, ...days]);
  const none = { billed: 0, paid: 0, billCount: 0, due: 0, overdue: 0, overdueLeases: 0 };
  return { month, ...(sums ?? none), toIssue };
}
