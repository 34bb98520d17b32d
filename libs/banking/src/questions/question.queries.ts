import type { BusinessDate, Id } from '@cho40/kernel';
import { offsetOf, type PageQueryDto, type Reading, type Tx } from '@cho40/platform';
import type { SeenMovement } from '../domain/movement';
import { bankingError } from '../errors';

export type QuestionKind = 'conflict' | 'two-fit' | 'unknown-account';

/** A movement as jsonb keeps it. */
type KeptRow = Omit<SeenMovement, 'accountId' | 'bookedAt'> & { readonly bookedAt: string };

export interface OpenQuestion {
  readonly id: Id;
  readonly boardId: Id;
  readonly accountId: Id | null;
  readonly accountNumber: string | null;
  readonly kind: QuestionKind;
  readonly bookedOn: BusinessDate;
  readonly row: KeptRow;
  readonly candidates: readonly Id[];
}

// The question of an id, or a page of the answered or open ones.
const QUESTIONS = `
  select q.id, q.board_id as "boardId", q.account_id as "accountId", q.kind,
         q.booked_on as "bookedOn", coalesce(a.number, q.facts ->> 'accountNumber') as "accountNumber",
         q.facts -> 'row' as row, coalesce(q.facts -> 'candidates', '[]') as candidates,
         q.source, q.statement_id as "statementId", q.delivery_id as "deliveryId",
         q.row_number as "rowNumber", q.asked_at as "askedAt", q.answered_at as "answeredAt",
         q.answered_by_name as "answeredByName", q.answer
    from banking.question q
    left join banking.receiving_account a on a.board_id = q.board_id and a.id = q.account_id
   where ($1::uuid is null or q.id = $1) and ($2::boolean is null or (q.answer is not null) = $2)
   order by q.asked_at desc, q.id
   limit $3 offset $4`;

export async function openQuestion(tx: Reading, id: Id): Promise<OpenQuestion> {
  const [question] = await tx.sql<ListedQuestion>(QUESTIONS, [id, null, 1, 0]);
  if (!question) throw bankingError('questionNotFound', { id });
  if (question.answeredAt) throw bankingError('questionAnswered', { id });
  return question;
}

/** The first of two answers at once wins. */
export async function closeQuestion(tx: Tx, id: Id, answer: string, now: Date): Promise<void> {
  const closed = await tx.sql(
    `update banking.question
        set answered_at = $2, answered_by = $3, answered_by_name = $4, answer = $5
      where id = $1 and answered_at is null returning id`,
    [id, now, tx.actor.userId, tx.actor.displayName, answer],
  );
  if (closed.length === 0) throw bankingError('questionAnswered', { id });
}

export interface ListedQuestion extends OpenQuestion {
  readonly source: string;
  readonly statementId: Id | null;
  readonly deliveryId: Id | null;
  readonly rowNumber: number | null;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly answeredByName: string | null;
  readonly answer: string | null;
}

export async function listQuestions(
  tx: Reading,
  query: Pick<PageQueryDto, 'cursor' | 'limit'>,
  isAnswered: boolean,
): Promise<{ rows: ListedQuestion[]; total: number }> {
  const rows = await tx.sql<ListedQuestion>(QUESTIONS, [
    null,
    isAnswered,
    query.limit,
    offsetOf(query),
  ]);
  const [counted] = await tx.sql<{ total: number }>(
    'select count(*) as total from banking.question where (answered_at is not null) = $1',
    [isAnswered],
  );
  return { rows, total: counted?.total ?? 0 };
}

export interface CandidateRecord {
  readonly recordId: Id;
  readonly bookedAt: Date;
  readonly amount: number;
  readonly content: string;
}

/** The records among which somebody must choose. */
export function candidateRecords(tx: Reading, ids: readonly Id[]): Promise<CandidateRecord[]> {
  return tx.sql<CandidateRecord>(
    `select id as "recordId", booked_at as "bookedAt", amount, content
       from banking.bank_record where id = any ($1::uuid[]) order by booked_at, id`,
    [ids],
  );
}
