import type { BusinessDate, Id, Month } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type {
  CollectionFact,
  FeeFact,
  LeaseFact,
  MarketFact,
  NotHandedInFact,
  Unit,
  UnmatchedFact,
} from './domain/share-rows';

export const LEVELS = ['province', 'district', 'commune', 'market'] as const;
export type Level = (typeof LEVELS)[number];
/** As it was then, or as it is now. */
export const CUTS = ['was', 'is'] as const;
export type Cut = (typeof CUTS)[number];

/** Which units a report is cut by, for which days and for whom. */
export interface Slice {
  readonly by: Level;
  readonly as: Cut;
  /** The day whose borders "as it is" means. */
  readonly today: BusinessDate;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** null: every market of the boards in scope. */
  readonly markets: readonly Id[] | null;
}

const parametersOf = ({ by, as, today, from, to, markets }: Slice) => [
  by,
  as,
  today,
  from,
  to,
  markets,
];

// What stands at the end of the month belongs to the unit of its last day.
const atTheEndOf = ({ by, as, today, to, markets }: Slice) => [by, as, today, to, markets];

/** Every unit a market counts for on any day. */
export function units(tx: Reading, { by, as, today }: Slice): Promise<Unit[]> {
  return tx.sql<Unit>(
    `select distinct unit_id as "unitId", code, name
       from adoption.place($1, $2, $3)`,
    [by, as, today],
  );
}

/** Indicator 1: fee money, less what was given back of it, by month and unit of its booked day. */
export function fees(tx: Reading, slice: Slice): Promise<FeeFact[]> {
  return tx.sql<FeeFact>(
    `select to_char(f.booked_on, 'YYYY-MM') as month, p.unit_id as "unitId",
            sum(f.through_account)::bigint as "throughAccount", sum(f.fees)::bigint as fees
       from adoption.v_fee_day f
       left join adoption.place($1, $2, $3) p
         on p.market_id = f.market_id and p.days @> f.booked_on
      where f.booked_on between $4 and $5
        and ($6::uuid[] is null or f.market_id = any ($6))
      group by 1, 2`,
    parametersOf(slice),
  );
}

/**
 * Indicator 10: money nobody is named for. It belongs to its market where that is known, else to
 * the unit that holds all markets of its board, else to none.
 */
export function unmatched(tx: Reading, slice: Slice): Promise<UnmatchedFact[]> {
  return tx.sql<UnmatchedFact>(
    `with waiting as (
       select w.*
         from adoption.v_unmatched_day w
        where w.booked_on between $4 and $5
          and ($6::uuid[] is null or exists (
            select from markets.v_market m
             where m.board_id = w.board_id and m.market_id = any ($6)
               and m.market_id = coalesce(w.market_id, m.market_id)))
     ), placed as (
       select w.booked_on, w.amount,
              case when count(*) = count(p.unit_id) and count(distinct p.unit_id) = 1
                   then min(p.unit_id) end as unit_id
         from waiting w
         left join markets.v_market m
           on m.board_id = w.board_id and m.market_id = coalesce(w.market_id, m.market_id)
         left join adoption.place($1, $2, $3) p
           on p.market_id = m.market_id and p.days @> w.booked_on
        group by w.board_id, w.market_id, w.booked_on, w.amount)
     select to_char(booked_on, 'YYYY-MM') as month, unit_id as "unitId",
            sum(amount)::bigint as amount
       from placed
      group by 1, 2`,
    parametersOf(slice),
  );
}

/**
 * Indicator 2: leases that paid in the days asked for, and those of them whose bank money is more
 * than half of it; in the unit of their last payment.
 */
export function leases(tx: Reading, slice: Slice): Promise<LeaseFact[]> {
  return tx.sql<LeaseFact>(
    `with lease_month as (
       select market_id, lease_id, sum(amount) as fees, max(booked_on) as last_on,
              sum(amount) filter (where source in ('bank', 'settlement')) as through_account
         from adoption.v_fee_payment
        where lease_id is not null and amount > 0 and booked_on between $4 and $5
          and ($6::uuid[] is null or market_id = any ($6))
        group by market_id, lease_id)
     select p.unit_id as "unitId", count(*) as paid,
            count(*) filter (where l.through_account * 2 > l.fees) as "mostlyCashless"
       from lease_month l
       left join adoption.place($1, $2, $3) p
         on p.market_id = l.market_id and p.days @> l.last_on
      group by 1`,
    parametersOf(slice),
  );
}

/**
 * Indicator 9: what was billed for a month less what was let off, and what of it came until a day.
 * Deposits and debts of the books before are not billed for a month.
 */
export function collection(
  tx: Reading,
  slice: Slice,
  period: Month,
  until: BusinessDate,
): Promise<CollectionFact[]> {
  return tx.sql<CollectionFact>(
    `select p.unit_id as "unitId", sum(b.total - b.relieved)::bigint as billed,
            coalesce(sum(r.received), 0)::bigint as received
       from billing.v_bill b
       left join (select board_id, bill_id, sum(amount) as received
                    from billing.v_allocation
                   where period = $6 and booked_on <= $7
                   group by board_id, bill_id) r
         on r.board_id = b.board_id and r.bill_id = b.bill_id
       left join adoption.place($1, $2, $3) p
         on p.market_id = b.market_id and p.days @> $4::date
      where b.period = $6 and b.kind in ('monthly', 'adjustment') and b.voided_at is null
        and ($5::uuid[] is null or b.market_id = any ($5))
      group by 1`,
    [...atTheEndOf(slice), period, until],
  );
}

/**
 * Indicator 10: cash that collectors held at the end of the last day, of receipts and tickets. A
 * hand-in settles the oldest first, so what is still held lies on the newest ones and their markets.
 */
export function notHandedIn(tx: Reading, slice: Slice): Promise<NotHandedInFact[]> {
  return tx.sql<NotHandedInFact>(
    `with handed as (
       select board_id, collector_id, sum(amount) as amount
         from cash.v_left_hand
        where on_date <= $4
        group by board_id, collector_id
     ), taken as (
       select t.board_id, t.market_id, t.collector_id, t.amount,
              sum(t.amount) over collector as up_to_here
         from cash.v_taken t
        where t.taken_on <= $4 and t.undone_at is null
       window collector as (partition by t.board_id, t.collector_id
         order by t.taken_at, t.source_id rows unbounded preceding)
     ), held as (
       select t.market_id,
              sum(greatest(0, least(t.amount, t.up_to_here - coalesce(h.amount, 0)))) as amount
         from taken t
         left join handed h using (board_id, collector_id)
        where $5::uuid[] is null or t.market_id = any ($5)
        group by t.market_id)
     select p.unit_id as "unitId", sum(h.amount)::bigint as amount
       from held h
       left join adoption.place($1, $2, $3) p
         on p.market_id = h.market_id and p.days @> $4::date
      where h.amount > 0
      group by 1`,
    atTheEndOf(slice),
  );
}

/**
 * How many markets there are in each unit, how many have bills or money of the month, and whether
 * every day of every account of their boards is proven.
 */
export function markets(tx: Reading, slice: Slice, period: Month): Promise<MarketFact[]> {
  return tx.sql<MarketFact>(
    `with unproven as (
       select distinct a.board_id
         from banking.v_receiving_account a
        cross join lateral generate_series(
          greatest(a.opened_on, $4::date)::timestamp,
          least(coalesce(a.closed_on, $5), $5::date)::timestamp, '1 day') as d (day)
        where a.approved_at is not null
          and (a.account_id, d.day::date) not in (
            select account_id, day from banking.v_proven_day where day between $4 and $5)
     ), busy as (
       select market_id from billing.v_bill_line where period = $7 and voided_at is null
       union
       select market_id from adoption.v_fee_day where booked_on between $4 and $5
     )
     select p.unit_id as "unitId", count(*) as all,
            count(*) filter (where m.market_id in (select market_id from busy)) as reporting,
            bool_and(m.board_id not in (select board_id from unproven)) as "areDaysProven"
       from markets.v_market m
       left join adoption.place($1, $2, $3) p
         on p.market_id = m.market_id and p.days @> $5::date
      where m.opened_on <= $5 and (m.closed_on is null or m.closed_on >= $4)
        and ($6::uuid[] is null or m.market_id = any ($6))
      group by 1`,
    [...parametersOf(slice), period],
  );
}
