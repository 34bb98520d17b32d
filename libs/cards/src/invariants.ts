import type { Invariant } from '@cho40/platform';

export const cardsInvariants: readonly Invariant[] = [
  {
    name: 'cards.cardBearsItsStallsCode',
    sql: `select c.board_id, c.serial::text as row_key,
                 jsonb_build_object('stall', c.stall_code, 'printed', c.code,
                                    'registered', p.code) as facts
            from cards.fee_card c
            left join billing.v_payment_code p
              on p.board_id = c.board_id and p.stall_id = c.stall_id and p.kind = 'stall'
           where p.code is distinct from c.code or strpos(c.payload, c.code) = 0`,
  },
  {
    // 010211: a static code, which names no sum.
    name: 'cards.cardLeadsToAnAccountOfItsBoard',
    sql: `select c.board_id, c.serial::text as row_key,
                 jsonb_build_object('account', c.account_number) as facts
            from cards.fee_card c
            left join banking.v_payable_account a
              on a.board_id = c.board_id and a.account_id = c.account_id
           where (a.bin, a.number) is distinct from (c.bin, c.account_number)
              or c.payload not like '000201010211%'
              or strpos(c.payload, '0006' || c.bin
                        || '01' || lpad(length(c.account_number)::text, 2, '0')
                        || c.account_number) = 0`,
  },
  {
    name: 'cards.serialsHaveNoGaps',
    sql: `select n.board_id, n.last::text as row_key,
                 jsonb_build_object('cards', count(c.id), 'first', min(c.serial),
                                    'last', max(c.serial)) as facts
            from cards.serial_counter n
            left join cards.fee_card c on c.board_id = n.board_id
           group by n.board_id, n.last
          having (count(distinct c.serial), coalesce(max(c.serial), 0)) <> (n.last, n.last)
              or min(c.serial) <> 1`,
  },
  {
    // Of one format a stall has one card that counts: the last that was delivered. What came before
    // it was replaced for a reason.
    name: 'cards.reprintsSayWhy',
    sql: `select c.board_id, c.serial::text as row_key,
                 jsonb_build_object('stall', c.stall_code, 'format', c.format,
                                    'issue', c.issue) as facts
            from (select f.*, lag(f.issue, 1, 0) over stall_format as before,
                         max(f.printed_at) over (
                           stall_format rows between unbounded preceding and 1 preceding)
                           as printed_before
                    from cards.v_fee_card f
                  window stall_format as (
                    partition by f.board_id, f.stall_id, f.format order by f.issue)) c
            join cards.sheet s on s.board_id = c.board_id and s.id = c.sheet_id
           where c.issue <> c.before + 1
              or (c.printed_before < s.made_at and c.reason is null)`,
  },
  {
    name: 'cards.sheetIsItsCards',
    sql: `select s.board_id, s.id::text as row_key,
                 jsonb_build_object('said', s.card_count, 'cards', count(c.id)) as facts
            from cards.sheet s
            left join cards.fee_card c
              on c.board_id = s.board_id and c.sheet_id = s.id and c.format = s.format
           group by s.board_id, s.id, s.card_count
          having count(c.id) <> s.card_count or max(c.place) <> s.card_count`,
  },
];
