import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';
import type { SeenMovement } from '../domain/movement';
import { contentHashOf, type Placement } from './placement';

type Placed<Kind extends Placement['kind']> = Extract<Placement, { kind: Kind }>;

/** One row per real movement of money. */
export async function insertRecords(
  tx: Tx,
  boardId: Id,
  placed: readonly Placed<'new'>[],
  now: Date,
): Promise<void> {
  if (placed.length === 0) return;
  const column = <T>(of: (row: SeenMovement) => T) => placed.map(({ row }) => of(row));
  await tx.sql(
    `insert into banking.bank_record (board_id, recorded_at, id, account_id, direction, amount,
       booked_at, booked_on, content, reference, counter_account, counter_name, virtual_account,
       balance_after)
     select $1, $2, r.*
       from unnest($3::uuid[], $4::uuid[], $5::text[], $6::bigint[], $7::timestamptz[], $8::date[],
                   $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
                   $14::bigint[]) as r`,
    [
      boardId,
      now,
      placed.map(({ recordId }) => recordId),
      column((row) => row.accountId),
      column((row) => row.direction),
      column((row) => row.amount),
      column((row) => row.bookedAt),
      column((row) => row.bookedOn),
      column((row) => row.content),
      column((row) => row.reference),
      column((row) => row.counterAccount),
      column((row) => row.counterName),
      column((row) => row.virtualAccount),
      column((row) => row.balanceAfter),
    ],
  );
}

/** What believes a record: a sighting, or a later delivery of the same id. */
export interface Proof {
  readonly recordId: Id;
  readonly sightingId: Id;
  readonly deliveryId: Id | null;
}

/** Keeps where each movement was seen; gives those that prove their record by themselves. */
export async function insertSightings(
  tx: Tx,
  boardId: Id,
  placed: readonly Placed<'new' | 'linked'>[],
  now: Date,
): Promise<Proof[]> {
  if (placed.length === 0) return [];
  const ids = placed.map(() => newId());
  const column = <T>(of: (row: SeenMovement) => T) => placed.map(({ row }) => of(row));
  await tx.sql(
    `insert into banking.sighting (board_id, seen_at, id, record_id, account_id, source, source_id,
       amount, direction, booked_on, content_hash, confirms, delivery_id, statement_id, row_number)
     select $1, $2, g.*
       from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::bigint[],
                   $9::text[], $10::date[], $11::bytea[], $12::boolean[], $13::uuid[], $14::uuid[],
                   $15::integer[]) as g`,
    [
      boardId,
      now,
      ids,
      placed.map(({ recordId }) => recordId),
      column((row) => row.accountId),
      column((row) => row.source),
      column((row) => row.sourceId),
      column((row) => row.amount),
      column((row) => row.direction),
      column((row) => row.bookedOn),
      column(contentHashOf),
      column((row) => row.confirms),
      column((row) => row.deliveryId),
      column((row) => row.statementId),
      column((row) => row.rowNumber),
    ],
  );
  return placed.flatMap(({ row, recordId }, at) => {
    const sightingId = ids[at];
    return row.confirms && sightingId ? [{ recordId, sightingId, deliveryId: null }] : [];
  });
}

/** A record that is believed from now on. */
export interface Believed {
  readonly recordId: Id;
  readonly direction: 'in' | 'out';
  readonly amount: Vnd;
  readonly bookedOn: BusinessDate;
  readonly bin: string;
  readonly number: string;
  readonly accountId: Id;
  readonly content: string;
  /** What a probe payment's text must carry; null where the account waits for none. */
  readonly probeCode: string | null;
}

/** Confirms records, each once; gives those that were not confirmed before. */
export async function insertConfirmations(
  tx: Tx,
  boardId: Id,
  proofs: readonly Proof[],
  now: Date,
): Promise<Believed[]> {
  const confirmed = await tx.sql<Pick<Believed, 'recordId'>>(
    `insert into banking.confirmation (board_id, at, record_id, sighting_id, delivery_id)
     select $1, $2, p.* from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as p
     on conflict (board_id, record_id) do nothing
     returning record_id as "recordId"`,
    [
      boardId,
      now,
      proofs.map((proof) => proof.recordId),
      proofs.map((proof) => proof.sightingId),
      proofs.map((proof) => proof.deliveryId),
    ],
  );
  // Fetched by key, apart: as one query, a planner without statistics of new tables compared each
  // confirmation with each record (20,000 rows: 10 s; so: 0.3 s).
  return tx.sql<Believed>(
    `select r.id as "recordId", r.direction, r.amount, r.booked_on as "bookedOn", a.bin, a.number,
            a.id as "accountId", r.content,
            case when a.live_at is null and r.direction = 'in' then a.probe_code end as "probeCode"
       from banking.bank_record r
       join banking.receiving_account a on a.board_id = r.board_id and a.id = r.account_id
      where r.board_id = $1 and r.id = any ($2::uuid[])`,
    [boardId, confirmed.map(({ recordId }) => recordId)],
  );
}

/** What a person must decide; asked once, however often it comes. */
export interface NewQuestion {
  readonly kind: 'conflict' | 'two-fit' | 'unknown-account';
  readonly accountId: Id | null;
  readonly row: Omit<SeenMovement, 'accountId'>;
  readonly contentHash: Buffer;
  readonly facts: object;
}

export async function insertQuestions(
  tx: Tx,
  boardId: Id,
  questions: readonly NewQuestion[],
  now: Date,
): Promise<void> {
  if (questions.length === 0) return;
  await tx.sql(
    `insert into banking.question (board_id, asked_at, id, account_id, kind, source, source_id,
       content_hash, booked_on, delivery_id, statement_id, row_number, facts)
     select $1, $2, q.*
       from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::bytea[],
                   $9::date[], $10::uuid[], $11::uuid[], $12::integer[], $13::jsonb[]) as q
     on conflict on constraint question_once do nothing`,
    [
      boardId,
      now,
      questions.map(() => newId()),
      questions.map((question) => question.accountId),
      questions.map((question) => question.kind),
      questions.map(({ row }) => row.source),
      questions.map(({ row }) => row.sourceId),
      questions.map(({ contentHash }) => contentHash),
      questions.map(({ row }) => row.bookedOn),
      questions.map(({ row }) => row.deliveryId),
      questions.map(({ row }) => row.statementId),
      questions.map(({ row }) => row.rowNumber),
      questions.map(({ row, facts }) => JSON.stringify({ row, ...facts })),
    ],
  );
}

/** Tells the planner of tables that are about to grow beyond what it knows of them. */
export async function learnSizes(tx: Tx, coming: number): Promise<void> {
  await tx.sql('select banking.learn_sizes($1)', [coming]);
}
