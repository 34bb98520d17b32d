import type { Id } from '@cho40/kernel';
import { marketScope, offsetOf, type PageQueryDto, type Reading } from '@cho40/platform';
import type { SettlementLineDto, SettlementLineQueryDto } from './settlement-line.dto';

/** A line with the codes in its text, which are shown to everybody. */
export type LineRow = Pick<SettlementLineDto, keyof SettlementLineDto> & {
  readonly codes: string[];
};

const LINES = `
  select f.*, count(*) over () as total
    from (
    select l.line_id as id, l.board_id as "boardId", l.batch_id as "batchId",
           w.name as "walletName", l.row_number as "rowNumber",
           l.transaction_id as "transactionId", l.kind, l.amount, l.fee, l.net,
           l.paid_at as "paidAt", l.content, l.original_id as "originalId",
           case when l.kind = 'refund' then 'refund' else coalesce(s.state, 'waiting') end as state,
           case when s.state = 'waiting' then null else s.reason end as reason,
           s.decided_by_name as "decidedByName", s.since,
           coalesce((select array_agg(c.code)
                       from jsonb_array_elements_text(s.evidence->'codes') as c (code)), '{}')
             as codes,
           case when p.payment_id is not null then jsonb_build_object('paymentId', p.payment_id,
             'leaseId', p.lease_id, 'marketName', m.name, 'stallCode', t.code,
             'vendorName', v.vendor_name, 'ticketId', p.ticket_id, 'ticketNumber', k.number) end
             as credited
      from banking.v_settlement_line l
      join banking.v_wallet w on w.board_id = l.board_id and w.wallet_id = l.wallet_id
      left join reconciliation.line_standing s on s.board_id = l.board_id and s.line_id = l.line_id
      left join billing.v_payment p on p.board_id = s.board_id and p.payment_id = s.payment_id
      left join markets.v_market m on m.board_id = p.board_id and m.market_id = p.market_id
      left join tenancy.v_lease v on v.board_id = p.board_id and v.lease_id = p.lease_id
      left join markets.v_stall t on t.board_id = v.board_id and t.stall_id = v.stall_id
      left join billing.v_ticket k on k.board_id = p.board_id and k.ticket_id = p.ticket_id
     where $1::uuid[] is null or s.market_id is null or s.market_id = any ($1)) f
   where ($2::uuid is null or f."batchId" = $2) and ($3::text is null or f.state = $3)
     and ($4::text is null or f."transactionId" ilike '%' || $4 || '%' or f.amount::text = $4)
     and ($7::uuid is null or f.id = $7)
   order by f."paidAt", f.id
   limit $5 offset $6`;

/** In the order in which they were paid. */
export function lineRows(
  tx: Reading,
  filter: SettlementLineQueryDto & Pick<PageQueryDto, 'q'>,
): Promise<(LineRow & { total: number })[]> {
  return tx.sql<LineRow & { total: number }>(LINES, [
    marketScope(tx.actor),
    filter.batchId ?? null,
    filter.state ?? null,
    filter.q?.trim() || null,
    filter.limit,
    offsetOf(filter),
    null,
  ]);
}

export async function lineRow(tx: Reading, lineId: Id): Promise<LineRow | null> {
  const [line] = await tx.sql<LineRow & { total?: number }>(LINES, [
    marketScope(tx.actor),
    null,
    null,
    null,
    1,
    0,
    lineId,
  ]);
  if (!line) return null;
  const { total: _, ...row } = line;
  return row;
}
