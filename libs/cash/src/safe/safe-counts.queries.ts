import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { offsetOf, pageOfRows, type PageQueryDto, type Reading, type Tx } from '@cho40/platform';
import type { NoteCount } from '../domain/notes';

export interface SafeCount {
  readonly id: Id;
  readonly boardId: Id;
  readonly boardName: string;
  readonly number: string;
  readonly counted: Vnd;
  readonly booked: Vnd;
  /** What was posted of it: nothing in counts of the time before counts were posted. */
  readonly difference: number;
  readonly notes: readonly NoteCount[];
  readonly witnessName: string;
  readonly cashierName: string;
  readonly remark: string;
  readonly countedAt: Date;
  readonly countedOn: BusinessDate;
}

export async function safeCountOf(tx: Reading, id: Id): Promise<SafeCount | undefined> {
  const [count] = await tx.sql<SafeCount>('select * from cash.v_safe_count_line where id = $1', [
    id,
  ]);
  return count;
}

/** The newest first. */
export async function safeCountPage(tx: Reading, filter: Pick<PageQueryDto, 'cursor' | 'limit'>) {
  const rows = await tx.sql<SafeCount & { total: number }>(
    `select *, count(*) over () as total from cash.v_safe_count_line
      order by "countedAt" desc, id desc
      limit $1 offset $2`,
    [filter.limit, offsetOf(filter)],
  );
  return pageOfRows(rows, filter);
}

/** A count about to be kept. What it differs by is posted beside it. */
export interface SafeCountRow {
  readonly boardId: Id;
  readonly id: Id;
  readonly number: string;
  readonly counted: Vnd;
  readonly booked: Vnd;
  readonly notes: readonly NoteCount[];
  readonly witnessName: string;
  readonly remark: string;
  readonly cashier: { readonly id: Id; readonly name: string };
  readonly now: Date;
  readonly on: BusinessDate;
}

export async function insertSafeCount(tx: Tx, count: SafeCountRow): Promise<void> {
  const { boardId, id, number, counted, booked, cashier } = count;
  await tx.sql(
    `insert into cash.safe_count (board_id, id, number, counted, booked, notes, witness_name,
       remark, cashier_id, cashier_name, counted_at, counted_on, difference)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      boardId,
      id,
      number,
      counted,
      booked,
      JSON.stringify(count.notes),
      count.witnessName.trim(),
      count.remark.trim(),
      cashier.id,
      cashier.name,
      count.now,
      count.on,
      counted - booked,
    ],
  );
}
