import { businessDate, month, vnd, type Id } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { accountStatement, movedByMonth } from './account-statement.queries';
import { account, type Account } from './domain/account';
import { moneyByMonth } from './domain/money-flow';
import { LedgerModule } from './ledger.module';
import { Ledger } from './ledger.service';

const bank = account.bank('970436', '0123456789');
let world: TestWorld;
let boardId: Id;

beforeAll(async () => {
  world = await testWorld({ imports: [LedgerModule] });
});
afterAll(() => world.close());
beforeEach(() => {
  boardId = newId();
});

const post = (debit: Account, credit: Account, amount: number, on: string) =>
  world.db.write(systemActor([boardId]), (tx) =>
    world.get(Ledger).post(tx, [
      {
        boardId,
        key: newId(),
        debit,
        credit,
        amount: vnd(amount),
        on: businessDate(on),
        reason: 'việc của ngày',
      },
    ]),
  );
const statement = (of: string, { limit = 50, cursor }: { limit?: number; cursor?: string } = {}) =>
  world.db.read(systemActor([boardId]), (tx) =>
    accountStatement(tx, {
      boardId,
      account: of,
      from: businessDate('2026-11-01'),
      to: businessDate('2026-11-30'),
      limit,
      ...(cursor ? { cursor } : {}),
    }),
  );

describe('an account’s statement', () => {
  beforeEach(async () => {
    await post(bank, account.unmatched(), 70_000, '2026-10-31');
    await post(bank, account.unmatched(), 50_000, '2026-11-02');
    await post(account.outgoingUnclassified(), bank, 30_000, '2026-11-05');
    await post(bank, account.unmatched(), 9_000, '2026-12-01');
  });

  it('shows what stood before, each movement and what stands after it', async () => {
    const shown = await statement(bank);
    expect(shown).toMatchObject({ opening: 70_000, debits: 50_000, credits: 30_000 });
    expect(shown.closing).toBe(90_000);
    expect(shown.items).toMatchObject([
      { on: '2026-11-02', debit: 50_000, credit: 0, counter: 'unmatched', balance: 120_000 },
      { on: '2026-11-05', debit: 0, credit: 30_000, balance: 90_000 },
    ]);
  });

  it('runs on over its pages', async () => {
    const first = await statement(bank, { limit: 1 });
    expect(first).toMatchObject({ total: 2, items: [{ balance: 120_000 }] });
    const next = await statement(bank, { limit: 1, cursor: first.next ?? '' });
    expect(next.items).toMatchObject([{ balance: 90_000 }]);
  });

  it('of a group adds up all of its accounts', async () => {
    await post(account.outgoing('supplier'), account.outgoingUnclassified(), 30_000, '2026-11-06');
    const shown = await statement('outgoing');
    expect(shown).toMatchObject({ opening: 0, debits: 60_000, credits: 30_000, closing: 30_000 });
    expect(shown.items.map(({ balance }) => balance).at(-1)).toBe(30_000);
  });
});

it('a month’s money: collected, passed on, left', async () => {
  const lease = newId();
  await post(account.receivable(lease), account.revenue('space'), 100_000, '2026-10-01');
  await post(bank, account.unmatched(), 100_000, '2026-10-12');
  await post(account.unmatched(), account.receivable(lease), 100_000, '2026-10-12');
  await post(account.outgoingUnclassified(), bank, 80_000, '2026-11-03');
  await post(account.outgoing('to-budget'), account.outgoingUnclassified(), 80_000, '2026-11-03');
  const [october, november] = [month('2026-10'), month('2026-11')];
  const moved = await world.db.read(systemActor([boardId]), (tx) =>
    movedByMonth(tx, boardId, november),
  );
  expect(moneyByMonth(moved, [october, november])).toMatchObject([
    { collected: 100_000, left: 100_000, unmatched: 0 },
    { opening: 100_000, passedOn: 80_000, unexplained: 0, left: 20_000 },
  ]);
});
