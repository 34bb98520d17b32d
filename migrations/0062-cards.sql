-- cards: fee cards of stalls (tem, biển mã QR), each with its serial, and the sheets they are
-- printed on.

create schema cards;
grant usage on schema cards to cho40_app;

-- Serials run without gaps per board; the row's lock makes two who print one after the other.
create table cards.serial_counter (
  board_id uuid primary key references markets.board,
  last integer not null check (last >= 0)
);
call platform.protect_board_table('cards.serial_counter');
grant select, insert, update on cards.serial_counter to cho40_app;

-- Cards in one file, made by the worker. It is delivered once every code on it was read back; until
-- then none of its cards exists outside. The file is dropped after a day.
create table cards.sheet (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  zone_id uuid,
  format text not null
    check (format in ('sticker-10', 'sticker-8', 'tent-a6', 'tent-a5', 'poster-a4')),
  state text not null default 'waiting' check (state in ('waiting', 'drawing', 'done')),
  card_count integer not null check (card_count > 0),
  page_count integer,
  drawn integer not null default 0,
  file bytea,
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  delivered_at timestamptz,
  primary key (board_id, id),
  unique (board_id, market_id, id),
  foreign key (board_id, market_id) references markets.market (board_id, id),
  foreign key (board_id, market_id, zone_id) references markets.zone (board_id, market_id, id),
  constraint sheet_done_is_delivered check ((state = 'done') = (delivered_at is not null))
);
create index sheet_market on cards.sheet (board_id, market_id, made_at);
call platform.protect_board_table('cards.sheet');
grant select, insert on cards.sheet to cho40_app;
grant update (state, page_count, drawn, file, delivered_at) on cards.sheet to cho40_app;

-- What was printed, word for word: a card hangs at its stall for years. issue counts the cards of
-- one format at one stall; the last one that was delivered is the one that counts.
create table cards.fee_card (
  board_id uuid not null,
  id uuid not null,
  serial integer not null check (serial > 0),
  market_id uuid not null,
  stall_id uuid not null,
  stall_code text not null,
  code text not null,
  format text not null,
  issue integer not null check (issue > 0),
  account_id uuid not null,
  bin text not null,
  account_number text not null,
  holder_name text not null,
  payload text not null,
  sheet_id uuid not null,
  place integer not null check (place > 0),
  -- why it was printed again
  reason text check (reason in
    ('lost', 'damaged', 'account-changed', 'stall-changed', 'forged', 'other')),
  note text check (length(btrim(note)) between 3 and 200),
  primary key (board_id, id),
  constraint fee_card_serial unique (board_id, serial),
  constraint fee_card_issue unique (board_id, stall_id, format, issue),
  constraint fee_card_place unique (board_id, sheet_id, place),
  constraint fee_card_other_says_why check (reason is distinct from 'other' or note is not null),
  foreign key (board_id, market_id, stall_id) references markets.stall (board_id, market_id, id),
  foreign key (board_id, account_id) references banking.receiving_account (board_id, id),
  foreign key (board_id, market_id, sheet_id) references cards.sheet (board_id, market_id, id)
);
create index fee_card_market on cards.fee_card (board_id, market_id);
call platform.protect_board_table('cards.fee_card');
call platform.make_append_only('cards.fee_card');
grant select, insert on cards.fee_card to cho40_app;

create table cards.revocation (
  board_id uuid not null,
  card_id uuid not null,
  reason text not null check (reason in
    ('lost', 'damaged', 'account-changed', 'stall-changed', 'forged', 'other')),
  note text check (length(btrim(note)) between 3 and 200),
  revoked_by uuid,
  revoked_by_name text not null,
  revoked_at timestamptz not null,
  primary key (board_id, card_id),
  constraint revocation_other_says_why check (reason <> 'other' or note is not null),
  foreign key (board_id, card_id) references cards.fee_card (board_id, id)
);
call platform.protect_board_table('cards.revocation');
call platform.make_append_only('cards.revocation');
grant select, insert on cards.revocation to cho40_app;

-- printed_at is null until the sheet was delivered; a later card of its format replaces a card.
create view cards.v_fee_card with (security_invoker = true) as
  select c.board_id, c.id as card_id, c.serial, c.market_id, c.stall_id, c.stall_code, c.code,
         c.format, c.issue, c.account_id, c.bin, c.account_number, c.holder_name, c.payload,
         c.sheet_id, c.place, c.reason, c.note, s.made_by_name as printed_by_name,
         s.delivered_at as printed_at, r.revoked_at, r.revoked_by_name,
         r.reason as revoked_reason, r.note as revoked_note,
         exists (select from cards.fee_card n
                   join cards.sheet d on d.board_id = n.board_id and d.id = n.sheet_id
                  where n.board_id = c.board_id and n.stall_id = c.stall_id
                    and n.format = c.format and n.issue > c.issue
                    and d.delivered_at is not null) as is_replaced
    from cards.fee_card c
    join cards.sheet s on s.board_id = c.board_id and s.id = c.sheet_id
    left join cards.revocation r on r.board_id = c.board_id and r.card_id = c.id;
grant select on cards.v_fee_card to cho40_app;

-- Where a board's cards are paid to at an instant: its live account, the one opened last, as bills
-- have it. Both functions are one select each, so that the planner sees through them.
create function cards.live_account(at timestamptz, today date)
  returns table (board_id uuid, account_id uuid, bin text, number text, holder_name text)
  language sql stable as $$
  select distinct on (a.board_id) a.board_id, a.account_id, a.bin, a.number, a.holder_name
    from banking.v_payable_account a
   where a.live_at <= $1 and a.opened_on <= $2 and (a.closed_on is null or a.closed_on >= $2)
   order by a.board_id, a.opened_on desc, a.account_id
$$;

-- How each card stands. Out of date (`why`): its stall ended or is called otherwise now, or bills
-- are paid into another account.
create function cards.standing(at timestamptz, today date)
  returns table (board_id uuid, card_id uuid, market_id uuid, stall_id uuid, serial integer,
    format text, state text, why text, printed_at timestamptz, revoked_reason text)
  language sql stable as $$
  select c.board_id, c.card_id, c.market_id, c.stall_id, c.serial, c.format,
         case when c.printed_at is null then 'waiting'
              when c.is_replaced then 'replaced'
              when c.revoked_at is not null then 'revoked'
              when w.why is not null then 'outdated' else 'valid' end,
         w.why, c.printed_at, c.revoked_reason
    from cards.v_fee_card c
    join markets.v_stall s on s.board_id = c.board_id and s.stall_id = c.stall_id
    left join cards.live_account($1, $2) a on a.board_id = c.board_id
   cross join lateral (
     select case when s.valid_to < $2 then 'stall-ended'
                 when s.code <> c.stall_code then 'stall-renamed'
                 when a.account_id is distinct from c.account_id then 'account-changed'
            end as why) w
$$;
grant execute on function cards.live_account(timestamptz, date),
  cards.standing(timestamptz, date) to cho40_app;
