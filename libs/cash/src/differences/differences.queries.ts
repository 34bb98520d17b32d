import { invariant, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';
import { account } from '@cho40/ledger';
import { offsetOf, pageOfRows, type PageQueryDto, type Reading, type Tx } from '@cho40/platform';
import type { DifferenceActKind } from '../domain/difference-acts';

export interface DifferenceAct {
  readonly boardId: Id;
  readonly collectorId: Id;
  readonly kind: DifferenceActKind;
  readonly amount: Vnd;
  readonly reason: string;
}

/** What of a collector's shortages and surpluses is not settled yet. */
export async function openDifference(
  tx: Reading,
  boardId: Id,
  collectorId: Id,
): Promise<{ shortage: Vnd; surplus: Vnd }> {
  const [open] = await tx.sql<{ shortage: Vnd; surplus: Vnd }>(
    `select coalesce(sum(amount) filter (where account = $2), 0)::bigint as shortage,
            coalesce(-sum(amount) filter (where account = $3), 0)::bigint as surplus
       from ledger.v_posting where board_id = $1 and account in ($2, $3)`,
    [boardId, account.shortage(collectorId), account.surplus(collectorId)],
  );
  invariant(open !== undefined, 'an aggregate without a row');
  return open;
}

/** Who a difference stands under, by the name of their last count that differed. */
export async function holderOf(
  tx: Reading,
  boardId: Id,
  holderId: Id,
): Promise<{ name: string; keepsSafe: boolean } | undefined> {
  const [holder] = await tx.sql<{ name: string; keepsSafe: boolean }>(
    `select d.holder_name as name,
            exists (select from cash.safe_count k
                     where k.board_id = $1 and k.cashier_id = $2) as "keepsSafe"
       from cash.v_difference d
      where d.board_id = $1 and d.holder_id = $2
      order by d.counted_at desc limit 1`,
    [boardId, holderId],
  );
  return holder;
}

export async function standingAct(tx: Reading, id: Id): Promise<DifferenceAct | undefined> {
  const [act] = await tx.sql<DifferenceAct>(
    `select board_id as "boardId", collector_id as "collectorId", kind, amount, reason
       from cash.difference_act where id = $1`,
    [id],
  );
  return act;
}

export async function insertAct(
  tx: Tx,
  act: DifferenceAct & {
    readonly id: Id;
    readonly collectorName: string;
    readonly by: { readonly id: Id; readonly name: string };
    readonly at: Date;
    readonly on: BusinessDate;
  },
): Promise<void> {
  await tx.sql(
    `insert into cash.difference_act (board_id, id, collector_id, collector_name, kind, amount,
       reason, by_id, by_name, at, on_date)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      act.boardId,
      act.id,
      act.collectorId,
      act.collectorName,
      act.kind,
      act.amount,
      act.reason.trim(),
      act.by.id,
      act.by.name,
      act.at,
      act.on,
    ],
  );
}

/** Somebody under whose name a count ever differed, settled or not: a collector, or the cashier. */
export interface CollectorDifference {
  readonly boardId: Id;
  readonly boardName: string;
  readonly collectorId: Id;
  readonly collectorName: string;
  /** Everything that was ever missing or too much, and what of it is open. */
  readonly everShort: Vnd;
  readonly shortage: Vnd;
  readonly everOver: Vnd;
  readonly surplus: Vnd;
  /** They counted the safe: what is short or over may be the safe's. */
  readonly keepsSafe: boolean;
}

/** The largest open difference first. */
export function collectorDifferences(tx: Reading): Promise<CollectorDifference[]> {
  return tx.sql<CollectorDifference>(
    `with counted as (
       select board_id, holder_id as collector_id, max(holder_name) as name,
              sum(greatest(-difference, 0))::bigint as short,
              sum(greatest(difference, 0))::bigint as over
         from cash.v_difference
        group by board_id, holder_id
     ), settled as (
       select board_id, collector_id,
              coalesce(sum(amount) filter (where kind = 'paid-back'), 0)::bigint as short,
              coalesce(sum(amount) filter (where kind <> 'paid-back'), 0)::bigint as over
         from cash.difference_act
        group by board_id, collector_id)
     select c.board_id as "boardId", b.name as "boardName", c.collector_id as "collectorId",
            c.name as "collectorName", c.short as "everShort",
            c.short - coalesce(s.short, 0) as shortage, c.over as "everOver",
            c.over - coalesce(s.over, 0) as surplus,
            exists (select from cash.safe_count k
                     where k.board_id = c.board_id and k.cashier_id = c.collector_id)
              as "keepsSafe"
       from counted c
       join markets.v_board b on b.board_id = c.board_id
       left join settled s on s.board_id = c.board_id and s.collector_id = c.collector_id
      order by abs(c.short - coalesce(s.short, 0)) + abs(c.over - coalesce(s.over, 0)) desc,
               c.name, c.collector_id`,
  );
}

export interface DifferenceActLine {
  readonly id: Id;
  readonly boardId: Id;
  readonly collectorId: Id;
  readonly collectorName: string;
  readonly kind: DifferenceActKind;
  readonly amount: Vnd;
  readonly reason: string;
  readonly byName: string;
  readonly at: Date;
}

/** The newest first. */
export async function actPage(tx: Reading, filter: Pick<PageQueryDto, 'cursor' | 'limit'>) {
  const rows = await tx.sql<DifferenceActLine & { total: number }>(
    `select id, board_id as "boardId", collector_id as "collectorId",
            collector_name as "collectorName", kind, amount, reason, by_name as "byName", at,
            count(*) over () as total
       from cash.difference_act
      order by at desc, id desc
      limit $1 offset $2`,
    [filter.limit, offsetOf(filter)],
  );
  return pageOfRows(rows, filter);
}

export async function actOf(tx: Reading, id: Id): Promise<DifferenceActLine | undefined> {
  const [act] = await tx.sql<DifferenceActLine>(
    `select id, board_id as "boardId", collector_id as "collectorId",
            collector_name as "collectorName", kind, amount, reason, by_name as "byName", at
       from cash.difference_act where id = $1`,
    [id],
  );
  return act;
}
