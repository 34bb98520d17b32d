import { invariant, sumVnd, type Id, type Vnd } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { custodyOf, type Custody, type PersonCustody, type SafeCustody } from '../domain/custody';

/** A deposit that was on the way at the instant: with whom, and since when. */
export interface CarriedDeposit {
  readonly number: string;
  readonly carrierName: string;
  readonly leftAt: Date;
  readonly amount: Vnd;
}

// What was booked up to the instant, each transfer once from the side of cash and of differences.
const PEOPLE = `
  with legs as (
    select debit as account, credit as other, amount
      from ledger.v_transfer where board_id = $1 and at <= $2
    union all
    select credit, debit, -amount from ledger.v_transfer where board_id = $1 and at <= $2
  ), persons as (
    select right(account, 36)::uuid as collector_id, split_part(account, '/', 1) as kind, other,
           amount
      from legs
     where account like 'cash/collector/%' or account like 'shortage/%' or account like 'surplus/%')
  select p.collector_id as "collectorId",
         coalesce((select s.collector_name from cash.v_shift s
                    where s.board_id = $1 and s.collector_id = p.collector_id
                    order by s.opened_at desc limit 1),
                  (select d.holder_name from cash.v_difference d
                    where d.board_id = $1 and d.holder_id = p.collector_id
                    order by d.counted_at desc limit 1), '') as "collectorName",
         coalesce(sum(amount) filter (where kind = 'cash' and other <> 'cash/safe'
           and other not like 'shortage/%' and other not like 'surplus/%'), 0)::bigint as taken,
         coalesce(-sum(amount) filter (where kind = 'cash' and other = 'cash/safe'), 0)::bigint
           as "handedIn",
         coalesce(sum(amount) filter (where kind = 'cash'), 0)::bigint as "inHand",
         coalesce(sum(amount) filter (where kind = 'shortage'), 0)::bigint as short,
         coalesce(-sum(amount) filter (where kind = 'surplus'), 0)::bigint as over,
         coalesce(sum(amount) filter (where kind = 'surplus' and other like 'other/%'), 0)::bigint
           as kept
    from persons p
   group by p.collector_id
   order by "inHand" desc, "collectorName", p.collector_id`;

const SAFE = `
  select coalesce(sum(amount), 0)::bigint as booked,
         coalesce(-sum(amount) filter (where other = 'unmatched'), 0)::bigint as banked,
         coalesce(-sum(amount) filter (where other = 'outgoing/refund'), 0)::bigint as refunded
    from (select credit as other, amount from ledger.v_transfer
           where board_id = $1 and at <= $2 and debit = 'cash/safe'
          union all
          select debit, -amount from ledger.v_transfer
           where board_id = $1 and at <= $2 and credit = 'cash/safe') moved`;

const CARRIED = `
  select d.number, d.carrier_name as "carrierName", d.left_at as "leftAt",
         (d.amount - coalesce(t.amount, 0) - coalesce(r.amount, 0))::bigint as amount
    from cash.deposit d
    left join cash.deposit_tie t on t.board_id = d.board_id and t.deposit_id = d.id
     and t.at <= $2 and (t.untied_at is null or t.untied_at > $2)
    left join cash.deposit_return r
      on r.board_id = d.board_id and r.deposit_id = d.id and r.at <= $2
   where d.board_id = $1 and d.left_at <= $2
     and d.amount > coalesce(t.amount, 0) + coalesce(r.amount, 0)
   order by d.left_at, d.number`;

/** Where all cash of a board was at an instant, and who carried some of it to the bank. */
export async function custodyAt(
  tx: Reading,
  boardId: Id,
  at: Date,
): Promise<Custody & { carried: CarriedDeposit[] }> {
  const people = await tx.sql<PersonCustody>(PEOPLE, [boardId, at]);
  const [safe] = await tx.sql<Omit<SafeCustody, 'onTheWay'>>(SAFE, [boardId, at]);
  const carried = await tx.sql<CarriedDeposit>(CARRIED, [boardId, at]);
  invariant(safe !== undefined, 'an aggregate without a row');
  const onTheWay = sumVnd(carried.map(({ amount }) => amount));
  return { ...custodyOf(people, { ...safe, onTheWay }), carried };
}
