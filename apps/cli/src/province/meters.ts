import { addMonths, dayOf, firstDayOf, month as asMonth, type Id, type Month } from '@cho40/kernel';
import { MeterReadings, Meters, MeterSheets, type NewMeter } from '@cho40/billing';
import type { Reading, Tx } from '@cho40/platform';
import { chanceOf, type Chance } from './chance';
import { PROVINCE_SEED, type PlannedBoard } from './plan';
import { actingAs, type Scene } from './scene';
import { actorOf } from './staff';

/** The one market of the province that charges electricity and water by meters. */
const METERED = 'HG-TRANPHU';
const FIRST_MONTH = asMonth('2026-01');
const INSTALLED_ON = firstDayOf(FIRST_MONTH);
const KINDS = ['electricity', 'water'] as const;
type Kind = (typeof KINDS)[number];
const COUNT: Readonly<Record<Kind, number>> = { electricity: 24, water: 10 };
/** Of a stall in a month, in kWh or m³. */
const USAGE = {
  electricity: { least: 40, most: 160 },
  water: { least: 3, most: 15 },
} as const;

interface BoardMonth {
  readonly board: PlannedBoard;
  readonly boardId: Id;
  readonly month: Month;
}

/** The staff read last month's meters on its 26th, before this month's bills are issued. */
export async function readMeters(scene: Scene, tx: Tx, at: BoardMonth): Promise<void> {
  const { board, boardId, month } = at;
  if (month <= FIRST_MONTH || !board.markets.some(({ code }) => code === METERED)) return;
  const staff = actingAs(tx, await actorOf(tx, board, boardId, 'boardStaff'));
  const marketId = await meteredMarket(tx, boardId);
  if (addMonths(month, -1) === FIRST_MONTH) await install(scene, staff, marketId);
  for (const kind of KINDS) await readKind(scene, staff, { marketId, kind, month });
}

async function meteredMarket(tx: Reading, boardId: Id): Promise<Id> {
  const [market] = await tx.sql<{ id: Id }>(
    'select market_id as id from markets.v_market where board_id = $1 and code = $2',
    [boardId, METERED],
  );
  if (!market) throw new Error(`market ${METERED} was not founded`);
  return market.id;
}

async function install({ libs }: Scene, tx: Tx, marketId: Id): Promise<void> {
  const stalls = await tx.sql<{ id: Id; code: string }>(
    `select s.stall_id as id, s.code
       from markets.v_stall s
       join tenancy.v_lease l on l.board_id = s.board_id and l.stall_id = s.stall_id
      where s.market_id = $1 and l.valid_from <= $2 and l.valid_to is null
      order by s.code limit $3`,
    [marketId, INSTALLED_ON, COUNT.electricity],
  );
  const dial = { digits: 5, multiplier: 1, firstValue: 0, installedOn: INSTALLED_ON };
  const ofStalls = KINDS.flatMap((feeType) =>
    stalls.slice(0, COUNT[feeType]).map(
      ({ id: stallId, code }): NewMeter => ({
        ...dial,
        feeType,
        stallId,
        code: `${feeType === 'water' ? 'N' : 'D'}-${code}`,
      }),
    ),
  );
  const main: NewMeter = { ...dial, feeType: 'electricity', code: 'D-TONG', digits: 7 };
  await libs.get(Meters).install(tx, marketId, [...ofStalls, main]);
}

async function readKind(
  { libs }: Scene,
  tx: Tx,
  { marketId, kind, month }: { marketId: Id; kind: Kind; month: Month },
): Promise<void> {
  const sheet = { month: addMonths(month, -1), feeType: kind };
  const chance = chanceOf(PROVINCE_SEED, 'meters', kind, month);
  const { rows } = await libs.get(MeterSheets).of(tx, marketId, sheet);
  const usages = rows.map(({ measures }) => (measures === 'stall' ? usageOf(kind, chance) : 0));
  // A main meter counts somewhat more than the meters behind it.
  const behind = Math.ceil(usages.reduce((sum, usage) => sum + usage, 0) * 1.03);
  const readOn = dayOf(sheet.month, 26);
  const readings = rows.flatMap(({ meterId, lastValue, measures, lastReadOn }, at) => {
    const usage = measures === 'stall' ? (usages[at] ?? 0) : behind;
    // Now and then a door is locked, where the meter has an average already.
    if (measures === 'stall' && lastReadOn !== null && chance.happens(0.05)) return [];
    return [{ meterId, value: Math.ceil(lastValue) + usage, hasRolledOver: false }];
  });
  const round = { month: sheet.month, readOn, occasion: 'sheet' as const, readings };
  await libs.get(MeterReadings).record(tx, marketId, round);
  await libs.get(MeterReadings).estimateMissing(tx, marketId, { ...sheet, readOn });
}

const usageOf = (kind: Kind, chance: Chance) => chance.between(USAGE[kind].least, USAGE[kind].most);
