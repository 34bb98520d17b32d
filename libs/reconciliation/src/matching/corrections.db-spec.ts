import { vnd, type Id } from '@cho40/kernel';
import { newId, type Actor, systemActor } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { ReconciliationModule } from '../reconciliation.module';
import { Corrections } from './corrections.service';

let world: TestWorld;
let market: MatchingMarket;
let corrections: Corrections;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
  corrections = world.get(Corrections);
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await matchingMarket(world);
});
// Whatever a test did, the books of its board still hold.
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

describe('a person', () => {
  const accountant = (): Actor => ({
    ...systemActor([market.boardId]),
    userId: newId(),
    displayName: 'Kế toán',
  });
  const undo = (recordId: Id) =>
    world.db.write(accountant(), (tx) => corrections.undo(tx, recordId, 'nhầm sạp'));
  const assign = (recordId: Id, place: number, billId?: Id, actor = accountant()) =>
    world.db.write(actor, (tx) =>
      corrections.assign(tx, recordId, {
        leaseId: market.leaseIds[place] ?? newId(),
        ...(billId ? { billId } : {}),
        reason: 'người nộp gọi điện',
      }),
    );
  const trailOf = async (recordId: Id) => {
    const rows = await market.write((tx) =>
      tx.sql<{ trail: string }>(
        `select concat_ws(' ', d.state, d.reason, d.decided_by_name) as trail
           from reconciliation.decision d where record_id = $1 order by at, id`,
        [recordId],
      ),
    );
    return rows.map(({ trail }) => trail);
  };

  it('undoes a match, and gives the money to another lease, leaving a trail', async () => {
    const recordId = await market.arrives({ content: await market.billCode(0) });
    await market.match();
    await undo(recordId);
    expect(await market.paidOf(0)).toEqual([0, 0]);
    expect(await market.standing(recordId)).toMatchObject({ state: 'unmatched', reason: 'undone' });
    expect(await market.match()).toEqual({ matched: 0, unmatched: 0, outgoing: 0, classified: 0 });
    await assign(recordId, 1, await market.billOf(1, '2026-10'));
    expect(await market.paidOf(1)).toEqual([0, 100_000]);
    expect(await trailOf(recordId)).toEqual([
      'matched code',
      'unmatched undone Kế toán',
      'matched person Kế toán',
    ]);
    const audit = await market.write((tx) =>
      tx.sql<{ act: string }>('select act from platform.audit order by seq'),
    );
    expect(audit.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['reconciliation.undo', 'reconciliation.assign']),
    );
  });

  it('cannot undo what is not matched, nor assign what is', async () => {
    const recordId = await market.arrives({ content: '' });
    await market.match();
    expect(await codeOf(undo(recordId))).toBe('reconciliation.recordNotMatched');
    await assign(recordId, 0);
    expect(await codeOf(assign(recordId, 1))).toBe('reconciliation.recordNotOpen');
    expect(await codeOf(undo(newId()))).toBe('reconciliation.recordNotFound');
  });

  it('who looked before another decided is told so, and overwrites nothing', async () => {
    const recordId = await market.arrives({ content: '' });
    await market.match();
    const seen = await market.since(recordId);
    const late = () =>
      world.db.write(accountant(), (tx) =>
        corrections.assign(tx, recordId, {
          leaseId: market.leaseIds[1] ?? newId(),
          reason: 'người nộp gọi điện',
          since: seen,
        }),
      );
    await assign(recordId, 0);
    await undo(recordId);
    const refusal = await late().catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'reconciliation.recordMoved',
      facts: { by: 'Kế toán', state: 'unmatched' },
    });
    expect(await market.standing(recordId)).toMatchObject({ reason: 'undone' });
  });

  it('gives a record to bills of several leases, and takes all of it back', async () => {
    const recordId = await market.arrives({ content: '', amount: 250_000 });
    await market.match();
    const parts = await Promise.all(
      ([1, 2] as const).map(async (place) => ({
        billId: await market.billOf(place, '2026-10'),
        amount: vnd(100_000),
      })),
    );
    await world.db.write(accountant(), (tx) =>
      corrections.assign(tx, recordId, {
        leaseId: market.leaseIds[0] ?? newId(),
        parts,
        reason: 'nộp hộ hai sạp',
      }),
    );
    expect(await market.paidOf(0)).toEqual([50_000, 0]);
    expect(await market.paidOf(2)).toEqual([0, 100_000]);
    await undo(recordId);
    expect(await market.paidOf(2)).toEqual([0, 0]);
  });

  it('cannot give a part to a bill out of reach', async () => {
    const recordId = await market.arrives({ content: '' });
    await market.match();
    const foreign = await matchingMarket(world);
    world.clock.moveTo('2026-10-12T10:05:00+07:00');
    const part = { billId: await foreign.billOf(0, '2026-10'), amount: vnd(1) };
    const work = world.db.write(accountant(), (tx) =>
      corrections.assign(tx, recordId, {
        leaseId: market.leaseIds[0] ?? newId(),
        parts: [part],
        reason: 'nộp hộ',
      }),
    );
    expect(await codeOf(work)).toBe('reconciliation.billNotFound');
  });

  it('of two who assign at once, one is refused', async () => {
    const recordId = await market.arrives({ content: '' });
    await market.match();
    const codes = await Promise.all([codeOf(assign(recordId, 0)), codeOf(assign(recordId, 1))]);
    expect(new Set(codes)).toEqual(new Set(['no refusal', 'reconciliation.recordNotOpen']));
  });

  it('cannot give money to a lease out of reach, nor to another lease’s bill', async () => {
    const recordId = await market.arrives({ content: '' });
    await market.match();
    expect(await codeOf(assign(recordId, 9))).toBe('reconciliation.leaseNotFound');
    const elsewhere = { ...accountant(), markets: [newId()] };
    expect(await codeOf(assign(recordId, 0, undefined, elsewhere))).toBe(
      'reconciliation.leaseNotFound',
    );
    expect(await codeOf(assign(recordId, 0, await market.billOf(1, '2026-10')))).toBe(
      'reconciliation.billNotOfLease',
    );
  });
});
