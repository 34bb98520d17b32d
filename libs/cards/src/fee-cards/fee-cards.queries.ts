import { businessDateOf, type Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import { bankOf } from '@cho40/vietqr';
import type { FeeCardDto, StallCardDto, StallCardQueryDto, StallCardState } from './fee-card.dto';

// A stall stands as its best card: a valid tent makes up for a lost sticker. Places are those of the
// walk from stall to stall, A-2 before A-10.
const STALL_CARDS = `
  with best as materialized (
    select distinct on (c.board_id, c.stall_id) c.board_id, c.stall_id, c.state, c.why, c.serial,
           c.printed_at,
           array_agg(c.format) over (partition by c.board_id, c.stall_id, c.state) as formats
      from cards.standing($1, $2) c
     where c.state in ('valid', 'outdated', 'revoked')
       and ($3::uuid[] is null or c.market_id = any ($3))
       and ($4::uuid is null or c.market_id = $4)
     order by c.board_id, c.stall_id,
              array_position(array['valid', 'outdated', 'revoked'], c.state), c.serial desc
  ), listed as (
    select s.stall_id as "stallId", s.market_id as "marketId", m.name as "marketName",
           s.code as "stallCode", s.zone_name as "zoneName", l.vendor_name as "vendorName",
           coalesce(b.state, 'none') as state, b.why, coalesce(b.formats, '{}') as formats,
           b.serial, b.printed_at as "printedAt",
           array[m.name, lpad(s.walking_order::text, 6, '0'), s.zone_code,
                 regexp_replace(s.code, '[0-9]+$', ''),
                 lpad(coalesce(substring(s.code from '[0-9]+$'), ''), 16, '0')] as place
      from markets.v_stall s
      join markets.v_market m on m.board_id = s.board_id and m.market_id = s.market_id
      left join best b on b.board_id = s.board_id and b.stall_id = s.stall_id
      left join tenancy.v_lease l on l.board_id = s.board_id and l.stall_id = s.stall_id
       and daterange(l.valid_from, l.valid_to, '[]') @> $2::date
     where s.valid_to is null
       and ($3::uuid[] is null or s.market_id = any ($3))
       and ($4::uuid is null or s.market_id = $4)
       and ($5::uuid is null or s.zone_id in (
         with recursive within as (
           select $5::uuid as zone_id
            union
           select z.zone_id from markets.v_zone z join within w on z.parent_id = w.zone_id)
         select zone_id from within))
       and ($6::text is null or coalesce(b.state, 'none') = $6)
       and ($7::text is null or strpos(
             lower(unaccent(concat_ws(' ', s.code, s.zone_name, l.vendor_name,
                                      lpad(b.serial::text, 6, '0')))),
             lower(unaccent($7))) > 0)
  )
  select "stallId", "marketId", "marketName", "stallCode", "zoneName", "vendorName", state, why,
         formats, serial, "printedAt", count(*) over () as total
    from listed
   order by case $8 when 'zone' then "zoneName" when 'state' then state end collate "vi-x-icu",
            case $8 when '-zone' then "zoneName" when '-state' then state end
              collate "vi-x-icu" desc,
            case $8 when 'printedAt' then "printedAt" end,
            case $8 when '-printedAt' then "printedAt" end desc nulls last,
            case $8 when '-place' then place end desc, place, "stallId"
   limit $9 offset $10`;

export type StallCardFilter = Partial<StallCardQueryDto> & Pick<StallCardQueryDto, 'limit'>;

/** The stalls that stand today within the actor's reach, each with its best card. */
export async function findStallCards(
  tx: Reading,
  filter: StallCardFilter,
  now: Date,
): Promise<Page<StallCardDto>> {
  const rows = await tx.sql<StallCardDto & { total: number }>(STALL_CARDS, [
    now,
    businessDateOf(now),
    marketScope(tx.actor),
    filter.marketId ?? null,
    filter.zoneId ?? null,
    filter.state ?? null,
    filter.q?.trim() || null,
    filter.sort ?? null,
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}

/** How each stall of a market stands with its cards; few columns of every stall, so all at once. */
export function cardStandings(
  tx: Reading,
  of: { boardId: Id; marketId: Id },
  now: Date,
): Promise<{ stallId: Id; state: StallCardState }[]> {
  return tx.sql(
    `select s.stall_id as "stallId",
            coalesce((array['valid', 'outdated', 'revoked'])[min(array_position(
              array['valid', 'outdated', 'revoked'], c.state))], 'none') as state
       from markets.v_stall s
       left join cards.standing($3, $4) c
         on c.board_id = s.board_id and c.market_id = s.market_id and c.stall_id = s.stall_id
        and c.state in ('valid', 'outdated', 'revoked')
      where s.board_id = $1 and s.market_id = $2 and s.valid_to is null
      group by s.stall_id`,
    [of.boardId, of.marketId, now, businessDateOf(now)],
  );
}

type CardRow = Omit<FeeCardDto, 'bank' | 'lastDigits'> & {
  readonly bin: string;
  readonly accountNumber: string;
};

const OF_STALL = `
  select c.card_id as id, c.serial, c.format, t.state, t.why, c.bin,
         c.account_number as "accountNumber", c.holder_name as "holderName", c.reason, c.note,
         c.printed_at as "printedAt", c.printed_by_name as "printedByName",
         c.revoked_at as "revokedAt", c.revoked_by_name as "revokedByName",
         c.revoked_reason as "revokedReason", c.revoked_note as "revokedNote"
    from cards.v_fee_card c
    join cards.standing($2, $3) t on t.board_id = c.board_id and t.card_id = c.card_id
   where c.stall_id = $1
   order by c.serial desc`;

/** Every card ever printed for a stall, the last one first. */
export async function cardsOfStall(tx: Reading, stallId: Id, now: Date): Promise<FeeCardDto[]> {
  const rows = await tx.sql<CardRow>(OF_STALL, [stallId, now, businessDateOf(now)]);
  return rows.map(({ bin, accountNumber, ...card }) => ({
    ...card,
    bank: bankOf(bin)?.shortName ?? bin,
    lastDigits: accountNumber.slice(-4),
  }));
}

/** A card within the actor's reach, as its revocation asks. */
export interface StandingCard {
  readonly cardId: Id;
  readonly boardId: Id;
  readonly serial: number;
  readonly state: FeeCardDto['state'];
}

export function standingCards(
  tx: Reading,
  cardIds: readonly Id[],
  now: Date,
): Promise<StandingCard[]> {
  return tx.sql(
    `select card_id as "cardId", board_id as "boardId", serial, state
       from cards.standing($3, $4)
      where card_id = any ($1) and ($2::uuid[] is null or market_id = any ($2))
      order by serial`,
    [cardIds, marketScope(tx.actor), now, businessDateOf(now)],
  );
}
