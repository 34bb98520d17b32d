import { parseArgs } from 'node:util';
import { firstDayOf, formatDate, isMonth, lastDayOf, type Month } from '@cho40/kernel';
import { Boards, Markets, MarketDays, MarketsModule } from '@cho40/markets';
import { Database, systemActor } from '@cho40/platform';
import { printLine } from '../output';
import { UsageError } from '../refusal';
import { withLibs } from '../with-libs';

export const usage = ['market-days --market CODE --month 2026-11 [--json]'];

/** The days on which a market meets in a month, for whoever plans or sends reminders. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      market: { type: 'string' },
      month: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const { market, month } = values;
  if (!market) throw new UsageError(`--market is missing: ${usage[0]}`);
  if (!month || !isMonth(month))
    throw new UsageError(`--month: ${JSON.stringify(month ?? '')} is not a month like 2026-11`);
  const days = await daysOf(market, month);
  const said = days ? days.map(formatDate).join('\n') : `${market}: its market days are not known`;
  await printLine(values.json ? JSON.stringify({ market, month, days }) : said);
  return 0;
}

function daysOf(code: string, month: Month) {
  return withLibs([MarketsModule], async (libs) => {
    const db = libs.get(Database);
    const boards = await db.read(systemActor([]), (tx) => libs.get(Boards).allIds(tx));
    return db.read(systemActor(boards), async (tx) => {
      const { id } = await libs.get(Markets).byCode(tx, code);
      return libs.get(MarketDays).between(tx, id, firstDayOf(month), lastDayOf(month));
    });
  });
}
