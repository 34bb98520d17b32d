import { addDays, type BusinessDate, type Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { RHYTHM_DAYS, type Silence, silenceOf } from '../domain/silence';

/** A silent account. */
export interface SilentAccount extends Silence {
  readonly accountId: Id;
  readonly number: string;
}

interface AccountDays {
  readonly accountId: Id;
  readonly number: string;
  readonly days: BusinessDate[];
  /** Through a feed money shows within seconds; without one, when a statement is imported. */
  readonly hasFeed: boolean;
  readonly provenUntil: BusinessDate | null;
}

// The rhythm before the longest silence that is still spoken of.
const LOOK_BACK_DAYS = 2 * RHYTHM_DAYS;

// One look-up per day in the index of days, whatever an account receives on one.
const ACCOUNT_DAYS = `
  select a.id as "accountId", a.number, d.days,
         exists (select from banking.feed f
                  where f.board_id = a.board_id and f.ended_at is null
                    and (f.account_id is null or f.account_id = a.id)) as "hasFeed",
         (select max(s.to_on) from banking.statement s
           where s.board_id = a.board_id and s.account_id = a.id) as "provenUntil"
    from banking.receiving_account a
   cross join lateral (
     select coalesce(array_agg(d.day::date::text), '{}') as days
       from generate_series($1::date::timestamp, $2::date::timestamp, '1 day') as d (day)
      where exists (select from banking.bank_record r
                     where r.board_id = a.board_id and r.account_id = a.id
                       and r.booked_on = d.day::date and r.direction = 'in')) as d
   where a.approved_at is not null and a.closed_on is null
   order by a.number`;

/** The accounts in sight that have been silent for unusually long, as far as is known today. */
export async function silentAccounts(tx: Reading, today: BusinessDate): Promise<SilentAccount[]> {
  const yesterday = addDays(today, -1);
  const rows = await tx.sql<AccountDays>(ACCOUNT_DAYS, [addDays(today, -LOOK_BACK_DAYS), today]);
  return rows.flatMap(({ accountId, number, days, hasFeed, provenUntil }) => {
    const until = hasFeed ? yesterday : earlierOf(provenUntil, yesterday);
    const silence = until === null ? null : silenceOf(days, hasEnded(days, today) ? today : until);
    return silence ? [{ accountId, number, ...silence }] : [];
  });
}

// Money of today ends a silence before the day is over.
const hasEnded = (days: readonly BusinessDate[], today: BusinessDate) => days.includes(today);

const earlierOf = (one: BusinessDate | null, other: BusinessDate) =>
  one !== null && one > other ? other : one;
