import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { offsetOf, pageOfRows, type PageQueryDto, type Reading } from '@cho40/platform';
import type { HandInFacts } from '../domain/safe-papers';

export interface HandInFilter extends Pick<PageQueryDto, 'cursor' | 'limit' | 'q'> {
  readonly collectorId?: Id;
  readonly from?: BusinessDate;
  readonly to?: BusinessDate;
}

export interface HandInLine {
  readonly id: Id;
  readonly boardId: Id;
  readonly boardName: string;
  readonly collectorId: Id;
  readonly collectorName: string;
  readonly cashierName: string;
  readonly amount: Vnd;
  readonly expected: Vnd;
  readonly countedAt: Date;
}

/** The newest first. */
export async function handInPage(tx: Reading, filter: HandInFilter) {
  const rows = await tx.sql<HandInLine & { total: number }>(
    `select h.hand_in_id as id, h.board_id as "boardId", b.name as "boardName",
            h.collector_id as "collectorId", h.collector_name as "collectorName",
            h.cashier_name as "cashierName", h.amount, h.expected, h.counted_at as "countedAt",
            count(*) over () as total
       from cash.v_hand_in h
       join markets.v_board b on b.board_id = h.board_id
      where ($1::uuid is null or h.collector_id = $1)
        and h.counted_on between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
        and ($4::text is null or unaccent(h.collector_name) ilike '%' || unaccent($4) || '%')
      order by h.counted_at desc, h.hand_in_id desc
      limit $5 offset $6`,
    [
      filter.collectorId ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.q?.trim() || null,
      filter.limit,
      offsetOf(filter),
    ],
  );
  return pageOfRows(rows, filter);
}

/** One hand-in of those that the reader sees. */
export async function handInOf(tx: Reading, id: Id): Promise<HandInLine | undefined> {
  const [line] = await tx.sql<HandInLine>(
    `select h.hand_in_id as id, h.board_id as "boardId", b.name as "boardName",
            h.collector_id as "collectorId", h.collector_name as "collectorName",
            h.cashier_name as "cashierName", h.amount, h.expected, h.counted_at as "countedAt"
       from cash.v_hand_in h
       join markets.v_board b on b.board_id = h.board_id
      where h.hand_in_id = $1`,
    [id],
  );
  return line;
}

/** What stands on the paper of a hand-in; its number is that of its slip. */
export async function handInFacts(tx: Reading, id: Id): Promise<HandInFacts | undefined> {
  const [facts] = await tx.sql<HandInFacts>(
    `select b.name as "boardName", s.number, h.collector_name as "collectorName",
            h.cashier_name as "cashierName", h.amount, h.expected, h.notes,
            h.counted_at as "countedAt"
       from cash.hand_in h
       join markets.v_board b on b.board_id = h.board_id
       left join cash.safe_slip s on s.board_id = h.board_id and s.key = 'hand-in:' || h.id
      where h.id = $1`,
    [id],
  );
  return facts;
}
