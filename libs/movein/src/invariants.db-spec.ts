import type { Id } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { moveInXlsx, oldBooks } from '../../../test/support/move-in-workbook';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { MoveInFiles } from './files/move-in-files.service';
import { readWorkbookFile } from './files/workbook-file';
import { MoveInModule } from './movein.module';

let world: TestWorld;
const boardId: Id = newId();

beforeAll(async () => {
  world = await testWorld({ imports: [MoveInModule] });
  const { rows } = oldBooks({ code: 'MEOVAC', prefix: 'QMX', stalls: 4, owesEach: 2 });
  const upload = await readWorkbookFile({ name: 'so-cu.xlsx', bytes: await moveInXlsx(rows) });
  await world.db.write(systemActor([boardId]), async (tx) => {
    await tx.sql(`insert into markets.board (id, name) values ($1, 'Ban quản lý chợ')`, [boardId]);
    const files = world.get(MoveInFiles);
    const { debts, total } = await files.check(tx, boardId, upload);
    await files.enterNow(tx, boardId, upload, { perMarket: debts, total });
  });
});
afterAll(() => world.close());

const broken = () => brokenInvariants(world, boardId);
const corrupt = (...statements: string[]) => world.corrupt(boardId, statements);

it('a file that was moved in leaves every invariant whole', async () => {
  expect(await broken()).toEqual([]);
});

describe('verify finds', () => {
  it('another sum of opening debts than was proven', async () => {
    const add = (amount: number) => [
      'alter table movein.opening disable trigger user',
      `update movein.opening set typed = typed + ${amount}, entered = entered + ${amount}`,
    ];
    await corrupt(...add(1));
    expect(await broken()).toEqual(['movein.openingIsWhatWasProven']);
    await corrupt(...add(-1));
  });

  it('a file that still lies there after it was entered', async () => {
    await corrupt(
      'alter table movein.file drop constraint file_lies_no_longer_than_needed',
      `update movein.file set sealed = ''`,
    );
    expect(await broken()).toEqual(['movein.enteredFilesAreForgotten']);
  });
});
