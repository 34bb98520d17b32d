import { businessDate, month, vnd, type Id } from '@cho40/kernel';
import { brokenConstraint, newId, systemActor, type Tx } from '@cho40/platform';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { account } from './domain/account';
import { LedgerModule } from './ledger.module';
import { Ledger } from './ledger.service';

const bank = account.bank('970436', '0123456789');
const september = month('2026-09');
const october = month('2026-10');
let world: TestWorld;
let ledger: Ledger;
let boardId: Id;

beforeAll(async () => {
  world = await testWorld({ imports: [LedgerModule] });
  world.clock.moveTo('2026-11-03T03:00:00Z');
  ledger = world.get(Ledger);
});
afterAll(() => world.close());
beforeEach(() => {
  boardId = newId();
});

const write = <T>(work: (tx: Tx) => Promise<T>) => world.db.write(systemActor([boardId]), work);
const post = (key: string, on: string, amount = 50_000) =>
  write((tx) => income(tx, key, on, amount));
const income = (tx: Tx, key: string, on: string, amount = 50_000) =>
  ledger.post(tx, [
    {
      boardId,
      key,
      debit: bank,
      credit: account.unmatched(),
      amount: vnd(amount),
      on: businessDate(on),
      reason: 'bank record in',
    },
  ]);
const close = (closed = october) => write((tx) => ledger.closeMonth(tx, boardId, closed));
const inBank = (of = october) =>
  world.db.read(systemActor([boardId]), async (tx) => {
    const rows = await ledger.movements(tx, boardId, of);
    return rows.find((row) => row.account === bank);
  });

it('a month shows what stood before it, what moved in it and what stands after it', async () => {
  await post('record:1:in', '2026-09-30', 7_000);
  await post('record:2:in', '2026-10-01', 50_000);
  await post('record:3:in', '2026-11-01', 1_000);
  expect(await inBank()).toMatchObject({ opening: 7_000, debits: 50_000, closing: 57_000 });
});

describe('a closed month', () => {
  it('stays as it was: what comes late keeps its day and is booked in the month after', async () => {
    await post('record:1:in', '2026-10-30');
    await close();
    await post('record:2:in', '2026-10-31', 9_000);
    expect(await inBank()).toMatchObject({ debits: 50_000, closing: 50_000 });
    expect(await inBank(month('2026-11'))).toMatchObject({ opening: 50_000, debits: 9_000 });
    const atMonthEnd = await world.db.read(systemActor([boardId]), (tx) =>
      ledger.balances(tx, boardId, businessDate('2026-10-31')),
    );
    expect(atMonthEnd[0]?.balance).toBe(59_000);
  });

  it('takes no mirror either', async () => {
    world.clock.moveTo('2026-10-20T03:00:00Z');
    await post('record:1:in', '2026-10-20');
    await close();
    await write((tx) => ledger.reverse(tx, boardId, ['record:1:in'], 'wrong stall'));
    world.clock.moveTo('2026-11-03T03:00:00Z');
    expect(await inBank()).toMatchObject({ closing: 50_000 });
    expect(await inBank(month('2026-11'))).toMatchObject({ credits: 50_000, closing: 0 });
  });

  it('is refused by the database to whoever books into it past the service', async () => {
    await close();
    const error = await write((tx) =>
      tx.sql(
        `insert into ledger.transfer (board_id, id, key, debit, credit, amount, on_date, at, reason,
           booked_month)
         values ($1, $2, 'x', 'opening', 'unmatched', 1, '2026-10-31', now(), 'x', '2026-10')`,
        [boardId, newId()],
      ),
    ).catch((refused: unknown) => refused);
    expect(brokenConstraint(error)).toBe('transfer_in_open_month');
  });

  it('is followed by the next month alone, and never closed twice', async () => {
    await close(september);
    const refusals = await Promise.all(
      [september, month('2026-11')].map((other) =>
        close(other).catch((refused: unknown) => brokenConstraint(refused)),
      ),
    );
    expect(refusals).toEqual(['months_close_in_order', 'months_close_in_order']);
    await close(october);
  });

  it('of one board leaves the months of another open', async () => {
    await close();
    boardId = newId();
    await post('record:1:in', '2026-10-31');
    expect(await inBank()).toMatchObject({ debits: 50_000 });
  });
});

it('closing waits for whoever is posting, and what posts meanwhile lands after it', async () => {
  const order: string[] = [];
  let closing: Promise<void> | undefined;
  let late: Promise<number> | undefined;
  await write(async (tx) => {
    await income(tx, 'record:1:in', '2026-10-31');
    closing = close().then(() => void order.push('closed'));
    await waitingForLock();
    // Queued behind the closing, though its day is in the month being closed.
    late = post('record:2:in', '2026-10-31', 9_000).finally(() => order.push('late'));
    order.push('posted');
  });
  await Promise.all([closing, late]);
  expect(order[0]).toBe('posted');
  expect(await inBank()).toMatchObject({ debits: 50_000 });
  expect(await inBank(month('2026-11'))).toMatchObject({ debits: 9_000 });
});

async function waitingForLock(): Promise<void> {
  for (;;) {
    const [row] = await world.db.read(systemActor([boardId]), (tx) =>
      tx.sql<{ count: number }>(
        `select count(*) as count from pg_locks where locktype = 'advisory' and not granted`,
      ),
    );
    if ((row?.count ?? 0) > 0) return;
  }
}
