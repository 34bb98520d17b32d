import type { CardFormat, Id } from '@cho40/kernel';
import { marketScope, type Reading, type Tx } from '@cho40/platform';
import type { PrintedCard } from '../domain/card-paper';
import type { SaidOfCard } from './card-payload';
import type { CardSheetDto } from './card-sheet.dto';

// A sheet whose job was given up is never made, unless a person sends the job on: it has failed.
const SHEETS = `
  select s.id, s.market_id as "marketId", s.format, z.name as "zoneName",
         case when s.state in ('waiting', 'drawing') and not exists (
                     select from platform.v_open_job j
                      where j.board_id = s.board_id and j.kind = 'cards.sheetToDraw'
                        and j.subject_id = s.id) then 'failed' else s.state end as state,
         s.card_count as "cardCount", n.first as "firstSerial", n.last as "lastSerial",
         s.page_count as "pageCount", s.drawn, s.made_by_name as "madeByName",
         s.made_at as "madeAt", s.file is not null as "hasFile"
    from cards.sheet s
    left join markets.v_zone z on z.board_id = s.board_id and z.zone_id = s.zone_id
   cross join lateral (select min(c.serial) as first, max(c.serial) as last
                         from cards.fee_card c
                        where c.board_id = s.board_id and c.sheet_id = s.id) n
   where ($1::uuid is null or s.id = $1) and ($2::uuid is null or s.market_id = $2)
     and ($3::uuid[] is null or s.market_id = any ($3))
   order by s.made_at desc, s.id
   limit 10`;

export function findSheets(
  tx: Reading,
  { id, marketId }: { id?: Id; marketId?: Id },
): Promise<CardSheetDto[]> {
  return tx.sql(SHEETS, [id ?? null, marketId ?? null, marketScope(tx.actor)]);
}

export async function fileOfSheet(tx: Reading, id: Id): Promise<Buffer | null> {
  const [sheet] = await tx.sql<{ file: Buffer | null }>(
    'select file from cards.sheet where id = $1',
    [id],
  );
  return sheet?.file ?? null;
}

export async function insertSheet(
  tx: Tx,
  sheet: { boardId: Id; id: Id; marketId: Id; zoneId?: Id; format: CardFormat; cardCount: number },
  now: Date,
): Promise<void> {
  const { boardId, id, marketId, zoneId, format, cardCount } = sheet;
  const { userId, displayName } = tx.actor;
  await tx.sql(
    `insert into cards.sheet (board_id, id, market_id, zone_id, format, card_count, made_by,
       made_by_name, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [boardId, id, marketId, zoneId ?? null, format, cardCount, userId, displayName, now],
  );
}

/** Whether a sheet is still to be drawn; an earlier try of it is begun again. */
export async function beginSheet(tx: Tx, id: Id): Promise<boolean> {
  const rows = await tx.sql(
    `update cards.sheet set state = 'drawing', drawn = 0
      where id = $1 and state in ('waiting', 'drawing')
      returning id`,
    [id],
  );
  return rows.length > 0;
}

/** From now on the sheet's cards exist outside. */
export async function deliverSheet(
  tx: Tx,
  id: Id,
  { file, at }: { file: Buffer | null; at: Date },
): Promise<void> {
  await tx.sql(
    `update cards.sheet
        set state = 'done', drawn = coalesce(page_count, 0), file = $2, delivered_at = $3
      where id = $1`,
    [id, file, at],
  );
}

/** A card with what is compared when its code was read back. */
export type CardToDraw = Omit<PrintedCard, 'bank'> & SaidOfCard;

const CARDS = `
  select c.serial, c.stall_code as "stallCode", m.name as "marketName",
         c.holder_name as "holderName", c.bin, c.account_number as "accountNumber", c.format,
         s.made_at as "madeAt", c.payload, p.code
    from cards.fee_card c
    join cards.sheet s on s.board_id = c.board_id and s.id = c.sheet_id
    join markets.v_market m on m.board_id = c.board_id and m.market_id = c.market_id
    join billing.v_payment_code p on p.board_id = c.board_id and p.stall_id = c.stall_id
   where c.sheet_id = $1
   order by c.place`;

/** A sheet's cards in their order; the code is the one registered for the stall. */
export function cardsOfSheet(tx: Reading, sheetId: Id): Promise<CardToDraw[]> {
  return tx.sql(CARDS, [sheetId]);
}

/** Files are for today: the register keeps what was printed. */
export async function dropFilesBefore(tx: Tx, before: Date): Promise<void> {
  await tx.sql('update cards.sheet set file = null where delivered_at < $1 and file is not null', [
    before,
  ]);
}
