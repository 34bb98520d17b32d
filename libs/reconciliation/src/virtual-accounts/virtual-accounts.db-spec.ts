import { businessDate, type Id } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { ReconciliationModule } from '../reconciliation.module';
import { VirtualAccounts } from './virtual-accounts.service';

let world: TestWorld;
let market: MatchingMarket;
let accounts: VirtualAccounts;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
  accounts = world.get(VirtualAccounts);
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await matchingMarket(world);
});

const person = (displayName: string) => ({
  ...systemActor([market.boardId]),
  userId: newId(),
  displayName,
});
const clerk = () => person('Kế toán');
const stallOf = async (place: number): Promise<Id> => {
  const [lease] = await market.write((tx) =>
    tx.sql<{ stallId: Id }>(
      'select stall_id as "stallId" from tenancy.v_lease where lease_id = $1',
      [market.leaseIds[place]],
    ),
  );
  return lease?.stallId ?? newId();
};
const proposed = async (number: string, names: { stallId?: Id; leaseId?: Id }, by = clerk()) => {
  const { accountId } = market;
  const validFrom = businessDate('2026-10-01');
  return world.db.write(by, (tx) =>
    accounts.propose(tx, { accountId, number, validFrom, ...names }),
  );
};
const inUse = async (number: string, names: { stallId?: Id; leaseId?: Id }) => {
  const id = await proposed(number, names);
  await world.db.write(person('Trưởng ban'), (tx) => accounts.approve(tx, id));
  return id;
};
const pays = async (virtualAccount: string, content = 'tien cho') => {
  const recordId = await market.arrives({ content, virtualAccount });
  await market.match();
  return market.standing(recordId);
};
const broken = () => brokenInvariants(world, market.boardId);

describe('money sent to a virtual account', () => {
  it('is the stall’s, as the bank printed the number or not', async () => {
    await inUse('962-470 A1', { stallId: await stallOf(1) });
    expect(await pays('962470a1')).toMatchObject({
      state: 'matched',
      reason: 'virtualAccount',
      lease_id: market.leaseIds[1],
    });
    expect(await market.paidOf(1)).toEqual([100_000, 0]);
    expect(await broken()).toEqual([]);
  });

  it('waits where a code in the text names somebody else', async () => {
    await inUse('962470A1', { leaseId: market.leaseIds[1] ?? newId() });
    expect(await pays('962470A1', await market.billCode(0))).toMatchObject({
      state: 'unmatched',
      reason: 'contradiction',
    });
    expect(await pays('962470A1', await market.billCode(1))).toMatchObject({
      state: 'matched',
      reason: 'code',
    });
  });

  it('names nobody before a second person approved it, nor after its last day', async () => {
    const stallId = await stallOf(0);
    const by = clerk();
    const id = await proposed('777000111', { stallId }, by);
    expect(await pays('777000111')).toMatchObject({ state: 'unmatched', reason: 'noCode' });
    const approve = (actor: typeof by) => world.db.write(actor, (tx) => accounts.approve(tx, id));
    expect(await codeOf(approve(by))).toBe('reconciliation.approverIsMaker');
    await approve(clerk());
    expect(await pays('777000111')).toMatchObject({ state: 'matched' });
    await world.db.write(clerk(), (tx) => accounts.end(tx, id, businessDate('2026-10-11')));
    expect(await pays('777000111')).toMatchObject({ reason: 'noCode' });
  });

  it('stands for one stall at a time, of the account’s own board', async () => {
    await inUse('962470A1', { stallId: await stallOf(0) });
    expect(await codeOf(proposed('962470A1', { stallId: await stallOf(1) }))).toBe(
      'reconciliation.virtualAccountTaken',
    );
    expect(await codeOf(proposed('5555', { stallId: newId() }))).toBe(
      'reconciliation.stallOrLeaseNotFound',
    );
  });
});

it('verify finds a match by a virtual account that stands for another stall', async () => {
  const id = await inUse('962470A1', { stallId: await stallOf(1) });
  await pays('962470A1');
  const other = await stallOf(2);
  await world.corrupt(market.boardId, [
    `update reconciliation.virtual_account set stall_id = '${other}' where id = '${id}'`,
  ]);
  expect(await broken()).toEqual(['reconciliation.virtualAccountNamesTheLease']);
});
