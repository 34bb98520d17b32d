import type { Invariant } from '@cho40/platform';

export const ticketBookInvariants: readonly Invariant[] = [
  {
    name: 'cash.booksHaveTheirStubs',
    sql: `select b.board_id, b.id::text as row_key,
                 jsonb_build_object('series', b.series, 'stubs', count(s.serial)) as facts
            from cash.ticket_book b
            left join cash.ticket_stub s
              on s.board_id = b.board_id and s.book_id = b.id and s.series = b.series
             and s.serial between b.first_serial and b.last_serial
           group by b.board_id, b.id
          having count(s.serial) <> b.last_serial - b.first_serial + 1`,
  },
  {
    // The last move that names a serial says where it is. Moves of one act share an instant; their
    // ids follow each other.
    name: 'cash.stubsAreWhereTheyWentLast',
    sql: `select s.board_id, s.series || ' ' || s.serial as row_key,
                 jsonb_build_object('state', s.state, 'act', m.act) as facts
            from cash.ticket_stub s
            left join lateral (
              select v.act, v.collector_id, v.ticket_id from cash.stub_move v
               where v.board_id = s.board_id and v.book_id = s.book_id
                 and s.serial between v.first_serial and v.last_serial
               order by v.at desc, v.id desc limit 1) m on true
           where s.state is distinct from case m.act when 'received' then 'in-stock'
                   when 'unsold' then 'in-stock' when 'taken-back' then 'issued' else m.act end
              or s.state in ('issued', 'sold')
                 and (s.collector_id, s.ticket_id) is distinct from (m.collector_id,
                   case when m.act = 'sold' then m.ticket_id end)`,
  },
  {
    name: 'cash.soldStubsAreTheirTicket',
    sql: `select coalesce(t.board_id, s.board_id) as board_id,
                 coalesce(t.id, s.ticket_id)::text as row_key,
                 jsonb_build_object('stubs', s.stubs, 'count', t.count, 'printed', s.printed) as facts
            from (select k.board_id, t.ticket_id as id, t.count, t.amount
                    from cash.ticket_taking k
                    join billing.v_ticket t
                      on t.board_id = k.board_id and t.ticket_id = k.ticket_id
                   where k.kind = 'book' and t.state = 'paid') t
            full join (select s.board_id, s.ticket_id, count(*) as stubs, sum(b.price) as printed
                         from cash.ticket_stub s
                         join cash.ticket_book b on b.board_id = s.board_id and b.id = s.book_id
                        where s.state = 'sold'
                        group by s.board_id, s.ticket_id) s
              on s.board_id = t.board_id and s.ticket_id = t.id
           where (s.stubs, s.printed) is distinct from (t.count::bigint, t.amount::numeric)`,
  },
];
