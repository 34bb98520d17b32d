import type { Invariant } from '@cho40/platform';

export const paymentReceiptInvariants: readonly Invariant[] = [
  {
    name: 'cash.paymentReceiptNumbersHaveNoGaps',
    sql: `select c.board_id, c.year::text as row_key,
                 jsonb_build_object('last', c.last, 'receipts', count(r.id),
                                    'highest', max(right(r.number, 6))) as facts
            from cash.payment_receipt_counter c
            left join cash.payment_receipt r
              on r.board_id = c.board_id and r.number like 'BN-' || c.year || '-%'
           group by c.board_id, c.year, c.last
          having count(r.id) <> c.last or coalesce(max(right(r.number, 6))::integer, 0) <> c.last`,
  },
  {
    name: 'cash.paymentReceiptsAreOfBankPayments',
    sql: `select r.board_id, r.number as row_key,
                 jsonb_build_object('source', p.source, 'amount', p.amount) as facts
            from cash.payment_receipt r
            left join billing.v_payment p
              on p.board_id = r.board_id and p.payment_id = r.payment_id
           where coalesce(p.source, '') not in ('bank', 'settlement') or p.amount is distinct from r.amount`,
  },
  {
    // Whoever holds the paper is told of it: every receipt's code leads to its own board.
    name: 'cash.receiptsCanBeChecked',
    sql: `select r."boardId" as board_id, r.number as row_key,
                 jsonb_build_object('kind', r.kind) as facts
            from cash.v_checked_receipt r
           where cash.board_of_check_code(r."checkCode") is distinct from r."boardId"`,
  },
];
