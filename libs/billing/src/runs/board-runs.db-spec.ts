import { month, type Id } from '@cho40/kernel';
import { newId, systemActor, type Tx } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BillingModule } from '../billing.module';
import { BillRuns } from './bill-runs.service';
import { boardRehearsalOf, differencePageOf } from './board-rehearsal';

const october = month('2026-10');
let world: TestWorld;
let runs: BillRuns;
let market: BilledMarket;
let sisterId: Id;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
  runs = world.get(BillRuns);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-10-01T09:00:00+07:00');
  market = await billedMarket(world, { months: [] });
  sisterId = await sisterOf(market);
});

const write = <T>(work: (tx: Tx) => Promise<T>) => market.write(work);
const issue = () => write((tx) => runs.issueBoard(tx, market.boardId, october));
const rehearse = (period = october) =>
  write((tx) => runs.rehearseBoard(tx, market.boardId, period));
const change = (sql: string, ...values: unknown[]) => write((tx) => tx.sql(sql, values));
const billsOf = (leaseId: Id | undefined) =>
  write((tx) =>
    tx.sql<{ from: string; to: string; amount: number; due_on: string }>(
      `select l.service_from as "from", l.service_to as "to", l.amount, b.due_on
         from billing.bill b join billing.bill_line l on l.bill_id = b.id
        where b.lease_id = $1 and b.voided_at is null order by l.service_from`,
      [leaseId],
    ),
  );
const holds = async () => expect(await brokenInvariants(world, market.boardId)).toEqual([]);

/** A second market of the board, with one let stall and a price but no prefix yet. */
async function sisterOf({ boardId, marketId, tariffId }: BilledMarket): Promise<Id> {
  const [id, stallId] = [newId(), newId()];
  await write(async (tx) => {
    await tx.sql(
      `insert into markets.market (board_id, id, code, name, declared_class, construction, meets,
         opened_on)
       select board_id, $2, 'S-' || upper(right($2::uuid::text, 6)), 'Chợ em', 2, 'solid', 'daily',
              opened_on from markets.market where id = $1`,
      [marketId, id],
    );
    await tx.sql(
      `insert into markets.zone (board_id, id, market_id, code, name) values ($1, $2, $2, 'A', 'A')`,
      [boardId, id],
    );
    await tx.sql(
      `insert into markets.stall (board_id, id, market_id, zone_id, code, area_m2, goods_group)
       values ($1, $2, $3, $3, 'B-1', 4, 'food')`,
      [boardId, stallId, id],
    );
    await tx.sql(
      `insert into tenancy.lease (board_id, id, market_id, stall_id, vendor_id, number, valid_from)
       select board_id, $2, $3, $4, vendor_id, 'em', valid_from from tenancy.lease where id = $1`,
      [market.leaseIds[0], newId(), id, stallId],
    );
    await tx.sql(
      `insert into tariffs.tariff (board_id, id, market_id, decision_id, decision_line, ceiling,
         fee_type, unit, price, valid_from, created_by, approved_by, approved_at)
       select board_id, $2, $3, decision_id, decision_line, ceiling, fee_type, unit, 70000,
              valid_from, created_by, approved_by, approved_at from tariffs.tariff where id = $1`,
      [tariffId, newId(), id],
    );
  });
  return id;
}
const takePrefix = () =>
  change(
    `insert into billing.code_prefix (prefix, board_id, market_id, scramble_key)
     values ('Q' || translate(right($2::uuid::text, 3), '0123456789abcdef', 'GHIJKLMNOPQRSTUV'),
             $1, $2, 7)`,
    market.boardId,
    sisterId,
  );

describe('a month of all markets of a board', () => {
  it('is rehearsed and issued at once; a market that is not ready says why and is left out', async () => {
    const { markets, fees } = boardRehearsalOf(october, await rehearse());
    expect(markets.map((one) => [one.newTotal, one.problems.length])).toEqual([
      [300_000, 0],
      [70_000, 1],
    ]);
    expect(fees).toEqual([{ feeType: 'space', last: 0, now: 370_000 }]);
    const { markets: issued, leftOut } = await issue();
    expect(issued.map((one) => one.total)).toEqual([300_000]);
    expect(leftOut.map((one) => one.code)).toEqual(['billing.noPrefix']);
    await takePrefix();
    expect((await issue()).markets.map((one) => one.total)).toEqual([300_000, 70_000]);
    await holds();
  });

  it('issued by five boards’ desks and a market’s at once is issued once, its codes without gaps', async () => {
    await takePrefix();
    await Promise.all([
      ...Array.from({ length: 5 }, issue),
      write((tx) => runs.issue(tx, market.marketId, october)),
    ]);
    const [made] = await write((tx) =>
      tx.sql<{ bills: number; runs: number; serials: number }>(
        `select (select count(*) from billing.bill where board_id = $1) as bills,
                (select count(*) from billing.bill_run where board_id = $1) as runs,
                (select sum(next_bill_serial)::integer from billing.code_prefix
                  where board_id = $1) as serials`,
        [market.boardId],
      ),
    );
    expect(made).toEqual({ bills: 4, runs: 2, serials: 4 });
    await holds();
  });

  it('whose connection is cut half way leaves nothing, and is issued whole by the next, without gaps', async () => {
    await takePrefix();
    const cut = write(async (tx) => {
      await runs.issueBoard(tx, market.boardId, october);
      await tx.sql('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(cut).rejects.toThrow('terminating connection');
    const { markets } = await issue();
    expect(markets.map((one) => one.billCount)).toEqual([3, 1]);
    const serials = await write((tx) =>
      tx.sql('select next_bill_serial as next from billing.code_prefix where board_id = $1', [
        market.boardId,
      ]),
    );
    expect(serials).toEqual(expect.arrayContaining([{ next: 3 }, { next: 1 }]));
    await holds();
  });

  it('shows only what the right reaches', async () => {
    const actor = { ...systemActor([market.boardId]), markets: [sisterId] };
    const seen = await world.db.read(actor, (tx) =>
      runs.rehearseBoard(tx, market.boardId, october),
    );
    expect(seen.map((one) => one.marketId)).toEqual([sisterId]);
  });

  it('lists its bills by oddity, market and words', async () => {
    const page = differencePageOf(await rehearse(), {
      month: october,
      limit: 2,
      q: 'cho EM',
      sort: '-total',
    });
    expect([page.total, page.items.map((bill) => bill.stallCode)]).toEqual([1, ['B-1']]);
  });
});

describe('a lease is billed by its cycle:', () => {
  const [from, until] = ['2026-10-01', '2026-12-31'];

  it('a quarter at once, the first one prorated, its months apart, on its own due day', async () => {
    await change(
      `update tenancy.lease set due_day = 20, grace_days = 3 where id = $1`,
      market.leaseIds[0],
    );
    await world.corrupt(market.boardId, [
      `update tenancy.lease set billing_cycle = 'quarter', valid_from = '2026-10-17'
        where id = '${market.leaseIds[0]}'`,
    ]);
    await issue();
    expect(await billsOf(market.leaseIds[0])).toEqual([
      { from: '2026-10-17', to: '2026-10-31', amount: 48_387, due_on: '2026-10-20' },
      { from: '2026-11-01', to: '2026-11-30', amount: 100_000, due_on: '2026-10-20' },
      { from: '2026-12-01', to: until, amount: 100_000, due_on: '2026-10-20' },
    ]);
    world.clock.moveTo('2026-11-01T09:00:00+07:00');
    const { bills } = await write((tx) => runs.rehearse(tx, market.marketId, month('2026-11')));
    expect(bills.map((bill) => bill.leaseId)).not.toContain(market.leaseIds[0]);
  });

  it('the days of a suspension cost nothing, and it is said', async () => {
    await change(
      `insert into tenancy.lease_suspension (board_id, id, lease_id, from_on, to_on, reason)
       values ($1, $2, $2, $3, '2026-10-15', 'sửa mái')`,
      market.boardId,
      market.leaseIds[1],
      from,
    );
    const [first] = await rehearse();
    const bill = first?.bills.find((one) => one.leaseId === market.leaseIds[1]);
    expect([bill?.total, bill?.oddities]).toEqual([51_613, ['suspended']]);
  });
});
