import type { Id } from '@cho40/kernel';
import { offsetOf, type Page, pageOfRows, type Reading } from '@cho40/platform';
import type {
  BatchCandidateDto,
  BatchConflictDto,
  BatchProofDto,
  SettlementBatchDto,
  SettlementBatchQueryDto,
} from './settlement-batch.dto';

type BatchRow = Pick<SettlementBatchDto, keyof SettlementBatchDto>;
type CandidateRow = Pick<BatchCandidateDto, keyof BatchCandidateDto>;

// A credit of the wallet that is nobody's is known by why it waits.
const BATCHES = `
  select f.*, count(*) over () as total
    from (
    select b.batch_id as id, b.board_id as "boardId", b.wallet_id as "walletId",
           b.wallet_name as "walletName", b.account_id as "accountId",
           a.number as "accountNumber", b.number, b.lines, b.gross, b.refunds, b.fees, b.net,
           b.first_on as "firstOn", b.last_on as "lastOn", b.record_id as "recordId",
           (select r.booked_on from banking.v_bank_record r
             where r.board_id = b.board_id and r.record_id = b.record_id) as "bookedOn",
           case when b.proof_id is not null then 'proven'
                when exists (select from reconciliation.standing s
                              where s.board_id = b.board_id and s.account_id = b.account_id
                                and s.state = 'unmatched' and s.amount = b.net
                                and s.booked_on between b.first_on and b.last_on + 31) then 'found'
                when exists (select from reconciliation.standing s
                              where s.board_id = b.board_id and s.account_id = b.account_id
                                and s.state = 'unmatched' and s.reason = 'walletCredit'
                                and s.booked_on between b.last_on and b.last_on + 7) then 'differs'
                else 'waiting' end as state,
           n.matched, n.unmatched,
           (select count(*) from banking.v_settlement_conflict c
             where c.board_id = b.board_id and c.batch_id = b.batch_id) as conflicts
      from banking.v_settlement_batch b
      join banking.v_receiving_account a on a.board_id = b.board_id and a.account_id = b.account_id
      join lateral (
        select count(*) filter (where s.state = 'matched') as matched,
               count(*) filter (where s.state = 'unmatched') as unmatched
          from banking.v_settlement_line l
          join reconciliation.line_standing s on s.board_id = l.board_id and s.line_id = l.line_id
         where l.board_id = b.board_id and l.batch_id = b.batch_id) n on true) f
   where ($1::uuid is null or f."walletId" = $1) and ($2::text is null or f.state = $2)
     and ($3::text is null or f.number ilike '%' || $3 || '%') and ($6::uuid is null or f.id = $6)
   order by f."lastOn" desc, f.number desc, f.id
   limit $4 offset $5`;

/** The newest first. */
export async function batchPage(
  tx: Reading,
  filter: SettlementBatchQueryDto,
): Promise<Page<BatchRow>> {
  const rows = await tx.sql<BatchRow & { total: number }>(BATCHES, [
    filter.walletId ?? null,
    filter.state ?? null,
    filter.q?.trim() || null,
    filter.limit,
    offsetOf(filter),
    null,
  ]);
  return pageOfRows(rows, filter);
}

export async function batchOf(tx: Reading, id: Id): Promise<BatchRow | null> {
  const [batch] = await tx.sql<BatchRow & { total?: number }>(BATCHES, [
    null,
    null,
    null,
    1,
    0,
    id,
  ]);
  if (!batch) return null;
  const { total: _, ...row } = batch;
  return row;
}

/** What may be a batch's credit: of its sum first, then the wallet's credits of those days. */
export function candidatesOf(tx: Reading, batchId: Id): Promise<CandidateRow[]> {
  return tx.sql<CandidateRow>(
    `select s.record_id as "recordId", r.booked_at as "bookedAt", s.booked_on as "bookedOn",
            s.amount, s.amount - b.net as difference, r.content,
            s.reason = 'walletCredit' as "looksRight", s.since
       from banking.v_settlement_batch b
       join reconciliation.standing s
         on s.board_id = b.board_id and s.account_id = b.account_id and s.state = 'unmatched'
        and s.booked_on between b.first_on and b.last_on + 31
        and (s.amount = b.net or s.reason = 'walletCredit')
       join banking.v_bank_record r on r.board_id = s.board_id and r.record_id = s.record_id
      where b.batch_id = $1 and b.proof_id is null
      order by s.amount <> b.net, abs(s.amount - b.net), s.booked_on, s.record_id
      limit 20`,
    [batchId],
  );
}

export function conflictsOf(tx: Reading, batchId: Id): Promise<BatchConflictDto[]> {
  return tx.sql<BatchConflictDto>(
    `select f.file_name as "fileName", c.row_number as "rowNumber", c.why,
            c.told->>'transactionId' as "transactionId", (c.told->>'amount')::bigint as amount,
            (c.told->>'fee')::bigint as fee, l.amount as "standingAmount", l.fee as "standingFee"
       from banking.v_settlement_conflict c
       join banking.v_settlement_file f on f.board_id = c.board_id and f.file_id = c.file_id
       left join banking.v_settlement_line l on l.board_id = c.board_id and l.line_id = c.line_id
      where c.batch_id = $1
      order by f.imported_at desc, c.row_number
      limit 100`,
    [batchId],
  );
}

export function proofsOf(tx: Reading, batchId: Id): Promise<BatchProofDto[]> {
  return tx.sql<BatchProofDto>(
    `select record_id as "recordId", reason, proven_by_name as "provenByName",
            proven_at as "provenAt", ended_by_name as "endedByName", end_reason as "endReason",
            ended_at as "endedAt"
       from banking.v_settlement_proof
      where batch_id = $1
      order by proven_at desc, proof_id desc`,
    [batchId],
  );
}
