import { parseArgs } from 'node:util';
import { Boards, Markets, MarketsModule, readGridFile, StallMaps } from '@cho40/markets';
import { Database, systemActor } from '@cho40/platform';
import { bytesOf } from '../bytes';
import { printLine } from '../output';
import { UsageError } from '../refusal';
import { withLibs } from '../with-libs';

export const usage = ['stall-map FILE --market CODE [--commit] [--json]'];

/** Shows what a grid of stall codes would make of a market's map; with --commit, takes it whole. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      market: { type: 'string' },
      commit: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`one FILE: ${usage[0]}`);
  if (!values.market) throw new UsageError(`--market is missing: ${usage[0]}`);
  const seen = await place(values.market, await bytesOf(file), values.commit ?? false);
  await printLine(values.json ? JSON.stringify(seen) : linesOf(seen).join('\n'));
  return seen.preview.faults.length > 0 ? 1 : 0;
}

type Seen = Awaited<ReturnType<typeof place>>;

function place(code: string, bytes: Buffer, isCommitted: boolean) {
  return withLibs([MarketsModule], async (libs) => {
    const [db, maps] = [libs.get(Database), libs.get(StallMaps)];
    const cells = await readGridFile(bytes);
    const boards = await db.read(systemActor([]), (tx) => libs.get(Boards).allIds(tx));
    return db.write(systemActor(boards), async (tx) => {
      const { id } = await libs.get(Markets).byCode(tx, code);
      const preview = await maps.preview(tx, id, cells);
      const isTaken = isCommitted && preview.faults.length === 0;
      if (isTaken) await maps.place(tx, id, cells);
      return { preview, isTaken };
    });
  });
}

function linesOf({ preview, isTaken }: Seen): string[] {
  const { rows, columns, places, faults, missing } = preview;
  return [
    `${places.length} stalls on ${rows} rows and ${columns} columns, ${missing.length} without a place`,
    ...faults.map(({ address, text, why }) => `  ${address} ${JSON.stringify(text)}: ${why}`),
    isTaken ? 'taken' : 'nothing was changed',
  ];
}
