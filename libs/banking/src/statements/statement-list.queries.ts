import { offsetOf, type Reading } from '@cho40/platform';
import type { StatementDto, StatementQueryDto } from './statements.dto';

/** The newest import first, with how many of its days are proven today. */
export async function listStatements(
  tx: Reading,
  query: StatementQueryDto,
): Promise<{ rows: StatementDto[]; total: number }> {
  const rows = await tx.sql<StatementDto>(
    `with page as (
       select board_id, id, account_id, file_name, layout, from_on, to_on, opening, credits, debits,
              closing, row_count, lost_by_feed, imported_by_name, imported_at
         from banking.statement
        where $1::uuid is null or account_id = $1
        order by imported_at desc, id limit $2 offset $3),
     proven as materialized (
       select account_id, day from banking.v_proven_day
        where account_id in (select account_id from page))
     select s.id, s.board_id as "boardId", s.account_id as "accountId", a.bin,
            a.number as "accountNumber", s.file_name as "fileName", s.layout,
            s.from_on as "fromOn", s.to_on as "toOn", s.opening, s.credits, s.debits, s.closing,
            s.row_count as "rowCount", s.lost_by_feed as "lostByFeed",
            s.to_on - s.from_on + 1 as days,
            (select count(*) from proven p
              where p.account_id = s.account_id and p.day between s.from_on and s.to_on)
              as "provenDays",
            s.imported_by_name as "importedByName", s.imported_at as "importedAt"
       from page s
       join banking.receiving_account a on a.board_id = s.board_id and a.id = s.account_id
      order by s.imported_at desc, s.id`,
    [query.accountId ?? null, query.limit, offsetOf(query)],
  );
  const [counted] = await tx.sql<{ total: number }>(
    'select count(*) as total from banking.statement where $1::uuid is null or account_id = $1',
    [query.accountId ?? null],
  );
  return { rows, total: counted?.total ?? 0 };
}
