import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import type {
  TicketDto,
  TicketKindDto,
  TicketQueryDto,
  TicketSumDto,
  TicketSumsDto,
} from './ticket.dto';

const TICKETS = `
  select t.ticket_id as id, t.number, t.code, t.market_id as "marketId", m.name as "marketName",
         b.name as "boardName", t.on_date as "on", t.off_day_reason as "offDayReason",
         t.fee_type as "feeType", t.unit, t.goods_group as "goodsGroup", t.carrier,
         t.is_roofed as "isRoofed", t.area_m2 as "areaM2", t.count, t.unit_price as "unitPrice",
         t.amount, t.tax_percent as "taxPercent", t.tax_amount as "taxAmount",
         f.decision_number as "decisionNumber", f.description, t.way, t.state, t.paid_by as "paidBy",
         t.paid_amount as "paidAmount", t.paid_at as "paidAt", t.issued_at as "issuedAt",
         t.issued_by_name as "issuedByName", t.void_reason as "voidReason", count(*) over () as total
    from billing.v_ticket t
    join markets.v_board b on b.board_id = t.board_id
    join markets.v_market m on m.board_id = t.board_id and m.market_id = t.market_id
    join tariffs.v_tariff f on f.board_id = t.board_id and f.tariff_id = t.tariff_id
   where ($1::uuid[] is null or t.market_id = any ($1))
     and ($2::uuid[] is null or t.ticket_id = any ($2))
     and ($3::uuid is null or t.market_id = $3)
     and t.on_date between coalesce($4::date, '-infinity') and coalesce($5::date, 'infinity')
     and ($6::text is null or t.state = $6) and ($7::text is null or t.way = $7)
     and ($8::uuid is null or t.issued_by = $8)
     and ($9::text is null or strpos(upper(concat_ws(' ', t.number, t.code)), upper($9)) > 0)
   order by case $10 when 'amount' then t.amount when '-amount' then -t.amount end,
            case $10 when 'on' then t.on_date end, case $10 when '-on' then t.on_date end desc,
            case $10 when 'number' then t.number end,
            t.issued_at desc, t.number desc, t.ticket_id
   limit $11 offset $12`;

export type TicketFilter = Partial<TicketQueryDto> & { ids?: readonly Id[]; limit: number };

/** Tickets within the actor's reach, the last sold first. */
export async function findTickets(tx: Reading, filter: TicketFilter): Promise<Page<TicketDto>> {
  const rows = await tx.sql<TicketDto & { total: number }>(TICKETS, [
    marketScope(tx.actor),
    filter.ids ?? null,
    filter.marketId ?? null,
    filter.from ?? null,
    filter.to ?? null,
    filter.state ?? null,
    filter.way ?? null,
    filter.issuedBy ?? null,
    filter.q?.trim() || null,
    filter.sort ?? null,
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}

/** What became of the money of some days' tickets; void ones are left out. */
export async function sumTickets(
  tx: Reading,
  { marketId, from, to }: Pick<TicketFilter, 'marketId' | 'from' | 'to'>,
): Promise<TicketSumsDto> {
  const rows = await tx.sql<TicketSumDto & { place: 'cash' | 'bank' | 'waiting' }>(
    `select case when paid_by = 'settlement' then 'bank' else coalesce(paid_by, 'waiting') end as place, count(*) as count, sum(amount)::bigint as amount
       from billing.v_ticket
      where state <> 'void' and ($1::uuid[] is null or market_id = any ($1))
        and ($2::uuid is null or market_id = $2)
        and on_date between coalesce($3::date, '-infinity') and coalesce($4::date, 'infinity')
      group by 1`,
    [marketScope(tx.actor), marketId ?? null, from ?? null, to ?? null],
  );
  const of = (place: string) => {
    const found = rows.filter((row) => place === 'sold' || row.place === place);
    return {
      count: found.reduce((sum, { count }) => sum + count, 0),
      amount: found.reduce((sum, { amount }) => sum + amount, 0),
    };
  };
  return { sold: of('sold'), cash: of('cash'), bank: of('bank'), waiting: of('waiting') };
}

/** The prices by which a market sells tickets on a day; those of a stall's place are none. */
export function ticketKinds(
  tx: Reading,
  { boardId, marketId }: { boardId: Id; marketId: Id },
  on: BusinessDate,
): Promise<TicketKindDto[]> {
  return tx.sql<TicketKindDto>(
    `select tariff_id as "tariffId", fee_type as "feeType", fee_name_vi as "feeNameVi",
            fee_name_en as "feeNameEn", description, unit, goods_group as "goodsGroup", carrier,
            is_roofed as "isRoofed", price, tax_percent as "taxPercent",
            is_pass_through as "isPassThrough", decision_number as "decisionNumber"
       from tariffs.v_tariff
      where board_id = $1 and market_id = $2 and unit in ('m2-day', 'visit', 'session')
        and valid_from <= $3 and (valid_to is null or valid_to >= $3)
        and num_nonnulls(open_sides, is_corner, row_grade, price_class) = 0
      order by settle_order, unit, goods_group nulls first, carrier nulls first, is_roofed`,
    [boardId, marketId, on],
  );
}
