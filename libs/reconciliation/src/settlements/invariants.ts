import type { Invariant } from '@cho40/platform';

export const settlementInvariants: readonly Invariant[] = [
  {
    // The proof's sums are the lines' own, its amount the record's, and the record is nothing else.
    name: 'reconciliation.provenBatchesAddUp',
    sql: `select coalesce(p.board_id, s.board_id) as board_id,
                 coalesce(p.batch_id, s.record_id)::text as row_key,
                 jsonb_build_object('proven', p.amount, 'lines', b.net, 'record', s.amount,
                                    'class', s.class) as facts
            from (select * from banking.v_settlement_proof where ended_at is null) p
            left join banking.v_settlement_batch b
              on b.board_id = p.board_id and b.batch_id = p.batch_id
            full join (select * from reconciliation.standing where class = 'wallet-batch') s
              on s.board_id = p.board_id and s.record_id = p.record_id
           where (p.gross, p.refunds, p.fees, p.amount) is distinct from
                 (b.gross, b.refunds, b.fees, s.amount)`,
  },
  {
    // Every paying line of a proven batch stands somewhere, on the day of its credit; of no other.
    name: 'reconciliation.linesOfProvenBatchesStand',
    sql: `select l.board_id, l.line_id::text as row_key,
                 jsonb_build_object('proof', b.proof_id, 'state', s.state) as facts
            from banking.v_settlement_line l
            join banking.v_settlement_batch b
              on b.board_id = l.board_id and b.batch_id = l.batch_id
            left join banking.v_bank_record r
              on r.board_id = b.board_id and r.record_id = b.record_id
            left join reconciliation.line_standing s
              on s.board_id = l.board_id and s.line_id = l.line_id
           where l.kind = 'payment'
             and (coalesce(s.state, 'waiting') <> 'waiting') <> (b.proof_id is not null)
              or l.kind = 'payment' and b.proof_id is not null and s.state <> 'refunded'
                 and s.booked_on is distinct from r.booked_on`,
  },
  {
    name: 'reconciliation.matchedLinesHaveTheirPayment',
    sql: `select coalesce(s.board_id, p.board_id) as board_id,
                 coalesce(s.line_id, p.settlement_line_id)::text as row_key,
                 jsonb_build_object('state', s.state, 'paymentId', p.payment_id) as facts
            from (select * from reconciliation.line_standing where state = 'matched') s
            full join (select * from billing.v_payment
                        where source = 'settlement' and undone_at is null) p
              on p.board_id = s.board_id and p.payment_id = s.payment_id
           where s.line_id is distinct from p.settlement_line_id
              or s.market_id is distinct from p.market_id`,
  },
  {
    // The lines of a batch and what the wallet kept are its credit: nothing is left on its way.
    name: 'reconciliation.batchesLeaveNothingOnTheWay',
    sql: `select b.board_id, a.account as row_key,
                 jsonb_build_object('ledger', coalesce(l.balance, 0), 'expected', a.expected)
                   as facts
            from markets.v_board b
            left join (select board_id, sum(fees)::bigint as fees
                         from banking.v_settlement_proof where ended_at is null
                        group by board_id) p on p.board_id = b.board_id
            left join (select r.board_id, sum(r.amount)::bigint as amount
                         from banking.v_settlement_line r
                         join banking.v_settlement_batch t
                           on t.board_id = r.board_id and t.batch_id = r.batch_id
                          and t.proof_id is not null
                        where r.kind = 'refund' and not exists (
                              select from reconciliation.line_standing s
                               where s.board_id = r.board_id and s.state = 'refunded'
                                 and s.evidence->>'refundId' = r.line_id::text)
                        group by r.board_id) u on u.board_id = b.board_id
           cross join lateral (
             values ('wallet/batch', 0::bigint), ('expense/wallet-fee', coalesce(p.fees, 0)),
                    ('outgoing/wallet-refund', coalesce(u.amount, 0))) a (account, expected)
            left join lateral (
              select sum(amount) as balance from ledger.v_posting
               where board_id = b.board_id and account = a.account) l on true
           where coalesce(l.balance, 0) <> a.expected`,
  },
  {
    // Read again in SQL, as it is for records.
    name: 'reconciliation.codeStandsInTheLine',
    sql: `select s.board_id, s.line_id::text as row_key,
                 jsonb_build_object('code', s.evidence->>'code', 'leaseId', p.lease_id,
                                    'ticketId', p.ticket_id) as facts
            from reconciliation.line_standing s
            join billing.v_payment p on p.board_id = s.board_id and p.payment_id = s.payment_id
            join banking.v_settlement_line t on t.board_id = s.board_id and t.line_id = s.line_id
            left join billing.v_payment_code c
              on c.board_id = s.board_id and c.code = s.evidence->>'code'
            left join tenancy.v_lease l on l.board_id = p.board_id and l.lease_id = p.lease_id
           where s.state = 'matched' and s.reason in ('code', 'billVoid')
             and (not coalesce(c.lease_id = l.lease_id or c.stall_id = l.stall_id
                               or c.ticket_id = p.ticket_id, false)
                  or position(s.evidence->>'code' in upper(regexp_replace(unaccent(t.content),
                       '[^A-Za-z0-9]', '', 'g'))) = 0)`,
  },
];
