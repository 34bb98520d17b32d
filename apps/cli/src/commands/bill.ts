import { parseArgs } from 'node:util';
import { BillingModule, BillRuns, type IssuedMonth, type Rehearsal } from '@cho40/billing';
import { formatDate, formatVnd, isMonth, type Month } from '@cho40/kernel';
import { Boards, Markets, MarketsModule } from '@cho40/markets';
import { Database, systemActor } from '@cho40/platform';
import { printLine } from '../output';
import { UsageError } from '../refusal';
import { withLibs } from '../with-libs';

export const usage = ['bill --market CODE --month 2026-10 --rehearse|--issue [--json]'];

/** Rehearses or issues a market's month; issued again, it changes nothing and says the same. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      market: { type: 'string' },
      month: { type: 'string' },
      rehearse: { type: 'boolean' },
      issue: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const { market, month } = values;
  if (!market) throw new UsageError(`--market is missing: ${usage[0]}`);
  if (!month || !isMonth(month))
    throw new UsageError(`--month: ${JSON.stringify(month ?? '')} is not a month like 2026-10`);
  if (values.rehearse === values.issue) throw new UsageError('either --rehearse or --issue');
  const outcome = await (values.issue ? issue : rehearse)(market, month);
  await printLine(values.json ? JSON.stringify(outcome) : linesOf(outcome).join('\n'));
  return 0;
}

const LIBS = [MarketsModule, BillingModule];

function rehearse(code: string, month: Month): Promise<Rehearsal> {
  return withLibs(LIBS, async (libs) => {
    const db = libs.get(Database);
    const boards = await db.read(systemActor([]), (tx) => libs.get(Boards).allIds(tx));
    return db.read(systemActor(boards), async (tx) => {
      const { id } = await libs.get(Markets).byCode(tx, code);
      return libs.get(BillRuns).rehearse(tx, id, month);
    });
  });
}

function issue(code: string, month: Month): Promise<IssuedMonth> {
  return withLibs(LIBS, async (libs) => {
    const db = libs.get(Database);
    const boards = await db.read(systemActor([]), (tx) => libs.get(Boards).allIds(tx));
    return db.write(systemActor(boards), async (tx) => {
      const { id } = await libs.get(Markets).byCode(tx, code);
      return libs.get(BillRuns).issue(tx, id, month);
    });
  });
}

function linesOf(outcome: Rehearsal | IssuedMonth): string[] {
  const { market, month, total } = outcome;
  if ('runs' in outcome)
    return [`${market} ${month}: ${outcome.billCount} bills, ${formatVnd(total)}, issued`];
  const { newCount, existingCount, dueOn, problems, bills } = outcome;
  return [
    `${market} ${month}: ${newCount} bills to issue, ${existingCount} issued, ` +
      `${formatVnd(total)} in all, due on ${formatDate(dueOn)}`,
    ...problems.map(({ code }) => `  cannot be issued: ${code}`),
    ...bills
      .filter((bill) => bill.oddities.length > 0)
      .map(
        (bill) =>
          `  ${bill.stallCode.padEnd(9)} ${formatVnd(bill.total)}  ${bill.oddities.join(', ')}`,
      ),
  ];
}
