-- banking: feeds of Casso, payOS and our own form beside SePay's.

alter table banking.feed
  drop constraint feed_provider_check,
  add constraint feed_provider_check check (provider in ('sepay', 'casso', 'payos', 'generic')),
  -- the one account a feed of our own form is of; the others' deliveries name their account
  add column account_id uuid,
  add constraint feed_of_one_account check ((provider = 'generic') = (account_id is not null));
alter table banking.feed no force row level security;
alter table banking.receiving_account no force row level security;
alter table banking.feed
  add foreign key (board_id, account_id) references banking.receiving_account (board_id, id);
alter table banking.receiving_account force row level security;
alter table banking.feed force row level security;

alter table banking.sighting
  drop constraint sighting_source_check,
  add constraint sighting_source_check
    check (source in ('sepay', 'casso', 'payos', 'generic', 'statement'));
