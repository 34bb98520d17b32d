import { businessDate, month, vnd, type Id } from '@cho40/kernel';
import { brokenConstraint, newId, systemActor, type Tx } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { cashPaid } from '../../../../test/support/cash-paid';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BillingModule } from '../billing.module';
import { Bills } from '../bills/bills.service';
import { BillRuns } from '../runs/bill-runs.service';
import { billsOwedBy } from './relief-rehearsals.queries';
import { ReliefRehearsals } from './relief-rehearsals.service';
import { Reliefs } from './reliefs.service';

let world: TestWorld;
let reliefs: Reliefs;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
  reliefs = world.get(Reliefs);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-10-01T09:00:00+07:00');
  market = await billedMarket(world, { months: ['2026-09', '2026-10'] });
});

const [maker, approver] = [newId(), newId()];
const as = <T>(userId: Id, work: (tx: Tx) => Promise<T>) =>
  world.db.write({ ...systemActor([market.boardId]), userId }, work);
const paper = {
  document: '12/QĐ-BQL',
  documentOn: businessDate('2026-09-20'),
  reason: 'Ngập lụt khu A',
};
const flood = {
  ...paper,
  percent: 50,
  fromOn: businessDate('2026-09-16'),
  toOn: businessDate('2026-11-30'),
};
const propose = (wanted: Partial<Parameters<Reliefs['propose']>[2]> = {}) =>
  as(maker, (tx) => reliefs.propose(tx, market.marketId, { ...flood, ...wanted }));
const approve = (id: Id, by = approver) => as(by, (tx) => reliefs.approve(tx, id));
const granted = async (wanted?: Parameters<typeof propose>[0]) => {
  const id = await propose(wanted);
  await approve(id);
  return id;
};
const standing = (place = 0) =>
  market.write((tx) =>
    tx.sql<{ period: string; paid: number; relieved: number; due: number }>(
      `select period, paid, relieved, due from billing.v_bill
        where lease_id = $1 and voided_at is null order by period`,
      [market.leaseIds[place]],
    ),
  );
const balanceOf = async (account: string) => {
  const [row] = await market.write((tx) =>
    tx.sql<{ sum: number }>(
      'select coalesce(sum(amount), 0)::bigint as sum from ledger.v_posting where account = $1',
      [account],
    ),
  );
  return row?.sum;
};
const holds = async () => expect(await brokenInvariants(world, market.boardId)).toEqual([]);

describe('a rehearsal', () => {
  const { percent, fromOn, toOn } = flood;
  const rehearse = (wanted: object = {}) =>
    market.write((tx) =>
      world.get(ReliefRehearsals).relief(tx, market.marketId, { percent, fromOn, toOn, ...wanted }),
    );

  it('says what proposing and approving will do, and does nothing', async () => {
    const rehearsed = await rehearse();
    expect(await as(maker, (tx) => reliefs.list(tx, { limit: 10 }))).toMatchObject({ total: 0 });
    const id = await granted();
    const { leases } = await as(maker, (tx) => reliefs.get(tx, id));
    expect(rehearsed).toEqual({ leases, unknown: [], several: [] });
  });

  it('finds a list of stalls and names as people write them, and says whom it does not', async () => {
    const all = await rehearse();
    const [first, second] = all.leases;
    const names = [first?.stallCode.toLowerCase() ?? '', second?.vendorName ?? '', 'Z-99'];
    const { leases, unknown } = await rehearse({ names });
    expect(leases.map(({ leaseId }) => leaseId)).toContain(first?.leaseId);
    expect(leases.map(({ leaseId }) => leaseId)).toContain(second?.leaseId);
    expect(unknown).toEqual(['Z-99']);
    expect(await rehearse({ names: ['Z-99'] })).toMatchObject({ leases: [], unknown: ['Z-99'] });
  });

  it('of a write-off names the bills that are owed, deposits and other boards’ apart', async () => {
    const [leaseId] = market.leaseIds;
    const owed = await market.write((tx) => billsOwedBy(tx, [leaseId ?? newId()]));
    expect(owed.map(({ period, due }) => [period, due])).toEqual([
      ['2026-09', 100_000],
      ['2026-10', 100_000],
    ]);
    const stranger = { ...systemActor([market.boardId]), markets: [newId()] };
    expect(await world.db.read(stranger, (tx) => billsOwedBy(tx, market.leaseIds))).toEqual([]);
  });
});

describe('a relief of a whole market after a flood', () => {
  it('lets off the days of issued bills that lie within it, and stands in the books', async () => {
    const id = await granted();
    expect(await standing()).toEqual([
      { period: '2026-09', paid: 0, relieved: 25_000, due: 75_000 },
      { period: '2026-10', paid: 0, relieved: 50_000, due: 50_000 },
    ]);
    expect(await balanceOf('relief/space')).toBe(225_000);
    const { leaseCount, letOff } = await as(maker, (tx) => reliefs.get(tx, id));
    expect([leaseCount, letOff]).toEqual([3, 225_000]);
    await holds();
  });

  it('is taken off of bills to come, whose lines show what they cost and what is let off', async () => {
    await granted();
    world.clock.moveTo('2026-11-01T09:00:00+07:00');
    const { bills } = await market.write((tx) =>
      world.get(BillRuns).rehearse(tx, market.marketId, month('2026-11')),
    );
    expect(bills.map((bill) => [bill.total, ...bill.oddities])).toEqual(
      Array.from({ length: 3 }, () => [50_000, 'reliefBegins']),
    );
    await market.write((tx) => world.get(BillRuns).issue(tx, market.marketId, month('2026-11')));
    const id = await market.billOf(0, '2026-11');
    const { lines } = await market.write((tx) => world.get(Bills).get(tx, id));
    expect(lines[0]).toMatchObject({ reliefAmount: 50_000, amount: 50_000, relieved: 0 });
    await holds();
  });

  it('turns what was paid too much into credit of the next bill', async () => {
    await cashPaid(world, market, 0, 100_000);
    await granted();
    expect(await standing()).toEqual([
      { period: '2026-09', paid: 75_000, relieved: 25_000, due: 0 },
      { period: '2026-10', paid: 25_000, relieved: 50_000, due: 25_000 },
    ]);
    await holds();
  });

  it('shows before anybody approves it what it would let off', async () => {
    const { leases, state } = await as(maker, async (tx) =>
      reliefs.get(tx, await reliefs.propose(tx, market.marketId, flood)),
    );
    expect(state).toBe('proposed');
    expect(leases.map((lease) => lease.amount)).toEqual([75_000, 75_000, 75_000]);
    expect((await standing())[0]?.relieved).toBe(0);
  });

  it('ended, is owed again: mirrored once, whoever ends it at once', async () => {
    await cashPaid(world, market, 0, 150_000);
    const id = await granted();
    const ends = await Promise.all(
      Array.from({ length: 5 }, () =>
        codeOf(as(approver, (tx) => reliefs.end(tx, id, 'văn bản bị thu hồi'))),
      ),
    );
    expect(ends.filter((code) => code === 'no refusal')).toHaveLength(1);
    expect((await standing()).map(({ paid, relieved }) => [paid, relieved])).toEqual([
      [100_000, 0],
      [50_000, 0],
    ]);
    expect(await balanceOf('relief/space')).toBe(0);
    await holds();
  });
});

describe('two people', () => {
  it('are needed: who proposed a relief cannot approve it, in the database neither', async () => {
    const id = await propose();
    expect(await codeOf(approve(id, maker))).toBe('billing.approverIsMaker');
    const byHand = as(maker, (tx) =>
      tx.sql('update billing.relief set approved_by = $2, approved_at = now() where id = $1', [
        id,
        maker,
      ]),
    ).catch((error: unknown) => brokenConstraint(error));
    expect(await byHand).toBe('relief_needs_two_people');
  });

  it('who approve at once let off once', async () => {
    const id = await propose();
    const codes = await Promise.all(Array.from({ length: 5 }, () => codeOf(approve(id))));
    expect(codes.filter((code) => code !== 'no refusal')).toEqual(
      Array.from({ length: 4 }, () => 'billing.reliefDecided'),
    );
    expect((await standing())[0]?.relieved).toBe(25_000);
  });

  it('are not passed by: the database refuses a part of what nobody approved', async () => {
    const id = await propose();
    const forged = as(maker, (tx) =>
      tx.sql(
        `insert into billing.relief_part
           (board_id, id, relief_id, bill_line_id, amount, at_issue, at)
         select l.board_id, gen_random_uuid(), $1, l.id, 1, false, now()
           from billing.bill_line l limit 1`,
        [id],
      ),
    ).catch((error: unknown) => brokenConstraint(error));
    expect(await forged).toBe('relief_part_is_approved');
  });
});

it('what is let off and paid never exceeds a line, whatever comes at once', async () => {
  const ids = [await propose({ percent: 80 }), await propose({ percent: 80 }), await propose()];
  await Promise.all([
    ...ids.map((id) => approve(id)),
    ...Array.from({ length: 4 }, () => cashPaid(world, market, 0, 70_000)),
  ]);
  for (const { paid, relieved, due } of await standing()) {
    expect(paid + relieved).toBeLessThanOrEqual(100_000);
    expect(due).toBe(100_000 - paid - relieved);
  }
  await holds();
});

it('a correction takes a sum off of one bill and of its revenue', async () => {
  const billId = await market.billOf(0, '2026-09');
  const correct = (amount: number) =>
    as(maker, (tx) =>
      reliefs.proposeCorrection(tx, billId, { ...paper, amount: vnd(amount), reason: 'sai giá' }),
    );
  const revenue = await balanceOf('revenue/space');
  await approve(await correct(30_000));
  expect((await standing())[0]).toMatchObject({ relieved: 30_000, due: 70_000 });
  expect((await balanceOf('revenue/space')) ?? 0).toBe((revenue ?? 0) + 30_000);
  expect(await codeOf(approve(await correct(70_001)))).toBe('billing.correctionTooLarge');
  await holds();
});

it('old debts are written off by two people, as far as they are unpaid', async () => {
  await cashPaid(world, market, 0, 30_000);
  const billIds = [await market.billOf(0, '2026-09'), await market.billOf(1, '2026-09')];
  const id = await as(maker, (tx) => reliefs.proposeWriteOff(tx, { ...paper, billIds }));
  expect(await codeOf(approve(id, maker))).toBe('billing.approverIsMaker');
  await approve(id);
  expect((await standing(0))[0]).toMatchObject({ paid: 30_000, relieved: 70_000, due: 0 });
  expect(await balanceOf('write-off')).toBe(170_000);
  await holds();
});

it('a relief of a zone reaches the zones within it and no other', async () => {
  const [zoneId, inner] = [newId(), newId()];
  await market.write((tx) =>
    tx.sql(
      `with outer_zone as (
         insert into markets.zone (board_id, id, market_id, code, name) values ($1, $2, $3, 'B', 'B')),
       inner_zone as (
         insert into markets.zone (board_id, id, market_id, parent_id, code, name)
         values ($1, $4, $3, $2, 'B1', 'B1'))
       select`,
      [market.boardId, zoneId, market.marketId, inner],
    ),
  );
  await market.write((tx) =>
    tx.sql(`update markets.stall set zone_id = $2 where board_id = $1 and code = 'A-2'`, [
      market.boardId,
      inner,
    ]),
  );
  await granted({ zoneId });
  expect((await standing(0))[0]?.relieved).toBe(0);
  expect((await standing(1))[0]?.relieved).toBe(25_000);
  expect(await codeOf(propose({ leaseIds: [newId()] }))).toBe('billing.nobodyToRelieve');
});
