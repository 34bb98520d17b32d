import { businessDate, type Id } from '@cho40/kernel';
import { MarketsModule, Successions } from '@cho40/markets';
import { newId } from '@cho40/platform';
import {
  aStall,
  boardOfMarkets,
  type BoardOfMarkets,
} from '../../../../test/support/board-of-markets';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { TenancyModule } from '../tenancy.module';
import { Vendors } from '../vendors/vendors.service';
import { Leases } from './leases.service';

const day = businessDate;
let world: TestWorld;
let ground: BoardOfMarkets;
let marketId: Id;
let zoneId: Id;
let stallId: Id;
let vendorId: Id;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule, TenancyModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  ground = await boardOfMarkets(world);
  marketId = (await ground.market()).id;
  zoneId = await ground.zone(marketId, 'N');
  [stallId = newId()] = await ground.stalls(marketId, ['A-001']);
  const vendor = { boardId: ground.boardId, name: 'Vàng Thị Mỷ' };
  [vendorId = newId()] = await ground.write((tx) => world.get(Vendors).create(tx, [vendor]));
});

const sign = (from: string, to?: string) =>
  ground.write((tx) =>
    world
      .get(Leases)
      .sign(tx, [{ stallId, vendorId, validFrom: day(from), ...(to && { validTo: day(to) }) }]),
  );
const relocate = () =>
  ground.write((tx) =>
    world.get(Successions).succeed(tx, marketId, {
      kind: 'relocate',
      fromIds: [stallId],
      to: [aStall(zoneId, 'C-001')],
      beginsOn: day('2026-11-01'),
      reason: 'Xây lại nhà chợ',
    }),
  );

describe('a stall that is leased', () => {
  it('is not relocated while the lease runs on', async () => {
    await sign('2026-01-01');
    await expect(relocate()).rejects.toMatchObject({
      code: 'markets.stallIsLeased',
      facts: { codes: 'A-001', on: '2026-11-01' },
    });
  });

  it('is relocated once the lease ends the day before', async () => {
    await sign('2026-01-01', '2026-10-31');
    await relocate();
    expect(await brokenInvariants(world, ground.boardId)).toEqual([]);
  });
});

describe('a stall that ended', () => {
  it('is leased for its own days only, also by who asks the database itself', async () => {
    await relocate();
    await expect(sign('2026-10-01')).rejects.toMatchObject({
      code: 'tenancy.stallEnded',
      facts: { stallCode: 'A-001', on: '2026-10-31' },
    });
    await sign('2026-10-01', '2026-10-31');
    await expect(
      ground.write((tx) => tx.sql('update tenancy.lease set valid_to = null')),
    ).rejects.toThrow(/runs on after its stall ended/);
  });

  it('and is let to nobody at the very moment in which it ends', async () => {
    const ends = await Promise.allSettled([relocate(), sign('2026-10-01')]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await brokenInvariants(world, ground.boardId)).toEqual([]);
  });
});

describe('verify finds', () => {
  it('a lease that runs on after its stall', async () => {
    await sign('2026-01-01', '2026-10-31');
    await relocate();
    await world.corrupt(ground.boardId, [
      'alter table tenancy.lease disable trigger within_its_stall',
      'update tenancy.lease set valid_to = null',
      'alter table tenancy.lease enable trigger within_its_stall',
    ]);
    expect(await brokenInvariants(world, ground.boardId)).toEqual([
      'tenancy.leasesEndWithTheirStall',
    ]);
  });
});
