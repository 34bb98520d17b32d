import type { BusinessDate, Id, Month } from '@cho40/kernel';
import {
  marketScope,
  offsetOf,
  type Page,
  pageOfRows,
  type Reading,
  type Tx,
} from '@cho40/platform';
import type { OldFigure } from '../domain/comparison';
import type { ComparisonDto, ComparisonSumDto } from './comparison.dto';

export interface ComparisonFilter {
  marketId: Id;
  month: Month;
  outcome?: string;
  q?: string;
  cursor?: string;
  limit: number;
}

// Every stall that either book knows for the month, the largest difference first. A month's bill is
// what was asked for: neither payments nor later relief make it another figure.
const ROWS = `
  with bills as (
    select l.stall_id, max(b.lease_id::text)::uuid as lease_id, max(l.payer_name) as vendor_name,
           sum(b.total)::bigint as amount
      from billing.v_bill b
      join tenancy.v_lease l on l.board_id = b.board_id and l.lease_id = b.lease_id
     where b.market_id = $2 and b.period = $3 and b.kind = 'monthly' and b.voided_at is null
     group by l.stall_id),
  sides as (
    select s.stall_id as "stallId", s.code as "stallCode",
           coalesce(b.vendor_name, r.payer_name) as "vendorName", o.amount as "oldAmount",
           b.amount as "newAmount",
           (coalesce(b.amount, 0) - coalesce(o.amount, 0))::bigint as difference,
           case when b.amount is null then 'only-old' when o.amount is null then 'only-new'
                when b.amount = o.amount then 'same' when b.amount > o.amount then 'more'
                else 'less' end as outcome,
           coalesce(b.lease_id, r.lease_id) as "leaseId"
      from markets.v_stall s
      left join movein.old_figure o
        on o.board_id = s.board_id and o.stall_id = s.stall_id and o.month = $3
      left join bills b on b.stall_id = s.stall_id
      left join tenancy.v_lease r on r.board_id = s.board_id and r.stall_id = s.stall_id
       and daterange(r.valid_from, r.valid_to, '[]') @> $4::date
     where s.market_id = $2 and (o.amount is not null or b.amount is not null)
       and ($1::uuid[] is null or s.market_id = any ($1)))`;

export async function comparisonRows(
  tx: Reading,
  lastDay: BusinessDate,
  filter: ComparisonFilter,
): Promise<Page<ComparisonDto>> {
  const rows = await tx.sql<ComparisonDto & { total: number }>(ROWS_PAGE, [
    marketScope(tx.actor),
    filter.marketId,
    filter.month,
    lastDay,
    filter.outcome ?? null,
    filter.q?.trim() || null,
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}

const ROWS_PAGE = `${ROWS}
  select *, count(*) over () as total from sides
   where ($5::text is null or outcome = $5)
     and ($6::text is null or strpos(lower(unaccent(concat_ws(' ', "stallCode", "vendorName"))),
                                     lower(unaccent($6))) > 0)
   order by abs(difference) desc, "stallCode"
   limit $7 offset $8`;

const ROWS_SUM = `${ROWS}
  select count(*) as stalls, count(*) filter (where outcome <> 'same') as different,
         coalesce(sum("oldAmount"), 0)::bigint as "oldAmount",
         coalesce(sum("newAmount"), 0)::bigint as "newAmount"
    from sides`;

export async function comparisonSum(
  tx: Reading,
  lastDay: BusinessDate,
  { marketId, month }: Pick<ComparisonFilter, 'marketId' | 'month'>,
): Promise<ComparisonSumDto> {
  const scope = marketScope(tx.actor);
  const [sum] = await tx.sql<ComparisonSumDto>(ROWS_SUM, [scope, marketId, month, lastDay]);
  return sum ?? { stalls: 0, different: 0, oldAmount: 0, newAmount: 0 };
}

export interface StallPlace {
  readonly id: Id;
  readonly boardId: Id;
  readonly marketId: Id;
  readonly code: string;
}

export function stallsOfMarket(tx: Reading, marketId: Id): Promise<StallPlace[]> {
  return tx.sql<StallPlace>(
    `select stall_id as id, board_id as "boardId", market_id as "marketId", code
       from markets.v_stall where market_id = $1`,
    [marketId],
  );
}

/** The month's figures of a market are those given; what was typed before for others stays. */
export async function keepFigures(
  tx: Tx,
  month: Month,
  figures: readonly (StallPlace & Pick<OldFigure, 'amount'>)[],
  at: Date,
): Promise<void> {
  await tx.sql(
    `insert into movein.old_figure (board_id, market_id, stall_id, month, amount, entered_by,
       entered_by_name, entered_at)
     select f.board_id, f.market_id, f.stall_id, $5, f.amount, $6, $7, $8
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[])
              as f (board_id, market_id, stall_id, amount)
     on conflict (board_id, stall_id, month) do update
       set amount = excluded.amount, entered_by = excluded.entered_by,
           entered_by_name = excluded.entered_by_name, entered_at = excluded.entered_at`,
    [
      figures.map(({ boardId }) => boardId),
      figures.map(({ marketId }) => marketId),
      figures.map(({ id }) => id),
      figures.map(({ amount }) => amount),
      month,
      tx.actor.userId,
      tx.actor.displayName,
      at,
    ],
  );
}
