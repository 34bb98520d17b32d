import type { Id } from '@cho40/kernel';
import { brokenConstraint, newId } from '@cho40/platform';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BillingModule } from '../billing.module';
import { meteringInvariants } from '../metering';
import { MeterCorrections } from './meter-corrections.service';
import { meteredMarket, type MeteredMarket } from './test/metered-market';

let world: TestWorld;
let metered: MeteredMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  metered = await meteredMarket(world);
});

describe('a correction', () => {
  const ask = (readingId: Id, value: number) =>
    metered.as(metered.typist, (tx) =>
      world.get(MeterCorrections).ask(tx, readingId, {
        value,
        hasRolledOver: false,
        reason: 'Đọc nhầm số',
      }),
    );
  const decide = (id: Id, who: Id) =>
    metered.as(who, (tx) => world.get(MeterCorrections).decide(tx, id, 'approved'));

  it('takes effect when another person approves it; the old value stays to be seen', async () => {
    const [id = newId()] = await metered.install(metered.aMeter(0));
    await metered.read(id, 510);
    const asked = await ask(await metered.readingId(), 150);
    expect(await codeOf(decide(asked.id, metered.typist))).toBe('billing.anotherPersonCorrects');
    expect((await metered.usage())[0]?.quantity).toBe(410);
    expect(await decide(asked.id, metered.head)).toMatchObject({ state: 'approved', before: 510 });
    expect((await metered.usage())[0]?.quantity).toBe(50);
    expect(await brokenInvariants(world, metered.market.boardId)).toEqual([]);
  });

  it('of a reading that a bill charges is refused, also by the database', async () => {
    const [id = newId()] = await metered.install(metered.aMeter(0));
    await metered.read(id, 150);
    const readingId = await metered.readingId();
    await metered.charge(readingId, 50);
    expect(await metered.usage()).toEqual([]);
    expect(await codeOf(ask(readingId, 140))).toBe('billing.readingBilled');
    const alone = metered.as(null, (tx) =>
      tx.sql('update billing.meter_reading set superseded_at = now() where id = $1', [readingId]),
    );
    expect(await alone.catch(brokenConstraint)).toBe('meter_reading_billed');
  });
});

describe('verify finds', () => {
  const unguarded = ['meter_reading', 'meter_correction', 'bill_line', 'bill'].map(
    (table) => `alter table billing.${table} disable trigger user`,
  );
  const found = async (statement: string) => {
    await world.corrupt(metered.market.boardId, [...unguarded, statement]);
    const names = new Set(meteringInvariants.map(({ name }) => name));
    return (await brokenInvariants(world, metered.market.boardId)).filter((name) =>
      names.has(name),
    );
  };

  beforeEach(async () => {
    const [id = newId()] = await metered.install(metered.aMeter(0));
    await metered.read(id, 150);
  });

  it('usage that its dial does not show', async () => {
    expect(await found('update billing.meter_reading set usage = usage + 1')).toEqual([
      'billing.readingsFollowEachOther',
    ]);
  });

  it('a correction that somebody approved alone', async () => {
    expect(
      await found(
        `alter table billing.meter_correction drop constraint meter_correction_needs_two_people;
         insert into billing.meter_correction (board_id, id, market_id, reading_id, value,
           has_rolled_over, reason, requested_by, requested_at, decided_by, decided_at, outcome)
         select board_id, id, market_id, id, 9, false, 'một mình', id, now(), id, now(), 'refused'
           from billing.meter_reading where board_id = '${metered.market.boardId}'`,
      ),
    ).toEqual(['billing.correctionByAnother']);
  });

  it('a reading that two bills charge, for more than was read', async () => {
    const readingId = await metered.readingId();
    await metered.charge(readingId, 50);
    await metered.charge(readingId, 51);
    expect(new Set(await found('select'))).toEqual(
      new Set(['billing.readingChargedAsRead', 'billing.readingChargedOnce']),
    );
  });
});
