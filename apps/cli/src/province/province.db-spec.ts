import { BankingModule } from '@cho40/banking';
import { BillingModule } from '@cho40/billing';
import { CardsModule } from '@cho40/cards';
import { CashModule } from '@cho40/cash';
import { ClosingModule } from '@cho40/closing';
import { IdentityModule } from '@cho40/identity';
import { month, monthsBetween, type BusinessDate } from '@cho40/kernel';
import { AdminUnits, MarketsModule } from '@cho40/markets';
import { newId, SYSTEM_BOARD, systemActor } from '@cho40/platform';
import { ReconciliationModule } from '@cho40/reconciliation';
import { TariffsModule } from '@cho40/tariffs';
import { TenancyModule } from '@cho40/tenancy';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { hangCards } from './cards';
import { foundBoard, FOUNDED_ON } from './foundation';
import { playMonth } from './month-step';
import { PLANNED_BOARDS } from './plan';
import { recordDecisions, setPrices } from './prices';
import { programFor, type Scene } from './scene';

const LIBS = [
  MarketsModule,
  IdentityModule,
  TariffsModule,
  TenancyModule,
  BankingModule,
  BillingModule,
  ReconciliationModule,
  CashModule,
  ClosingModule,
  CardsModule,
];
const [board] = PLANNED_BOARDS;

describe('the believable province, its largest board from May to August 2025', () => {
  const boardId = newId();
  let world: TestWorld;

  // As in the whole province: without statistics bills and checks take minutes.
  const statistics = () =>
    world.db.write(programFor(boardId), (tx) => tx.sql('call platform.gather_statistics()'));

  beforeAll(async () => {
    world = await testWorld({ imports: LIBS });
    if (!board) throw new Error('nothing is planned');
    const { clock, db } = world;
    const scene: Scene = {
      libs: world,
      db,
      clock: {
        now: clock.now,
        set: (day: BusinessDate, time?: string) =>
          clock.moveTo(`${day}T${time ?? '08:00:00'}+07:00`),
      },
    };
    scene.clock.set(FOUNDED_ON);
    await db.write(systemActor([SYSTEM_BOARD]), async (tx) => {
      await world.get(AdminUnits).load(tx);
      await recordDecisions(scene, tx);
    });
    await db.write(programFor(boardId), async (tx) => {
      await foundBoard(scene, tx, board, boardId);
      await setPrices(scene, tx, board, boardId);
    });
    await statistics();
    for (const played of monthsBetween(month('2025-05'), month('2025-08'))) {
      await db.write(programFor(boardId), (tx) =>
        playMonth(scene, tx, { board, boardId, month: played }),
      );
      await statistics();
    }
    await db.write(programFor(boardId), (tx) => hangCards(scene, tx, { board, boardId }));
  });
  afterAll(() => world.close());

  const rows = <Row>(sql: string): Promise<Row[]> =>
    world.db.read(systemActor([boardId]), (tx) => tx.sql<Row>(sql));

  it('keeps every rule of the books', async () => {
    expect(await brokenInvariants(world, boardId)).toEqual([]);
  });

  it('has 5 to 10 in a hundred đồng of the last month outstanding', async () => {
    const [sums] = await rows<{ arrears: number }>(
      `select sum(due) / sum(total)::float as arrears from billing.v_bill where period = '2025-08'`,
    );
    expect(sums?.arrears).toBeGreaterThan(0.05);
    expect(sums?.arrears).toBeLessThan(0.1);
  });

  it('has a card at most stalls, printed by its head, and some that were taken down', async () => {
    const [share] = await rows<{ hung: number; down: number }>(
      `select count(*)::float / (select count(*) from markets.v_stall where valid_to is null) as hung,
              count(revoked_at)::float / count(*) as down
         from cards.v_fee_card where printed_by_name <> 'system'`,
    );
    expect(share?.hung).toBeGreaterThan(0.8);
    expect(share?.hung).toBeLessThan(0.97);
    expect(share?.down).toBeGreaterThan(0);
  });

  it('has an accountant who names the payers of last month’s money, with her reasons', async () => {
    const named = await rows<{ by: string; reason: string }>(
      `select decided_by_name as by, evidence->>'reason' as reason
         from reconciliation.decision where reason = 'person' and state = 'matched'`,
    );
    expect(named.length).toBeGreaterThan(5);
    for (const { by, reason } of named) expect(`${by}: ${reason}`).toMatch(/^\S.+: .+ điểm \S+/);
    const [oldest] = await rows<{ on: string }>(
      `select min(booked_on)::text as on from reconciliation.v_standing where state = 'unmatched'`,
    );
    expect(oldest?.on).toMatch(/^2025-0[678]/);
  });
});
