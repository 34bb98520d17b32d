import { businessDate, vnd } from '@cho40/kernel';
import { account } from '@cho40/ledger';
import { newId, systemActor } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { BillingModule } from '../billing.module';
import { Payments } from '../payments/payments.service';
import { stallStandings } from './stall-standings.queries';

let world: TestWorld;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
  market = await billedMarket(world);
});
afterAll(() => world.close());

const standingsOn = async (day: string) =>
  (await market.write((tx) => stallStandings(tx, market.marketId, businessDate(day)))).map(
    ({ standing, due }) => [standing, due],
  );

describe('how stalls stand with their bills', () => {
  it('is paid, owed, overdue after the days of grace, or vacant', async () => {
    await market.write(async (tx) => {
      await world.get(Payments).record(tx, [
        {
          id: newId(),
          boardId: market.boardId,
          marketId: market.marketId,
          leaseId: market.leaseIds[0] ?? newId(),
          source: 'cash',
          receiptId: newId(),
          amount: vnd(100_000),
          paidAt: world.clock.now(),
          bookedOn: businessDate('2026-11-23'),
          debit: account.cashOfCollector(newId()),
          reason: 'receipt',
          evidence: {},
        },
      ]);
      await tx.sql(
        `insert into markets.stall (board_id, id, market_id, zone_id, code, area_m2, goods_group)
         values ($1, $2, $3, $3, 'B-1', 4, 'food')`,
        [market.boardId, newId(), market.marketId],
      );
    });
    const others = (standing: string) => [
      ['paid', 0],
      [standing, 100_000],
      [standing, 100_000],
      ['vacant', 0],
    ];
    expect(await standingsOn('2026-11-23')).toEqual(others('owed'));
    expect(await standingsOn('2027-01-31')).toEqual(others('overdue'));
  });

  it('is not told of a market beyond one’s right', async () => {
    const stranger = { ...systemActor([market.boardId]), markets: [newId()] };
    const asked = world.db.read(stranger, (tx) =>
      stallStandings(tx, market.marketId, businessDate('2026-11-23')),
    );
    await expect(asked).rejects.toMatchObject({ code: 'billing.marketNotFound' });
  });
});
