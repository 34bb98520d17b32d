import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { offsetOf, pageOfRows, type PageQueryDto, type Reading } from '@cho40/platform';
import { cashError } from '../errors';

export interface ShiftFilter extends Pick<PageQueryDto, 'cursor' | 'limit' | 'q'> {
  readonly marketId?: Id;
  readonly collectorId?: Id;
  readonly state?: 'open' | 'closed';
  readonly from?: BusinessDate;
  readonly to?: BusinessDate;
}

/** A shift as it is listed: an open one with what it took so far. */
export interface ShiftLine {
  readonly id: Id;
  readonly boardId: Id;
  readonly marketId: Id;
  readonly marketName: string;
  readonly collectorId: Id;
  readonly collectorName: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly closedByName: string | null;
  /** By receipts, and by tickets and their books. */
  readonly byReceipts: Vnd;
  readonly byTickets: Vnd;
  readonly count: number;
  /** The hand-in to expect, as it was said at the close; null while it is open. */
  readonly expected: Vnd | null;
}

/** The open ones first, then the newest. */
export async function shiftPage(tx: Reading, filter: ShiftFilter, markets: readonly Id[] | null) {
  const rows = await tx.sql<ShiftLine & { total: number }>(
    `with found as (
       select s.id, s.opened_at, s.closed_at is not null as closed, count(*) over () as total
         from cash.shift s
        where ($1::uuid[] is null or s.market_id = any ($1))
          and ($2::uuid is null or s.market_id = $2)
          and ($3::uuid is null or s.collector_id = $3)
          and ($4::text is null or (s.closed_at is null) = ($4 = 'open'))
          and s.opened_on between coalesce($5::date, '-infinity') and coalesce($6::date, 'infinity')
          and ($7::text is null or unaccent(s.collector_name) ilike '%' || unaccent($7) || '%')
        order by s.closed_at is not null, s.opened_at desc, s.id desc
        limit $8 offset $9)
     select l.*, f.total
       from found f
       join cash.v_shift_line l on l.id = f.id
      order by f.closed, f.opened_at desc, f.id desc`,
    [
      markets,
      filter.marketId ?? null,
      filter.collectorId ?? null,
      filter.state ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.q?.trim() || null,
      filter.limit,
      offsetOf(filter),
    ],
  );
  return pageOfRows(rows, filter);
}

/** @throws cash.shiftNotFound */
export async function shiftOf(
  tx: Reading,
  shiftId: Id,
  markets: readonly Id[] | null,
): Promise<ShiftLine> {
  const [shift] = await tx.sql<ShiftLine>(
    `select * from cash.v_shift_line
      where id = $1 and ($2::uuid[] is null or "marketId" = any ($2))`,
    [shiftId, markets],
  );
  if (!shift) throw cashError('shiftNotFound', { shiftId });
  return shift;
}
