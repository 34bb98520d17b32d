import type { Id } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { SeenMovement, Source } from '../domain/movement';
import { keyOf, type FreeRecord, type KnownSighting, type ShownRecord } from './placement';

/**
 * One import or delivery at a time per account, until COMMIT: who sees what is known must be the one
 * who writes what is new.
 */
export async function lockAccounts(tx: Tx, accountIds: readonly Id[]): Promise<void> {
  await tx.sql(
    `select pg_advisory_xact_lock(hashtextextended('banking.account ' || id, 0))
       from (select distinct unnest($1::uuid[]) as id order by 1) as a`,
    [accountIds],
  );
}

type Identity = Pick<SeenMovement, 'accountId' | 'source' | 'sourceId'>;

// One statement asks about so many rows: a year's file stays below the time limit of a request, and
// what is written to ask is gone before the next part is asked.
const ROWS_AT_ONCE = 5_000;

/** The answers about all rows, asked part by part, one after another. */
async function inParts<Row, Answer>(
  rows: readonly Row[],
  ask: (part: readonly Row[]) => Promise<readonly Answer[]>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    for (const answer of await ask(rows.slice(from, from + ROWS_AT_ONCE))) answers.push(answer);
  return answers;
}

const columnsOf = (rows: readonly Identity[]) => [
  rows.map((row) => row.accountId),
  rows.map((row) => row.source),
  rows.map((row) => row.sourceId),
];

// A provider's webhook and its answer when it is asked may name a movement by one id.
const TWINS: Partial<Record<Source, Source>> = { sepay: 'sepay-pull', 'sepay-pull': 'sepay' };

function twinOf<Row extends Identity>(row: Row): Identity[] {
  const source = TWINS[row.source];
  return source ? [{ accountId: row.accountId, source, sourceId: row.sourceId }] : [];
}

/** Which of the rows' identities stand already, their own or their twin's; by the rows' keys. */
export async function knownSightings(
  tx: Reading,
  boardId: Id,
  rows: readonly SeenMovement[],
): Promise<Map<string, KnownSighting>> {
  const hasTwins = rows.some(({ source }) => TWINS[source]);
  const wanted = hasTwins ? rows.flatMap((row) => [row, ...twinOf(row)]) : rows;
  const found = await inParts(wanted, (part) =>
    tx.sql<Omit<KnownSighting, 'isTwin'> & Identity>(
      `select g.account_id as "accountId", g.source, g.source_id as "sourceId",
            g.id as "sightingId", g.record_id as "recordId", g.content_hash as "contentHash",
            c.record_id is not null as "isConfirmed", r.direction, r.amount, r.content
       from unnest($2::uuid[], $3::text[], $4::text[]) as w (account_id, source, source_id)
       join banking.sighting g using (account_id, source, source_id)
       join banking.bank_record r on r.board_id = g.board_id and r.id = g.record_id
       left join banking.confirmation c on c.board_id = g.board_id and c.record_id = g.record_id
      where g.board_id = $1`,
      [boardId, ...columnsOf(part)],
    ),
  );
  const own = new Map(found.map((one) => [keyOf(one), { ...one, isTwin: false }]));
  if (!hasTwins) return own;
  const twins = rows.flatMap((row) => {
    const twin = twinOf(row).flatMap((one) => own.get(keyOf(one)) ?? [])[0];
    return twin ? [[keyOf(row), { ...twin, isTwin: true }] as const] : [];
  });
  return new Map([...twins, ...own]);
}

/** Which of the rows wait already for a person to choose their record. */
export async function askedAbout(
  tx: Reading,
  boardId: Id,
  rows: readonly SeenMovement[],
): Promise<Set<string>> {
  const found = await inParts(rows, (part) =>
    tx.sql<Identity>(
      `select q.account_id as "accountId", q.source, q.source_id as "sourceId"
       from unnest($2::uuid[], $3::text[], $4::text[]) as w (account_id, source, source_id)
       join banking.question q using (account_id, source, source_id)
      where q.board_id = $1 and q.kind = 'two-fit' and q.answered_at is null`,
      [boardId, ...columnsOf(part)],
    ),
  );
  return new Set(found.map(keyOf));
}

/** Records near the rows: same account, direction and amount, at most a day apart. */
export interface NearRecords {
  /** Not yet shown by the rows' source. */
  readonly free: readonly FreeRecord[];
  /** Shown by it, under the day and the identity it gave them. */
  readonly shown: readonly ShownRecord[];
}

export async function recordsNear(
  tx: Reading,
  boardId: Id,
  rows: readonly SeenMovement[],
): Promise<NearRecords> {
  const found = await inParts(rows, (part) => nearRecords(tx, boardId, part));
  // Rows of two parts may be near one record.
  const near = [...new Map(found.map((record) => [record.id, record])).values()];
  if (near.length === 0) return { free: [], shown: [] };
  // Asked apart: as one query, a planner that knows little of new tables joined 1,000 rows to 2,000
  // sightings one by one, in 7 s.
  const sightings = await inParts(near, (part) =>
    tx.sql<Pick<ShownRecord, 'id' | 'bookedOn' | 'sourceId'>>(
      `select record_id as id, booked_on as "bookedOn", source_id as "sourceId"
       from banking.sighting
      where board_id = $1 and record_id = any ($2::uuid[]) and source = $3`,
      [boardId, part.map(({ id }) => id), rows[0]?.source],
    ),
  );
  const sightingOf = new Map(sightings.map((sighting) => [sighting.id, sighting]));
  return {
    free: near.filter(({ id }) => !sightingOf.has(id)),
    shown: near.flatMap((record) => {
      const sighting = sightingOf.get(record.id);
      return sighting ? [{ ...record, ...sighting }] : [];
    }),
  };
}

function nearRecords(
  tx: Reading,
  boardId: Id,
  rows: readonly SeenMovement[],
): Promise<FreeRecord[]> {
  return tx.sql<FreeRecord>(
    `select r.id, r.account_id as "accountId", r.direction, r.amount, r.booked_on as "bookedOn",
            r.content
       from (select distinct w.account_id, w.direction, w.amount, d.day
               from unnest($2::uuid[], $3::text[], $4::bigint[], $5::date[])
                      as w (account_id, direction, amount, booked_on)
              cross join lateral
                    (values (w.booked_on - 1), (w.booked_on), (w.booked_on + 1)) as d (day)) as w
       join banking.bank_record r
         on r.board_id = $1 and r.account_id = w.account_id and r.booked_on = w.day
        and r.amount = w.amount and r.direction = w.direction
      order by r.id`,
    [
      boardId,
      rows.map((row) => row.accountId),
      rows.map((row) => row.direction),
      rows.map((row) => row.amount),
      rows.map((row) => row.bookedOn),
    ],
  );
}
