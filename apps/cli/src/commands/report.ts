import { parseArgs } from 'node:util';
import {
  AdoptionModule,
  CUTS,
  LEVELS,
  ShareReport,
  type Cutting,
  type ShareOfMonth,
  type ShareRow,
} from '@cho40/adoption';
import { formatVnd, isMonth, type Month } from '@cho40/kernel';
import { Boards, MarketsModule } from '@cho40/markets';
import { Database, systemActor } from '@cho40/platform';
import { printLine } from '../output';
import { UsageError } from '../refusal';
import { withLibs } from '../with-libs';

export const usage = [
  'report share --month 2026-10 --by province|district|commune|market --as was|is [--json]',
];

/** The month's shares of every board in the database. */
export async function run([act, ...args]: string[]): Promise<number> {
  if (act !== 'share') throw new UsageError(`which report? ${usage[0]}`);
  const { values } = parseArgs({
    args,
    options: {
      month: { type: 'string' },
      by: { type: 'string' },
      as: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const wanted = { month: monthOf(values.month), ...cuttingOf(values) };
  const share = await withLibs([MarketsModule, AdoptionModule], async (libs) => {
    const db = libs.get(Database);
    const boards = await db.read(systemActor([]), (tx) => libs.get(Boards).allIds(tx));
    return db.read(systemActor(boards), (tx) => libs.get(ShareReport).of(tx, wanted));
  });
  await printLine(values.json ? JSON.stringify(share) : tableOf(share));
  return 0;
}

function monthOf(text: string | undefined): Month {
  if (text === undefined || !isMonth(text))
    throw new UsageError(`--month: ${JSON.stringify(text ?? '')} is not a month like 2026-10`);
  return text;
}

function cuttingOf(values: { by?: string; as?: string }): Cutting {
  const by = LEVELS.find((level) => level === values.by);
  const as = CUTS.find((cut) => cut === values.as);
  if (!by) throw new UsageError(`--by: one of ${LEVELS.join(', ')}`);
  if (!as) throw new UsageError(`--as: one of ${CUTS.join(', ')}`);
  return { by, as };
}

const HEADINGS = ['code', 'name', 'share', 'through the account', 'unmatched', 'collected', ''];

function tableOf({ rows }: ShareOfMonth): string {
  const table = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, at) => Math.max(...table.map((cells) => cells[at]?.length ?? 0)));
  return table
    .map((cells) =>
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf(row: ShareRow): string[] {
  const { byValue, collection } = row;
  return [
    row.code ?? '-',
    row.name,
    row.low === null || row.high === null
      ? 'no data'
      : `${percent(row.low)} to ${percent(row.high)}`,
    `${formatVnd(byValue.numerator)} of ${formatVnd(byValue.denominator)}`,
    formatVnd(row.unmatchedVnd),
    `${formatVnd(collection.numerator)} of ${formatVnd(collection.denominator)}`,
    row.final ? 'final' : 'provisional',
  ];
}

const percent = (fraction: number) => `${(fraction * 100).toFixed(1)} %`;
