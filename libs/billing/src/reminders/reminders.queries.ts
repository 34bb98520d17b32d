import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { marketScope, offsetOf, pageOf, type Page, type Reading, type Tx } from '@cho40/platform';
import type { ReminderFacts, ReminderRule } from '../domain/reminder';
import type { ReminderDto, ReminderQueryDto } from './reminder.dto';

/** A lease with open bills whose payer may be texted, once for each due day among them. */
export interface Remindable extends ReminderFacts, ReminderRule {
  readonly boardId: Id;
  readonly marketId: Id;
  readonly leaseId: Id;
  readonly vendorId: Id;
  readonly template: string | null;
}
export interface NewReminder {
  readonly id: Id;
  readonly boardId: Id;
  readonly marketId: Id;
  readonly leaseId: Id;
  readonly vendorId: Id;
  readonly occasion: string;
  readonly body: string;
  readonly due: Vnd;
}
/** A text that is ours to send until its claim ends. */
export interface ClaimedReminder {
  readonly id: Id;
  readonly vendorId: Id;
  readonly leaseId: Id;
  readonly body: string;
  readonly attempts: number;
}

const REMINDABLE = `
  with open as (
    select o.board_id, o.market_id, o.lease_id, o.due_on, b.code, o.open
      from billing.open_bills($1, $2) o
      join billing.bill b on b.board_id = o.board_id and b.id = o.bill_id
     where o.open > 0 and ($3::uuid[] is null or o.market_id = any ($3))
  ), owing as (
    select board_id, market_id, lease_id, sum(open)::bigint as due, count(*) as bills,
           min(code) as code, array_agg(distinct due_on) as days
      from open group by board_id, market_id, lease_id
  )
  select o.board_id as "boardId", o.market_id as "marketId", o.lease_id as "leaseId",
         l.payer_id as "vendorId", l.payer_name as "payerName", s.code as "stallCode",
         m.name as "marketName", o.due, d.due_on as "dueOn",
         case when o.bills = 1 then o.code else coalesce(c.code, o.code) end as code,
         coalesce(r.is_on, false) as "isOn", r.days_before as "daysBefore",
         r.days_after as "daysAfter", r.template
    from owing o
    cross join lateral unnest(o.days) as d (due_on)
    join tenancy.v_lease l on l.board_id = o.board_id and l.lease_id = o.lease_id
    join tenancy.v_vendor v on v.board_id = l.board_id and v.vendor_id = l.payer_id
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    join markets.v_market m on m.board_id = o.board_id and m.market_id = o.market_id
    left join billing.payment_code c on c.board_id = l.board_id and c.stall_id = l.stall_id
    left join billing.reminder_setting r on r.board_id = o.board_id and r.market_id = o.market_id
   where v.phone_last4 is not null and not exists (
         select from billing.reminder_opt_out x
          where x.board_id = l.board_id and x.vendor_id = l.payer_id)
   order by o.lease_id, d.due_on`;

const INSERT = `
  insert into billing.reminder (board_id, id, market_id, lease_id, vendor_id, occasion, body, due,
    next_at, asked_by, made_at)
  select r."boardId", r.id, r."marketId", r."leaseId", r."vendorId", r.occasion, r.body, r.due,
         $3, $2, $3
    from jsonb_to_recordset($1::jsonb)
      as r ("boardId" uuid, id uuid, "marketId" uuid, "leaseId" uuid, "vendorId" uuid,
            occasion text, body text, due bigint)
  on conflict (board_id, lease_id, occasion) do nothing
  returning id`;

const CLAIM = `
  update billing.reminder
     set state = 'sending', attempts = attempts + 1, claimed_until = $2, sender = $3
   where id in (select id from billing.reminder
                 where state = 'waiting' and next_at <= $1
                 order by next_at, id limit 20 for update skip locked)
  returning id, vendor_id as "vendorId", lease_id as "leaseId", body, attempts`;

const REMINDERS = `
  select r.id, r.market_id as "marketId", r.lease_id as "leaseId", s.code as "stallCode",
         v.name as "payerName", v.phone_last4 as "phoneLast4", r.occasion, r.body, r.due, r.state,
         r.attempts, r.sender, r.answer, r.made_at as "madeAt", r.ended_at as "endedAt",
         count(*) over () as listed
    from billing.reminder r
    join tenancy.v_lease l on l.board_id = r.board_id and l.lease_id = r.lease_id
    join tenancy.v_vendor v on v.board_id = r.board_id and v.vendor_id = r.vendor_id
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
   where ($1::uuid[] is null or r.market_id = any ($1))
     and ($2::uuid is null or r.market_id = $2) and ($3::uuid is null or r.lease_id = $3)
     and ($4::text is null or r.state = $4)
     and ($5::text is null or strpos(lower(unaccent(concat_ws(' ', s.code, v.name))),
                                     lower(unaccent($5))) > 0)
   order by case $6 when 'due' then r.due when '-due' then -r.due end,
            case $6 when 'madeAt' then r.made_at end, r.made_at desc, r.id
   limit $7 offset $8`;

/** Leases with something open and somebody to text, by due day; all of the scope, or those named. */
export function remindable(
  tx: Reading,
  today: BusinessDate,
  leaseIds: readonly Id[] | null,
): Promise<Remindable[]> {
  return tx.sql(REMINDABLE, [today, leaseIds, marketScope(tx.actor)]);
}

/** Gives how many are new: a lease has one text an occasion. */
export async function insertReminders(
  tx: Tx,
  reminders: readonly NewReminder[],
  now: Date,
): Promise<number> {
  if (reminders.length === 0) return 0;
  const rows = await tx.sql(INSERT, [JSON.stringify(reminders), tx.actor.userId, now]);
  return rows.length;
}

/** Those whose turn it is, twenty at a time; nobody else gets them until `until`. */
export function claimReminders(
  tx: Tx,
  { now, until, sender }: { now: Date; until: Date; sender: string },
): Promise<ClaimedReminder[]> {
  return tx.sql(CLAIM, [now, until, sender]);
}

/** A sender that died in the middle: whether its texts were taken nobody knows. */
export async function giveUpLostClaims(tx: Tx, now: Date): Promise<void> {
  await tx.sql(
    `update billing.reminder
        set state = 'unknown', claimed_until = null, ended_at = $1, answer = 'claim lost'
      where state = 'sending' and claimed_until < $1`,
    [now],
  );
}

export async function findReminders(
  tx: Reading,
  filter: Partial<ReminderQueryDto> & { limit: number },
): Promise<Page<ReminderDto>> {
  const rows = await tx.sql<ReminderDto & { listed: number }>(REMINDERS, [
    marketScope(tx.actor),
    filter.marketId ?? null,
    filter.leaseId ?? null,
    filter.state ?? null,
    filter.q?.trim() || null,
    filter.sort ?? null,
    filter.limit,
    offsetOf(filter),
  ]);
  const items = rows.map(({ listed: _listed, ...row }) => row);
  return pageOf(items, filter, rows[0]?.listed ?? 0);
}
