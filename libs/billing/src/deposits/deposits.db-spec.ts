import { businessDate, month, vnd } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';
import { LeaseCourse } from '@cho40/tenancy';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { cashPaid } from '../../../../test/support/cash-paid';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BillingModule } from '../billing.module';
import { Bills } from '../bills/bills.service';
import { ExtraBills } from '../bills/extra-bills.service';
import type { DepositUseKind } from './deposit.dto';
import { Deposits } from './deposits.service';

let world: TestWorld;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-10-01T09:00:00+07:00');
  market = await billedMarket(world, { months: ['2026-10'] });
});

const write = <T>(work: (tx: Tx) => Promise<T>) => market.write(work);
const lease = () => market.leaseIds[0] ?? newId();
const demand = (amount: number) =>
  write((tx) =>
    world.get(ExtraBills).demandDeposit(tx, lease(), { amount: vnd(amount), reason: 'ký quỹ' }),
  );
const use = (kind: DepositUseKind, amount: number) =>
  write((tx) =>
    world.get(Deposits).use(tx, lease(), { kind, amount: vnd(amount), reason: 'trả mặt bằng' }),
  );
const deposit = () => write((tx) => world.get(Deposits).of(tx, lease()));
const balanceOf = async (account: string) => {
  const [row] = await write((tx) =>
    tx.sql<{ sum: number }>(
      'select coalesce(sum(amount), 0)::bigint as sum from ledger.v_posting where account = $1',
      [account],
    ),
  );
  return row?.sum ?? 0;
};
const holds = async () => expect(await brokenInvariants(world, market.boardId)).toEqual([]);

/** A deposit of 300,000 that is paid, with October's 100,000 still owed. */
async function heldDeposit() {
  const { billId } = await demand(300_000);
  await cashPaid(world, market, 0, 400_000);
  world.clock.moveTo('2026-11-01T09:00:00+07:00');
  return billId;
}
const owe = () =>
  write((tx) =>
    world.get(ExtraBills).adjust(tx, lease(), {
      amount: vnd(80_000),
      reason: 'thiếu tháng 5',
      feeType: 'space',
      serviceFrom: businessDate('2026-05-01'),
      serviceTo: businessDate('2026-05-31'),
    }),
  );

describe('a security deposit', () => {
  it('is demanded by a bill, held once it is paid, and never revenue', async () => {
    const revenue = await balanceOf('revenue/space');
    await heldDeposit();
    expect(await deposit()).toMatchObject({ demanded: 300_000, held: 300_000, arrears: 0 });
    expect(await balanceOf(`security/${lease()}`)).toBe(-300_000);
    expect(await balanceOf('revenue/space')).toBe(revenue);
    await holds();
  });

  it('is set off against what is owed, the rest given back', async () => {
    await heldDeposit();
    await owe();
    expect(await codeOf(use('give-back', 300_000))).toBe('billing.leaseOwes');
    expect(await codeOf(use('set-off', 80_001))).toBe('billing.nothingOwed');
    await use('set-off', 80_000);
    await use('give-back', 220_000);
    expect(await deposit()).toMatchObject({ held: 0, arrears: 0 });
    expect(await balanceOf(`security/${lease()}`)).toBe(0);
    expect(await balanceOf('outgoing/refund')).toBe(-220_000);
    await holds();
  });

  it('used by ten at once is used once', async () => {
    await heldDeposit();
    const codes = await Promise.all(
      Array.from({ length: 10 }, () => codeOf(use('give-back', 200_000))),
    );
    expect(codes.filter((code) => code === 'no refusal')).toHaveLength(1);
    expect((await deposit()).held).toBe(100_000);
    await holds();
  });

  it('whose use is undone holds it again, and what it paid is owed again', async () => {
    await heldDeposit();
    await owe();
    const useId = await use('set-off', 50_000);
    const undo = () => write((tx) => world.get(Deposits).undo(tx, useId, 'nhầm'));
    await Promise.all([undo(), undo()]);
    expect(await deposit()).toMatchObject({ held: 300_000, arrears: 80_000 });
    await holds();
  });

  it('that was used keeps its bill: it cannot be voided under it', async () => {
    const billId = await heldDeposit();
    const useId = await use('give-back', 10_000);
    const voided = () => write((tx) => world.get(Bills).void(tx, [billId], 'nhầm'));
    expect(await codeOf(voided())).toBe('billing.depositUsed');
    await write((tx) => world.get(Deposits).undo(tx, useId, 'nhầm'));
    await voided();
    expect((await deposit()).held).toBe(0);
    await holds();
  });
});

describe('the deposit of a lease that is renewed', () => {
  const carryOver = (amount: number) => use('carry-over', amount);
  const renew = () =>
    write(async (tx) => {
      await tx.sql(`update tenancy.lease set valid_to = '2026-12-31' where id = $1`, [lease()]);
      return (await world.get(LeaseCourse).renew(tx, lease(), {})).id;
    });

  it('is carried over to the lease that renews it, and stays a liability of the same sum', async () => {
    await heldDeposit();
    expect(await codeOf(carryOver(300_000))).toBe('billing.leaseNotRenewed');
    const renewed = await renew();
    await carryOver(250_000);
    expect(await codeOf(carryOver(50_001))).toBe('billing.depositTooSmall');
    expect(await deposit()).toMatchObject({ held: 50_000, renewedBy: renewed });
    const next = await write((tx) => world.get(Deposits).of(tx, renewed));
    expect(next).toMatchObject({ carried: 250_000, held: 250_000, demanded: 0 });
    expect(await balanceOf(`security/${renewed}`)).toBe(-250_000);
    await holds();
  });

  it('comes back when that is undone, unless it was used there meanwhile', async () => {
    await heldDeposit();
    const renewed = await renew();
    const useId = await carryOver(300_000);
    const undo = () => write((tx) => world.get(Deposits).undo(tx, useId, 'nhầm'));
    const given = { kind: 'give-back', amount: vnd(1_000), reason: 'trả bớt' } as const;
    const usedThere = await write((tx) => world.get(Deposits).use(tx, renewed, given));
    expect(await codeOf(undo())).toBe('billing.depositTooSmall');
    await write((tx) => world.get(Deposits).undo(tx, usedThere, 'nhầm'));
    await undo();
    expect(await deposit()).toMatchObject({ held: 300_000 });
    expect(await balanceOf(`security/${renewed}`)).toBe(0);
    await holds();
  });
});

describe('opening debts', () => {
  const moveIn = (period: string, amount = 70_000) =>
    write((tx) =>
      world.get(Bills).openingDebts(tx, [
        { leaseId: lease(), period: month(period), amount: vnd(amount) },
        { leaseId: lease(), period: month(period), amount: vnd(5_000), feeType: 'water' },
      ]),
    );

  it('are bills of the months they come from, posted against the opening, paid before newer ones', async () => {
    expect(await moveIn('2025-12')).toHaveLength(1);
    await cashPaid(world, market, 0, 75_000);
    const bills = await write((tx) =>
      tx.sql(
        `select kind, period, due_on, due from billing.v_bill where lease_id = $1 order by due_on`,
        [lease()],
      ),
    );
    expect(bills).toEqual([
      { kind: 'opening', period: '2025-12', due_on: '2025-12-10', due: 0 },
      { kind: 'monthly', period: '2026-10', due_on: '2026-10-10', due: 100_000 },
    ]);
    expect(await balanceOf('opening')).toBe(-75_000);
    await holds();
  });

  it('are moved in once', async () => {
    await moveIn('2025-12');
    expect(await codeOf(moveIn('2025-12'))).toBe('billing.hasOpeningDebt');
  });
});

it('a charge that was forgotten cites the price of its days and comes with the month that runs', async () => {
  const { billId } = await owe();
  const bill = await write((tx) => world.get(Bills).get(tx, billId));
  expect(bill).toMatchObject({ kind: 'adjustment', period: '2026-10', due: 80_000 });
  expect(bill.lines[0]?.decisionNumber).toBe(market.tariffId);
  await holds();
});
