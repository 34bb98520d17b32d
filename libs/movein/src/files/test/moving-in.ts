import type { Id } from '@cho40/kernel';
import { JobRunner, newId, systemActor, type Tx } from '@cho40/platform';
import {
  type MoveInRows,
  moveInXlsx,
  oldBooks,
} from '../../../../../test/support/move-in-workbook';
import type { TestWorld } from '../../../../../test/support/test-world';
import type { Found } from '../files.queries';
import { MoveInFiles } from '../move-in-files.service';
import { readWorkbookFile } from '../workbook-file';

const COUNTS = {
  stalls: 'select count(*) as n from markets.stall where board_id = $1',
  vendors: 'select count(*) as n from tenancy.vendor where board_id = $1',
  leases: 'select count(*) as n from tenancy.lease where board_id = $1',
  bills: 'select count(*) as n from billing.bill where board_id = $1',
} as const;
let markets = 0;

/** The old books of a market with a code and a prefix that no other has. */
export function aMarket(stalls: number, owesEach = 2) {
  markets += 1;
  const letters = String.fromCharCode(65 + Math.floor(markets / 26), 65 + (markets % 26));
  return oldBooks({ code: `CHO-${markets}`, prefix: `Q${letters}X`, stalls, owesEach });
}

export const uploadOf = async (rows: Partial<MoveInRows>) =>
  readWorkbookFile({ name: 'so-cu.xlsx', bytes: await moveInXlsx(rows) });

export const codesOf = ({ problems }: Found) =>
  problems.map(({ table, row, field, code }) => [table, row, field, code]);

/** A board whose head moves in. */
export class MovingIn {
  readonly boardId = newId();

  private constructor(private readonly world: TestWorld) {}

  static async aBoard(world: TestWorld): Promise<MovingIn> {
    const board = new MovingIn(world);
    await board.write((tx) =>
      tx.sql(`insert into markets.board (id, name) values ($1, 'BQL')`, [board.boardId]),
    );
    return board;
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const actor = { ...systemActor([this.boardId]), displayName: 'Trưởng ban' };
    return this.world.db.write(actor, work);
  }

  async take(rows: Partial<MoveInRows>): Promise<{ id: Id; found: Found }> {
    const upload = await uploadOf(rows);
    return this.write(async (tx) => {
      const id = await this.world.get(MoveInFiles).take(tx, this.boardId, upload);
      return { id, found: (await this.world.get(MoveInFiles).get(tx, id)).found };
    });
  }

  async enter(id: Id, { debts, total }: Pick<Found, 'debts' | 'total'>) {
    await this.write((tx) => this.world.get(MoveInFiles).ask(tx, id, { perMarket: debts, total }));
    await this.world.get(JobRunner).drain();
    return this.write((tx) => this.world.get(MoveInFiles).get(tx, id));
  }

  async count(table: keyof typeof COUNTS): Promise<number | undefined> {
    const [row] = await this.write((tx) => tx.sql<{ n: number }>(COUNTS[table], [this.boardId]));
    return row?.n;
  }
}
