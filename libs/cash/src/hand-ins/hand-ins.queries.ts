import { invariant, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';
import { account } from '@cho40/ledger';
import type { Reading, Tx } from '@cho40/platform';
import type { NoteCount } from '../domain/notes';

/** What a collector of a board holds. */
export interface CashInHand {
  readonly boardId: Id;
  readonly boardName: string;
  readonly collectorId: Id;
  readonly collectorName: string;
  readonly inHand: Vnd;
  /** The day of the oldest receipt whose money is still held: hand-ins settle the oldest first. */
  readonly oldestTakenOn: BusinessDate | null;
}

/** What every collector holds, the largest sum first; of the actor's markets only. */
export function cashInHand(tx: Reading, markets: readonly Id[] | null): Promise<CashInHand[]> {
  return tx.sql<CashInHand>(
    `with gone as (
       select board_id, collector_id, sum(amount) as amount
         from cash.v_left_hand
        group by board_id, collector_id
     ), taken as (
       select t.*, sum(t.amount) over collector as up_to_here
         from cash.v_taken t
        where t.undone_at is null
       window collector as (partition by t.board_id, t.collector_id
         order by t.taken_at, t.source_id rows unbounded preceding))
     select t.board_id as "boardId", b.name as "boardName", t.collector_id as "collectorId",
            (array_agg(t.collector_name order by t.taken_at desc))[1] as "collectorName",
            (sum(t.amount) - coalesce(max(g.amount), 0))::bigint as "inHand",
            min(t.taken_on) filter (where t.up_to_here > coalesce(g.amount, 0)) as "oldestTakenOn"
       from taken t
       join markets.v_board b on b.board_id = t.board_id
       left join gone g on g.board_id = t.board_id and g.collector_id = t.collector_id
      group by t.board_id, b.name, t.collector_id
     having $1::uuid[] is null or bool_or(t.market_id = any ($1))
      order by "inHand" desc, t.collector_id`,
    [markets],
  );
}

/** What one collector of a board holds, by the books. */
export async function heldBy(tx: Reading, boardId: Id, collectorId: Id): Promise<Vnd> {
  const [held] = await tx.sql<{ amount: Vnd }>(
    `select coalesce(sum(amount), 0)::bigint as amount
       from ledger.v_posting where board_id = $1 and account = $2`,
    [boardId, account.cashOfCollector(collectorId)],
  );
  invariant(held !== undefined, 'an aggregate without a row');
  return held.amount;
}

/** The name a collector of a board last worked under; none for who never took cash there. */
export async function collectorNameOf(
  tx: Reading,
  boardId: Id,
  collectorId: Id,
): Promise<string | undefined> {
  const [shift] = await tx.sql<{ name: string }>(
    `select collector_name as name from cash.shift
      where board_id = $1 and collector_id = $2 order by opened_at desc limit 1`,
    [boardId, collectorId],
  );
  return shift?.name;
}

export interface StandingHandIn {
  readonly boardId: Id;
  readonly collectorId: Id;
  readonly amount: Vnd;
  readonly expected: Vnd;
}

export async function standingHandIn(tx: Reading, id: Id): Promise<StandingHandIn | undefined> {
  const [handIn] = await tx.sql<StandingHandIn>(
    `select board_id as "boardId", collector_id as "collectorId", amount, expected
       from cash.hand_in where id = $1`,
    [id],
  );
  return handIn;
}

export async function insertHandIn(
  tx: Tx,
  handIn: StandingHandIn & {
    readonly id: Id;
    readonly collectorName: string;
    readonly cashier: { readonly id: Id; readonly name: string };
    readonly notes: readonly NoteCount[] | null;
    readonly now: Date;
    readonly on: BusinessDate;
  },
): Promise<void> {
  await tx.sql(
    `insert into cash.hand_in (board_id, id, collector_id, collector_name, cashier_id,
       cashier_name, amount, expected, notes, counted_at, counted_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      handIn.boardId,
      handIn.id,
      handIn.collectorId,
      handIn.collectorName,
      handIn.cashier.id,
      handIn.cashier.name,
      handIn.amount,
      handIn.expected,
      handIn.notes && JSON.stringify(handIn.notes),
      handIn.now,
      handIn.on,
    ],
  );
}
