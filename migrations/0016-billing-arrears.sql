-- billing: what is owed on any day, reminders, debt notices, e-invoices, prints, journals.

create function billing.day_of(at timestamptz) returns date
  language sql immutable set search_path = pg_catalog
  return (at at time zone 'Asia/Ho_Chi_Minh')::date;
grant execute on function billing.day_of(timestamptz) to cho40_app;

-- What each bill had open at the end of a day, of all leases or of some; of a lease together never
-- more or less than the ledger's receivable of that day. Money the ledger dates earlier than it was
-- given to bills (a statement that came late) stands against the oldest due first, as it was given
-- later. The counters say what was taken until now; what came after the day is given back.
create function billing.open_bills(as_of date, of_leases uuid[] default null) returns table (
    board_id uuid, market_id uuid, lease_id uuid, bill_id uuid, due_on date, open bigint)
  language sql stable
  begin atomic
    with bills as (
      select b.board_id, b.market_id, b.lease_id, b.id as bill_id, b.due_on, b.total
        from billing.bill b
       where b.issued_on <= as_of and (of_leases is null or b.lease_id = any (of_leases))
         and (b.voided_at is null or billing.day_of(b.voided_at) > as_of)
    ), taken as (
      select l.board_id, l.bill_id, sum(l.paid + l.relieved) as amount
        from billing.bill_line l
       where of_leases is null or l.bill_id in (select b.bill_id from bills b)
       group by l.board_id, l.bill_id
    ), later as (
      select l.board_id, l.bill_id, sum(e.amount) as amount
        from (select a.board_id, a.bill_line_id, a.amount
                from billing.allocation a where billing.day_of(a.at) > as_of
               union all
              select p.board_id, p.bill_line_id, p.amount
                from billing.relief_part p
               where not p.at_issue and billing.day_of(p.at) > as_of) e
        join billing.bill_line l on l.board_id = e.board_id and l.id = e.bill_line_id
       group by l.board_id, l.bill_id
    ), standing as (
      select b.*, b.total - t.amount + coalesce(e.amount, 0) as owed
        from bills b
        join taken t on t.board_id = b.board_id and t.bill_id = b.bill_id
        left join later e on e.board_id = b.board_id and e.bill_id = b.bill_id
    ), summed as (
      select s.*, sum(s.owed) over (partition by s.board_id, s.lease_id) as all_owed,
             sum(s.owed) over (partition by s.board_id, s.lease_id order by s.due_on, s.bill_id)
               as owed_so_far
        from standing s
    ), booked as (
      select t.board_id, t.account, sum(t.amount) as receivable
        from ledger.v_posting t
       where t.account >= 'receivable/' and t.account < 'receivable0' and t.on_date <= as_of
         and (of_leases is null or t.account = any (
               array(select 'receivable/' || o.id from unnest(of_leases) as o (id))))
       group by t.board_id, t.account
    )
    select s.board_id, s.market_id, s.lease_id, s.bill_id, s.due_on,
           greatest(0, least(s.owed,
             s.owed_so_far - (s.all_owed - coalesce(b.receivable, 0))))::bigint
      from summed s
      left join booked b on b.board_id = s.board_id and b.account = 'receivable/' || s.lease_id;
  end;
grant execute on function billing.open_bills(date, uuid[]) to cho40_app;

-- When a market reminds and in which words; without a row it does not.
create table billing.reminder_setting (
  board_id uuid not null,
  market_id uuid not null,
  is_on boolean not null,
  days_before smallint check (days_before between 0 and 28),
  days_after smallint check (days_after between 1 and 60),
  template text not null check (length(btrim(template)) between 10 and 400),
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (board_id, market_id),
  foreign key (board_id, market_id) references markets.market (board_id, id)
);
call platform.protect_board_table('billing.reminder_setting');
grant select, insert, update on billing.reminder_setting to cho40_app;

-- Who asked to get none.
create table billing.reminder_opt_out (
  board_id uuid not null,
  vendor_id uuid not null,
  asked_by uuid,
  at timestamptz not null,
  primary key (board_id, vendor_id),
  foreign key (board_id, vendor_id) references tenancy.vendor (board_id, id)
);
call platform.protect_board_table('billing.reminder_opt_out');
grant select, insert, delete on billing.reminder_opt_out to cho40_app;

-- The outbox: one text a lease and occasion, for ever. The number it goes to is opened when it is
-- sent and stands nowhere here. A text whose outcome nobody knows is never sent again by itself.
create table billing.reminder (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  lease_id uuid not null,
  vendor_id uuid not null,
  occasion text not null check (length(occasion) between 3 and 60),
  body text not null check (length(body) between 1 and 600),
  due bigint not null check (due > 0),
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'sent', 'refused', 'unknown', 'dropped')),
  attempts smallint not null default 0,
  next_at timestamptz not null,
  claimed_until timestamptz,
  sender text,
  answer text,
  asked_by uuid,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (board_id, id),
  constraint reminder_once unique (board_id, lease_id, occasion),
  foreign key (board_id, market_id, lease_id) references tenancy.lease (board_id, market_id, id),
  foreign key (board_id, vendor_id) references tenancy.vendor (board_id, id),
  check ((state = 'sending') = (claimed_until is not null)),
  check ((state in ('waiting', 'sending')) = (ended_at is null))
);
create index reminder_due on billing.reminder (board_id, next_at)
  where state in ('waiting', 'sending');
create index reminder_made on billing.reminder (board_id, market_id, made_at);
call platform.protect_board_table('billing.reminder');
grant select, insert on billing.reminder to cho40_app;
grant update (state, attempts, next_at, claimed_until, sender, answer, ended_at)
  on billing.reminder to cho40_app;

-- Papers that say what a lease owes, as they were made: notices 1 to 3 and confirmed debts.
create table billing.debt_paper (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  lease_id uuid not null,
  kind text not null check (kind in ('notice', 'confirmation')),
  level smallint check (level between 1 and 3),
  year smallint not null check (year between 2000 and 2999),
  serial integer not null check (serial > 0),
  number text not null,
  as_of date not null,
  pay_by date,
  amount bigint not null check (amount >= 0),
  lines jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (board_id, id),
  constraint debt_paper_serial unique (board_id, kind, year, serial),
  foreign key (board_id, market_id, lease_id) references tenancy.lease (board_id, market_id, id),
  check ((kind = 'notice') = (level is not null) and (kind = 'notice') = (pay_by is not null))
);
create index debt_paper_lease on billing.debt_paper (board_id, lease_id);
create index debt_paper_market on billing.debt_paper (board_id, market_id, made_at);
call platform.protect_board_table('billing.debt_paper');
call platform.make_append_only('billing.debt_paper');
grant select, insert on billing.debt_paper to cho40_app;

-- A bill without a row asked for none. The provider's number comes by hand or through an adapter.
create table billing.e_invoice (
  board_id uuid not null,
  bill_id uuid not null,
  market_id uuid not null,
  state text not null check (state in ('requested', 'issued', 'failed')),
  provider text not null,
  series text,
  number text,
  issued_on date,
  answer text,
  attempts smallint not null default 0,
  next_at timestamptz not null,
  asked_by uuid,
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (board_id, bill_id),
  foreign key (board_id, market_id, bill_id) references billing.bill (board_id, market_id, id),
  check ((state = 'issued') = (number is not null) and (state = 'issued') = (issued_on is not null))
);
create index e_invoice_due on billing.e_invoice (board_id, next_at) where state = 'requested';
create unique index e_invoice_number on billing.e_invoice (board_id, provider, series, number)
  nulls not distinct where state = 'issued';
call platform.protect_board_table('billing.e_invoice');
grant select, insert on billing.e_invoice to cho40_app;
grant update (state, provider, series, number, issued_on, answer, attempts, next_at, asked_by,
  asked_at, answered_at) on billing.e_invoice to cho40_app;

-- Many bills in one file, made by the worker; the file is dropped after a day.
create table billing.bill_print (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  zone_id uuid,
  period text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  state text not null default 'waiting' check (state in ('waiting', 'printing', 'done', 'failed')),
  bill_count integer,
  printed integer not null default 0,
  file bytea,
  made_by uuid,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (board_id, id),
  foreign key (board_id, market_id) references markets.market (board_id, id),
  foreign key (board_id, market_id, zone_id) references markets.zone (board_id, market_id, id)
);
call platform.protect_board_table('billing.bill_print');
grant select, insert on billing.bill_print to cho40_app;
grant update (state, bill_count, printed, file, ended_at) on billing.bill_print to cho40_app;

-- A board's own numbers in its accounting software, where they are not the usual ones.
create table billing.journal_account (
  board_id uuid not null,
  path text not null check (path ~ '^[a-z]'),
  number text not null check (number ~ '^[0-9]{3,10}$'),
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (board_id, path),
  foreign key (board_id) references markets.board (id)
);
call platform.protect_board_table('billing.journal_account');
grant select, insert, update, delete on billing.journal_account to cho40_app;

create view billing.v_e_invoice with (security_invoker = true) as
  select board_id, bill_id, market_id, state, provider, series, number, issued_on, answered_at
    from billing.e_invoice;
create view billing.v_debt_paper with (security_invoker = true) as
  select board_id, id as debt_paper_id, market_id, lease_id, kind, level, number, as_of, pay_by,
         amount, made_by, made_at
    from billing.debt_paper;
create view billing.v_reminder with (security_invoker = true) as
  select board_id, id as reminder_id, market_id, lease_id, vendor_id, occasion, due, state, made_at,
         ended_at
    from billing.reminder;
grant select on billing.v_e_invoice, billing.v_debt_paper, billing.v_reminder to cho40_app;
