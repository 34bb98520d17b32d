import { systemActor } from '@cho40/platform';
import { TestBank } from '../../../../test/support/bank';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { BankingModule } from '../banking.module';
import { Layouts, type NewLayout } from './layouts.service';
import { readStatementFile } from './statement-file';
import { Statements } from './statements.service';

let world: TestWorld;
let bank: TestBank;
beforeAll(async () => {
  world = await testWorld({ imports: [BankingModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  bank = await TestBank.open(world, { openedOn: '2026-10-05', openingBalance: 1_000_000 });
});

const HEADER = ['Thời điểm', 'Biến động', 'Còn lại', 'Lời nhắn'];
const file = () =>
  Buffer.from(
    [
      `Tài khoản;${bank.account.number}`,
      HEADER.join(';'),
      '05/10/2026;450.000;1.450.000;SKX1000000001',
      '06/10/2026;-200.000;1.250.000;phi',
    ].join('\n'),
  );
const mapping = (change: Partial<NewLayout> = {}): NewLayout => ({
  kind: 'statement',
  boardId: bank.boardId,
  name: 'Sacombank',
  header: HEADER,
  columns: { date: 0, amount: 1, balance: 2, content: 3 },
  signs: 'bank',
  ...change,
});
const remember = (layout: NewLayout) =>
  world.db.write(bank.actor, (tx) => world.get(Layouts).remember(tx, layout));
const known = () => world.db.read(bank.actor, (tx) => world.get(Layouts).known(tx));

it('a layout that was mapped by hand is read from then on', async () => {
  await expect(readStatementFile('a.csv', file())).rejects.toMatchObject({
    code: 'banking.statementLayoutUnknown',
  });
  await remember(mapping());
  const upload = await readStatementFile('a.csv', file(), await known());
  const done = await world.db.write(bank.actor, (tx) => world.get(Statements).commit(tx, upload));
  expect(done).toMatchObject({ layout: 'Sacombank', newCount: 2, closing: 1_250_000 });
  expect(await bank.balance()).toBe(1_250_000);
});

it('the same mapping again changes nothing, another one takes its place, and each leaves a trail', async () => {
  const first = await remember(mapping());
  expect((await remember(mapping())).id).toBe(first.id);
  const second = await remember(mapping({ signs: 'ours' }));
  expect(await known()).toMatchObject([{ name: 'Sacombank', signs: 'ours' }]);
  await world.db.write(bank.actor, (tx) => world.get(Layouts).end(tx, second.id));
  expect(await known()).toEqual([]);
  const acts = await world.db.read(bank.actor, (tx) =>
    tx.sql<{ act: string }>(`select act from platform.audit where act like 'banking.%Layout'`),
  );
  expect(acts.map(({ act }) => act).sort()).toEqual([
    'banking.endLayout',
    'banking.endLayout',
    'banking.mapLayout',
    'banking.mapLayout',
  ]);
});

it('for an account that is named, only what its own board mapped is known', async () => {
  await remember(mapping());
  const other = await TestBank.open(world, { openedOn: '2026-10-05', openingBalance: 0 });
  const actor = systemActor([bank.boardId, other.boardId]);
  const knownFor = ({ bin, number }: TestBank['account']) =>
    world.db.read(actor, (tx) => world.get(Layouts).known(tx, { bin, number }));
  expect(await knownFor(bank.account)).toMatchObject([{ name: 'Sacombank' }]);
  expect(await knownFor(other.account)).toEqual([]);
});
