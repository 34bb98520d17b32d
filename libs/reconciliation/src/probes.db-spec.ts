import { BankingModule, ReceivingAccounts } from '@cho40/banking';
import { JobRunner, newId, systemActor } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../test/support/matching-market';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { LeftWaiting } from './left-waiting';
import { ReconciliationModule } from './reconciliation.module';

let world: TestWorld;
let market: MatchingMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [BankingModule, ReconciliationModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await matchingMarket(world);
  await unguarded(`proof = null, live_at = null, approved_at = '2026-10-11T08:00:00+07:00'`);
});

/** An account's proof never changes otherwise. */
const unguarded = (change: string) =>
  world.corrupt(market.boardId, [
    'alter table banking.receiving_account disable trigger guarded',
    `update banking.receiving_account set ${change} where id = '${market.accountId}'`,
    'alter table banking.receiving_account enable trigger guarded',
  ]);

const comes = () => market.arrives({ content: 'ngan hang khong in noi dung', amount: 1_000 });
const named = (recordId: Awaited<ReturnType<typeof comes>>) =>
  world.db.write(systemActor([market.boardId]), (tx) =>
    world
      .get(ReceivingAccounts)
      .prove(tx, market.accountId, recordId, { userId: newId(), displayName: 'Trưởng ban' }),
  );
const PROBE = { state: 'classified', reason: 'probe' };

describe('the payment that proved an account', () => {
  it('waits for nobody where it was known for what it is before it was decided on', async () => {
    const recordId = await comes();
    await named(recordId);
    expect(await market.match()).toMatchObject({ classified: 1, unmatched: 0 });
    expect(await market.standing(recordId)).toMatchObject(PROBE);
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });

  it('waits no longer once a person named it', async () => {
    const recordId = await comes();
    await market.match();
    expect(await market.standing(recordId)).toMatchObject({ reason: 'noCode' });
    await named(recordId);
    await world.get(JobRunner).drain();
    expect(await market.standing(recordId)).toMatchObject(PROBE);
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });

  it('is come back to where it waited since before anybody looked again', async () => {
    const recordId = await comes();
    await market.match();
    await named(recordId);
    await world.corrupt(market.boardId, ['delete from platform.job']);
    await world.get(LeftWaiting).ringAgain();
    await world.get(JobRunner).drain();
    expect(await market.standing(recordId)).toMatchObject(PROBE);
  });

  it('is found by verify where it proved nothing', async () => {
    const recordId = await comes();
    await named(recordId);
    await market.match();
    await unguarded(
      `proof = null, proof_record_id = null, live_at = null, proven_by = null, proven_by_name = null`,
    );
    expect(await brokenInvariants(world, market.boardId)).toEqual([
      'reconciliation.probesProvedTheirAccounts',
    ]);
  });
});
