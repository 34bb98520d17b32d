import { addDays, type BusinessDate, type Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { type FirstMoney, RHYTHM_DAYS } from '../domain/silence';

/** On which days money came to an account, and how soon one would know. */
export interface AccountDays {
  readonly boardId: Id;
  readonly accountId: Id;
  readonly number: string;
  readonly days: BusinessDate[];
  /** Through a feed money shows within seconds; without one, when a statement is imported. */
  readonly hasFeed: boolean;
  readonly provenUntil: BusinessDate | null;
}

// The rhythm before the longest silence that is still spoken of.
export const LOOK_BACK_DAYS = 2 * RHYTHM_DAYS;

// One look-up per day in the index of days, whatever an account receives on one.
const ACCOUNT_DAYS = `
  select a.board_id as "boardId", a.id as "accountId", a.number, d.days,
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

export function accountDays(tx: Reading, today: BusinessDate): Promise<AccountDays[]> {
  return tx.sql<AccountDays>(ACCOUNT_DAYS, [addDays(today, -LOOK_BACK_DAYS), today]);
}

/** When money first came to an account on a day. */
export interface FirstMoneyOf extends FirstMoney {
  readonly accountId: Id;
}

/** When money first came on each of some days of some accounts. Banks that tell no hour say midnight. */
export function firstMoney(
  tx: Reading,
  asked: readonly (Pick<AccountDays, 'boardId' | 'accountId'> & { on: BusinessDate })[],
): Promise<FirstMoneyOf[]> {
  return tx.sql<FirstMoneyOf>(
    `select d.account_id as "accountId", d.day as on,
            (select nullif(extract(hour from f.at) * 60 + extract(minute from f.at), 0)::integer
               from (select min(r.booked_at) at time zone 'Asia/Ho_Chi_Minh' as at
                       from banking.bank_record r
                      where r.board_id = d.board_id and r.account_id = d.account_id
                        and r.booked_on = d.day and r.direction = 'in') f) as minute
       from unnest($1::uuid[], $2::uuid[], $3::date[]) as d (board_id, account_id, day)`,
    [
      asked.map(({ boardId }) => boardId),
      asked.map(({ accountId }) => accountId),
      asked.map(({ on }) => on),
    ],
  );
}
