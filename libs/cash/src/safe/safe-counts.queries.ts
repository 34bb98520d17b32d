import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { offsetOf, pageOfRows, type PageQueryDto, type Reading } from '@cho40/platform';
import type { NoteCount } from '../domain/notes';

export interface SafeCount {
  readonly id: Id;
  readonly boardId: Id;
  readonly boardName: string;
  readonly number: string;
  readonly counted: Vnd;
  readonly booked: Vnd;
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
