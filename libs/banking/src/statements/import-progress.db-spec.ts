import { TestBank } from '../../../../test/support/bank';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { BankingModule } from '../banking.module';
import { importsUnderWay } from './import-progress.queries';
import { ImportProgress } from './import-progress.service';
import type { UploadedStatement } from './statement-file';

const ROWS = 1_000;

let world: TestWorld;
let bank: TestBank;
let upload: UploadedStatement;
beforeAll(async () => {
  world = await testWorld({ imports: [BankingModule] });
  bank = await TestBank.open(world, { openedOn: '2026-10-05', openingBalance: 0 });
  const lines = Array.from({ length: ROWS }, (_, at) => ({
    on: '2026-10-05',
    amount: 45_000,
    content: `tien cho ${at}`,
  }));
  upload = await bank.upload(bank.printed('2026-10-05', '2026-10-05', 0, lines));
});
afterAll(() => world.close());

const shown = () => world.db.read(bank.actor, importsUnderWay);
const follow = (work: (onRows: (done: number) => void) => Promise<unknown>) =>
  world.get(ImportProgress).follow(bank.actor, upload, {}, work);

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((again) => setTimeout(again, 50));
}

/** What a program that was killed has left. */
const killed = (agoS: number) =>
  world.corrupt(bank.boardId, [
    `insert into banking.statement_import (board_id, id, account_id, file_name, file_sha256, row_count,
       done_count, started_by_name, started_at, seen_at)
     select board_id, gen_random_uuid(), id, 'sao-ke.xlsx',
            decode('${upload.sha256.toString('hex')}', 'hex'), ${ROWS}, 500, 'Lò Thị Mẩy', now(),
            now() - make_interval(secs => ${agoS}) from banking.receiving_account`,
  ]);

describe('the import of a large statement', () => {
  it('says how many of its rows are written, until all of them are', async () => {
    await follow(async (onRows) => {
      onRows(500);
      await until(async () => (await shown())[0]?.doneCount === 500);
      expect(await shown()).toMatchObject([
        { state: 'running', fileName: 'sao-ke.xlsx', rowCount: ROWS },
      ]);
    });
    expect(await shown()).toEqual([]);
  });

  it('that is refused says that nothing was written, until the file is imported again', async () => {
    const refused = follow(() => Promise.reject(new Error('refused')));
    await expect(refused).rejects.toThrow('refused');
    expect(await shown()).toMatchObject([{ state: 'stopped', doneCount: 0 }]);
    await follow(() => Promise.resolve());
    expect(await shown()).toEqual([]);
  });

  it('whose program was killed is known by its silence, and not when it was all written', async () => {
    await killed(31);
    expect(await shown()).toMatchObject([{ state: 'stopped', doneCount: 500 }]);
    await bank.commit(upload);
    expect(await shown()).toEqual([]);
  });
});
