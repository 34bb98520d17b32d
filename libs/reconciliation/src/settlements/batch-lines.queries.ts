import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { marketScope, type Reading, type Tx } from '@cho40/platform';
import type { BatchLine } from '../domain/enter-lines';
import type { LineReason } from '../domain/decide';

/** A line of a batch with its text, for the rule. */
export interface TextLine extends BatchLine {
  readonly accountId: Id;
  readonly transactionId: string;
  readonly paidAt: Date;
  readonly paidOn: BusinessDate;
  readonly content: string;
}

// A wallet's own number of the payment, in a record of the same sum of those days, is that payment.
const LINES = `
  select l.line_id as "lineId", l.kind, l.amount, w.account_id as "accountId",
         l.transaction_id as "transactionId", l.paid_at as "paidAt", l.paid_on as "paidOn",
         l.content, coalesce(s.reason = 'undone', false) as "wasUndone",
         case when o.line_id is not null then jsonb_build_object('lineId', o.line_id,
           'state', os.state, 'paymentId', os.payment_id, 'bookedOn', os.booked_on,
           'isHere', o.batch_id = l.batch_id) end as original,
         (select r.record_id from banking.v_bank_record r
           where r.board_id = l.board_id and r.direction = 'in' and r.amount = l.amount
             and r.booked_on between l.paid_on - 3 and l.paid_on + 7
             and r.reference = l.transaction_id
           limit 1) as "toldAs",
         exists (select from banking.v_settlement_line x
                  where x.board_id = l.board_id and x.wallet_id = l.wallet_id
                    and x.kind = 'refund' and l.kind = 'payment'
                    and x.original_id = l.transaction_id
                    and (x.batch_id <> l.batch_id or x.amount <> l.amount))
           as "isRefundedElsewhere"
    from banking.v_settlement_line l
    join banking.v_wallet w on w.board_id = l.board_id and w.wallet_id = l.wallet_id
    left join reconciliation.line_standing s on s.board_id = l.board_id and s.line_id = l.line_id
    left join banking.v_settlement_line o
      on o.board_id = l.board_id and o.wallet_id = l.wallet_id and o.kind = 'payment'
     and o.transaction_id = l.original_id and o.amount = l.amount
    left join reconciliation.line_standing os
      on os.board_id = o.board_id and os.line_id = o.line_id
   where l.board_id = $1 and l.batch_id = $2
   order by l.line_id`;

export function linesOfBatch(tx: Reading, boardId: Id, batchId: Id): Promise<TextLine[]> {
  return tx.sql<TextLine>(LINES, [boardId, batchId]);
}

/** Where a line stands and why. */
export interface LineStanding {
  readonly lineId: Id;
  readonly amount: Vnd;
  readonly state: 'unmatched' | 'matched' | 'refunded' | 'waiting';
  readonly reason: LineReason;
  readonly evidence: object;
  readonly marketId: Id | null;
  readonly paymentId: Id | null;
  readonly bookedOn: BusinessDate;
}

/** Puts lines where they stand now; each move has a `since` of its own, as a record's has. */
export async function putLines(
  tx: Tx,
  boardId: Id,
  standings: readonly LineStanding[],
  now: Date,
): Promise<void> {
  const by = tx.actor.userId && tx.actor.displayName;
  await tx.sql(
    `insert into reconciliation.line_standing as s (board_id, line_id, amount, state, reason,
       evidence, market_id, payment_id, booked_on, since, decided_by_name)
     select $1, n."lineId", n.amount, n.state, n.reason, n.evidence, n."marketId", n."paymentId",
            n."bookedOn", $3, $4
       from jsonb_to_recordset($2::jsonb)
         as n ("lineId" uuid, amount bigint, state text, reason text, evidence jsonb,
               "marketId" uuid, "paymentId" uuid, "bookedOn" date)
      order by n."lineId"
     on conflict (board_id, line_id) do update
       set state = excluded.state, reason = excluded.reason, evidence = excluded.evidence,
           market_id = excluded.market_id, payment_id = excluded.payment_id,
           booked_on = excluded.booked_on, decided_by_name = excluded.decided_by_name,
           since = greatest(excluded.since, s.since + interval '1 millisecond')`,
    [boardId, JSON.stringify(standings), now, by],
  );
}

export interface LockedLine extends LineStanding {
  readonly boardId: Id;
  readonly paidAt: Date;
  readonly since: Date;
  readonly decidedByName: string | null;
}

/** Lines as they stand, which nobody else moves until the end of `tx`; those of one's markets. */
export function lockLines(tx: Tx, lineIds: readonly Id[]): Promise<LockedLine[]> {
  return tx.sql<LockedLine>(
    `select s.board_id as "boardId", s.line_id as "lineId", s.amount, s.state, s.reason, s.evidence,
            s.market_id as "marketId", s.payment_id as "paymentId", s.booked_on as "bookedOn",
            s.since, s.decided_by_name as "decidedByName",
            (select l.paid_at from banking.v_settlement_line l
              where l.board_id = s.board_id and l.line_id = s.line_id) as "paidAt"
       from reconciliation.line_standing s
      where s.line_id = any ($1::uuid[])
        and ($2::uuid[] is null or s.market_id is null or s.market_id = any ($2))
      order by s.line_id
        for update of s`,
    [lineIds, marketScope(tx.actor)],
  );
}

/** Lines of a batch that stand anywhere, and payments of other batches that its refunds took back. */
export async function linesToRelease(
  tx: Reading,
  boardId: Id,
  batchId: Id,
): Promise<{ own: Id[]; refunded: Id[]; refundedByOthers: Id[] }> {
  const rows = await tx.sql<{ lineId: Id; batchId: Id; byBatch: Id | null }>(
    `select s.line_id as "lineId", l.batch_id as "batchId", r.batch_id as "byBatch"
       from reconciliation.line_standing s
       join banking.v_settlement_line l on l.board_id = s.board_id and l.line_id = s.line_id
       left join banking.v_settlement_line r
         on r.board_id = s.board_id and s.state = 'refunded'
        and r.line_id = (s.evidence->>'refundId')::uuid
      where s.board_id = $1 and (l.batch_id = $2 or r.batch_id = $2)`,
    [boardId, batchId],
  );
  const ids = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(wanted).map(({ lineId }) => lineId);
  return {
    own: ids((row) => row.batchId === batchId),
    refunded: ids((row) => row.batchId !== batchId),
    refundedByOthers: ids(
      (row) => row.batchId === batchId && row.byBatch !== null && row.byBatch !== batchId,
    ),
  };
}
