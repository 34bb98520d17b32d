import type { NewTicket, SoldTicket } from '@cho40/billing';
import { TicketSales } from '@cho40/cash';
import { firstDayOf, lastDayOf, type BusinessDate, type Id, type Month } from '@cho40/kernel';
import { MarketDays } from '@cho40/markets';
import { newId, type Tx } from '@cho40/platform';
import { transferText } from '@cho40/vietqr';
import { bankText, PAYING_BANKS } from './bank-texts';
import { type Chance, chanceOf } from './chance';
import type { Transfer } from './month-money';
import { aName } from './people';
import { LAST_MONTH, PROVINCE_SEED, type PlannedBoard } from './plan';
import { actingAs, type Scene } from './scene';
import { actorOf } from './staff';

const SELLERS = [8, 16] as const;
const PAYS_BY_QR = 0.25;
// Of those who scan, the phone of one in eight has no signal: the ticket waits.
const HAS_SIGNAL = 0.88;
const MORNING_S = 6 * 3600;
const NOON_S = 11 * 3600;

type Kind = Pick<NewTicket, 'unit' | 'areaM2' | 'isRoofed' | 'goodsGroup'>;
// The prices that the decision of 2026 lists for markets of market days.
const KINDS: readonly Kind[] = [
  { unit: 'session', areaM2: null, isRoofed: null, goodsGroup: null },
  { unit: 'm2-day', areaM2: 2, isRoofed: true, goodsGroup: null },
  { unit: 'm2-day', areaM2: 3, isRoofed: null, goodsGroup: 'Nông sản' },
  { unit: 'visit', areaM2: null, isRoofed: null, goodsGroup: 'Thực phẩm tươi' },
];

/**
 * The collector's tickets of a month, market day by market day, to sellers without a stall. Gives
 * the transfers of those who scanned the QR.
 */
export async function sellTickets(
  { libs, clock }: Scene,
  tx: Tx,
  { board, boardId, month }: { board: PlannedBoard; boardId: Id; month: Month },
): Promise<Transfer[]> {
  // Tickets came to the highland markets a month ago; before it they tore stubs.
  if (month !== LAST_MONTH) return [];
  const person = await actorOf(tx, board, boardId, 'collector');
  const collector = { id: person.userId, name: person.displayName };
  const transfers: Transfer[] = [];
  for (const { marketId, code, day } of await marketDaysOf({ libs }, tx, { boardId, month })) {
    clock.set(day, '10:30:00');
    const chance = chanceOf(PROVINCE_SEED, 'tickets', code, day);
    const asked = Array.from({ length: chance.between(...SELLERS) }, () =>
      aTicket(chance, marketId, day),
    );
    const sold = await libs.get(TicketSales).sell(actingAs(tx, person), asked, collector);
    const isByQr = new Set(asked.filter(({ way }) => way !== 'cash').map(({ id }) => id));
    for (const ticket of sold.filter(({ id }) => isByQr.has(id)))
      if (chance.happens(HAS_SIGNAL)) transfers.push(transferOf(ticket, { board, day, chance }));
  }
  return transfers;
}

async function marketDaysOf(
  { libs }: Pick<Scene, 'libs'>,
  tx: Tx,
  { boardId, month }: { boardId: Id; month: Month },
): Promise<{ marketId: Id; code: string; day: BusinessDate }[]> {
  const markets = await tx.sql<{ marketId: Id; code: string }>(
    `select market_id as "marketId", code from markets.v_market
      where board_id = $1 and meets = 'market-days' order by code`,
    [boardId],
  );
  const days = [];
  for (const market of markets) {
    const met = await libs
      .get(MarketDays)
      .between(tx, market.marketId, firstDayOf(month), lastDayOf(month));
    days.push(...(met ?? []).map((day) => ({ ...market, day })));
  }
  return days.sort((one, other) => (one.day < other.day ? -1 : 1));
}

function aTicket(chance: Chance, marketId: Id, on: BusinessDate): NewTicket {
  return {
    id: newId(),
    marketId,
    feeType: 'space',
    carrier: null,
    count: 1,
    offDayReason: null,
    way: chance.happens(PAYS_BY_QR) ? 'bank' : 'cash',
    on,
    ...chance.pick(KINDS),
  };
}

function transferOf(
  { code, amount }: SoldTicket,
  { board, day, chance }: { board: PlannedBoard; day: BusinessDate; chance: Chance },
): Transfer {
  const payer = aName(chance);
  const text = transferText({ code, bin: board.bin, isThroughSePay: true, words: ['VE'] });
  return {
    day: Number(day.slice(8)),
    second: chance.between(MORNING_S, NOON_S),
    direction: 'in',
    amount,
    content: bankText(chance.pick(PAYING_BANKS), { text, payer }, chance),
    payer,
  };
}
