import { businessDate, vnd, type Id } from '@cho40/kernel';
import { brokenConstraint, newId, systemActor } from '@cho40/platform';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { account } from './domain/account';
import type { NewTransfer } from './domain/transfer';
import { LedgerModule } from './ledger.module';
import { Ledger } from './ledger.service';

const bank = account.bank('970436', '0123456789');
let world: TestWorld;
let ledger: Ledger;
let boardId: Id;

beforeAll(async () => {
  world = await testWorld({ imports: [LedgerModule] });
  world.clock.moveTo('2026-10-15T03:00:00Z');
  ledger = world.get(Ledger);
});
afterAll(() => world.close());
beforeEach(() => {
  boardId = newId();
});

function income(key: string, change: Partial<NewTransfer> = {}): NewTransfer {
  return {
    boardId,
    key,
    debit: bank,
    credit: account.unmatched(),
    amount: vnd(50_000),
    on: businessDate('2026-10-14'),
    reason: 'bank record in',
    ...change,
  };
}
const post = (...transfers: NewTransfer[]) =>
  world.db.write(systemActor([boardId]), (tx) => ledger.post(tx, transfers));
const balances = (on?: string) =>
  world.db.read(systemActor([boardId]), (tx) =>
    ledger.balances(tx, boardId, on === undefined ? undefined : businessDate(on)),
  );

describe('posting', () => {
  it('moves each amount between two accounts that add up to nothing', async () => {
    await post(income('record:1:in'), income('record:2:in', { amount: vnd(7_000) }));
    const rows = await balances();
    expect(rows).toEqual([
      { account: 'bank/970436/0123456789', debits: 57_000, credits: 0, balance: 57_000 },
      { account: 'unmatched', debits: 0, credits: 57_000, balance: -57_000 },
    ]);
  });

  it('posts a fact once, however often it is told', async () => {
    expect(await post(income('record:1:in'), income('record:1:in'))).toBe(1);
    expect(await post(income('record:1:in'), income('record:2:in'))).toBe(1);
    expect((await balances())[0]?.balance).toBe(100_000);
  });

  it('lets one of twenty at once post a fact', async () => {
    const counts = await Promise.all(Array.from({ length: 20 }, () => post(income('record:9:in'))));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('throws on a key that stands for another amount, and posts nothing of that call', async () => {
    await post(income('record:1:in'));
    await expect(
      post(income('record:2:in'), income('record:1:in', { amount: vnd(1) })),
    ).rejects.toThrow('a key was posted with other content');
    expect((await balances())[0]?.balance).toBe(50_000);
  });

  it('says how the accounts stood at the end of a day', async () => {
    await post(income('record:1:in'), income('record:2:in', { on: businessDate('2026-10-20') }));
    expect((await balances('2026-10-19'))[0]?.balance).toBe(50_000);
    expect(await balances('2026-10-13')).toEqual([]);
  });

  it('never shows another board', async () => {
    await post(income('record:1:in'));
    const other = newId();
    const seen = await world.db.read(systemActor([other]), (tx) => ledger.balances(tx, boardId));
    expect(seen).toEqual([]);
  });
});

describe('reversing', () => {
  const reverse = (...keys: string[]) =>
    world.db.write(systemActor([boardId]), (tx) =>
      ledger.reverse(tx, boardId, keys, 'paid for the wrong stall'),
    );

  it('mirrors the facts on the day it happens, once', async () => {
    await post(income('record:1:in'), income('record:2:in'));
    await reverse('record:1:in', 'record:2:in');
    await reverse('record:1:in', 'record:2:in');
    expect((await balances()).map((row) => row.balance)).toEqual([0, 0]);
    expect((await balances('2026-10-14'))[0]?.balance).toBe(100_000);
  });

  it('throws for a fact that was never posted', async () => {
    await expect(reverse('record:none:in')).rejects.toThrow('reversal of what was never posted');
  });

  it('is refused by the database for a mirror of a mirror', async () => {
    await post(income('record:1:in'));
    await reverse('record:1:in');
    const error = await reverse('record:1:in:undo').catch((refused: unknown) => refused);
    expect(brokenConstraint(error)).toBe('transfer_mirrors');
  });
});

it('a posted transfer cannot be changed or removed', async () => {
  await post(income('record:1:in'));
  for (const statement of ['update ledger.transfer set amount = 1', 'delete from ledger.transfer'])
    await expect(world.db.write(systemActor([boardId]), (tx) => tx.sql(statement))).rejects.toThrow(
      'permission denied',
    );
});

describe('a corruption is found by', () => {
  const forged = (change: string) => [
    'alter table ledger.transfer disable trigger user',
    `insert into ledger.transfer
       (board_id, id, booked_month, key, debit, credit, amount, on_date, at, reason, reverses)
     select board_id, gen_random_uuid(), booked_month, ${change}
       from ledger.transfer where board_id = '${boardId}' and key = 'record:1:in'`,
    'alter table ledger.transfer enable trigger user',
    'alter table ledger.transfer enable always trigger append_only',
    'alter table ledger.transfer enable always trigger mirrors',
  ];

  beforeEach(async () => {
    await post(income('record:1:in'));
    expect(await brokenInvariants(world, boardId)).toEqual([]);
  });

  it.each([
    [
      'ledger.reversalsMirror',
      `'record:1:in:undo', credit, debit, amount - 1, on_date, at, reason, id`,
    ],
    ['ledger.accountsAreKnown', `'x', 'pocket', credit, amount, on_date, at, reason, null`],
  ])('%s', async (name, change) => {
    await world.corrupt(boardId, forged(change));
    expect(await brokenInvariants(world, boardId)).toEqual([name]);
  });

  it('ledger.bookedInItsMonthOrLater', async () => {
    const lifted = 'alter table ledger.transfer drop constraint transfer_booked_late_at_most';
    const early = `'y', debit, credit, amount, on_date + 60, at, reason, null`;
    await world.corrupt(boardId, [lifted, ...forged(early)]);
    expect(await brokenInvariants(world, boardId)).toEqual(['ledger.bookedInItsMonthOrLater']);
  });

  it('ledger.trialBalanceIsZero', async () => {
    const view = (amount: string) =>
      `create or replace view ledger.v_posting with (security_invoker = true) as
         select board_id, id as transfer_id, key, debit as account, amount, on_date, at, reason,
                booked_month from ledger.transfer union all
         select board_id, id, key, credit, ${amount}, on_date, at, reason, booked_month
           from ledger.transfer`;
    await world.corrupt(boardId, [view('1 - amount')]);
    const broken = await brokenInvariants(world, boardId);
    await world.corrupt(boardId, [view('-amount')]);
    expect(broken).toEqual(['ledger.trialBalanceIsZero']);
  });
});
