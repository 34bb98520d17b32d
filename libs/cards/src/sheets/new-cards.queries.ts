import { businessDateOf, type CardFormat, type Id } from '@cho40/kernel';
import { newId, type Reading, type Tx } from '@cho40/platform';
import type { CardReason, LastCard } from '../domain/card-reason';
import type { PaidInto } from './card-payload';

/** A stall that a card is asked for. */
export interface StallToPrint {
  readonly stallId: Id;
  readonly stallCode: string;
  /** The lasting payment code of the stall. */
  readonly code: string;
  /** How many cards of the format it had, delivered or not. */
  readonly issued: number;
  readonly last: LastCard | null;
}

/** A card about to be written. */
export interface NewCard extends Pick<StallToPrint, 'stallId' | 'stallCode' | 'code'> {
  readonly issue: number;
  readonly payload: string;
  readonly reason: CardReason | null;
}

export interface Account extends PaidInto {
  readonly accountId: Id;
}

const ACCOUNT = `
  select a.account_id as "accountId", a.bin, a.number, a.holder_name as "holderName",
         exists (select from banking.v_feed f
                  where f.board_id = a.board_id and f.provider = 'sepay' and f.ended_at is null)
           as "isThroughSePay"
    from cards.live_account($2, $3) a
   where a.board_id = $1`;

/** Where a board's cards lead at an instant; null while none of its accounts is live. */
export async function accountOf(tx: Reading, boardId: Id, now: Date): Promise<Account | null> {
  const [account] = await tx.sql<Account>(ACCOUNT, [boardId, now, businessDateOf(now)]);
  return account ?? null;
}

// In walking order: a person hangs the cards up from stall to stall.
const STALLS = `
  select s.stall_id as "stallId", s.code as "stallCode", c.code,
         coalesce(i.issued, 0) as issued,
         case when l.card_id is not null then jsonb_build_object(
           'state', l.state, 'why', l.why, 'revokedReason', l.revoked_reason) end as last
    from markets.v_stall s
    join billing.v_payment_code c on c.board_id = s.board_id and c.stall_id = s.stall_id
    left join (select stall_id, max(issue) as issued
                 from cards.fee_card
                where board_id = $1 and market_id = $2 and format = $3
                group by stall_id) i on i.stall_id = s.stall_id
    left join cards.standing($4, $5) l
      on l.board_id = s.board_id and l.market_id = s.market_id and l.stall_id = s.stall_id
     and l.format = $3 and l.state in ('valid', 'outdated', 'revoked')
   where s.board_id = $1 and s.market_id = $2 and s.valid_to is null
     and ($6::uuid[] is null or s.stall_id = any ($6))
     and ($7::uuid is null or s.zone_id in (
       with recursive within as (
         select $7::uuid as zone_id
          union
         select z.zone_id from markets.v_zone z join within w on z.parent_id = w.zone_id)
       select zone_id from within))
   order by s.walking_order, s.zone_code, regexp_replace(s.code, '[0-9]+$', ''),
            lpad(coalesce(substring(s.code from '[0-9]+$'), ''), 16, '0')`;

/** The stalls asked for that stand today, in walking order. */
export function stallsToPrint(
  tx: Reading,
  of: { boardId: Id; marketId: Id; format: CardFormat; stallIds?: readonly Id[]; zoneId?: Id },
  now: Date,
): Promise<StallToPrint[]> {
  const { boardId, marketId, format, stallIds, zoneId } = of;
  const on = [now, businessDateOf(now)];
  return tx.sql(STALLS, [boardId, marketId, format, ...on, stallIds ?? null, zoneId ?? null]);
}

/** Holds a board's serials until the end of `tx`: they follow each other without gaps. */
export async function holdSerials(tx: Tx, boardId: Id): Promise<number> {
  const [counter] = await tx.sql<{ last: number }>(
    `insert into cards.serial_counter as c (board_id, last) values ($1, 0)
     on conflict (board_id) do update set last = c.last
     returning last`,
    [boardId],
  );
  return counter?.last ?? 0;
}

const INSERT_CARDS = `
  with numbered as (
    update cards.serial_counter set last = last + jsonb_array_length($5::jsonb)
     where board_id = $1)
  insert into cards.fee_card (board_id, id, serial, market_id, stall_id, stall_code, code, format,
    issue, account_id, bin, account_number, holder_name, payload, sheet_id, place, reason, note)
  select s.board_id, c.id, $6 + c.place, s.market_id, c."stallId", c."stallCode", c.code, s.format,
         c.issue, a.account_id, a.bin, a.number, a.holder_name, c.payload, s.id, c.place, c.reason,
         case when c.reason is not null then $4 end
    from cards.sheet s
    join banking.v_payable_account a on a.board_id = s.board_id and a.account_id = $3
   cross join jsonb_to_recordset($5::jsonb) as c (id uuid, "stallId" uuid, "stallCode" text,
     code text, issue integer, payload text, reason text, place integer)
   where s.board_id = $1 and s.id = $2`;

/** Writes a sheet's cards; `last` is the serial before its first one. */
export async function insertCards(
  tx: Tx,
  of: { boardId: Id; sheetId: Id; accountId: Id; note: string | undefined; last: number },
  cards: readonly NewCard[],
): Promise<void> {
  const rows = cards.map((card, at) => ({ ...card, id: newId(), place: at + 1 }));
  const { boardId, sheetId, accountId, note, last } = of;
  await tx.sql(INSERT_CARDS, [
    boardId,
    sheetId,
    accountId,
    note ?? null,
    JSON.stringify(rows),
    last,
  ]);
}
