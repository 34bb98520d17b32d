import type { Invariant } from '@cho40/platform';

export const ticketCashInvariants: readonly Invariant[] = [
  {
    name: 'cash.ticketTakingsArePayments',
    sql: `select coalesce(k.board_id, p.board_id) as board_id,
                 coalesce(k.id, p.receipt_id)::text as row_key,
                 jsonb_build_object('ticketId', coalesce(k.ticket_id, p.ticket_id),
                                    'paymentId', p.payment_id) as facts
            from cash.ticket_taking k
            full join (select * from billing.v_payment
                        where source = 'cash' and ticket_id is not null) p
              on p.board_id = k.board_id and p.payment_id = k.payment_id
           where k.id is distinct from p.receipt_id
              or (k.amount, k.ticket_id, k.market_id, k.taken_on)
                 is distinct from (p.amount, p.ticket_id, p.market_id, p.booked_on)`,
  },
];
