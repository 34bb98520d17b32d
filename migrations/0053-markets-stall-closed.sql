-- markets: a stall may end without another in its place: torn down, or given to a road.

alter table markets.stall_succession
  drop constraint stall_succession_pkey,
  drop constraint stall_succession_kind_check,
  alter column to_id drop not null,
  add constraint stall_succession_kind_check
    check (kind in ('split', 'merge', 'relocate', 'close')),
  add constraint stall_succession_closed check ((kind = 'close') = (to_id is null)),
  add constraint stall_succession_once unique nulls not distinct (board_id, from_id, to_id);
