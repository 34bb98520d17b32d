import { businessDate, vnd, type Id } from '@cho40/kernel';
import { newId, systemActor, type Actor } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { Corrections } from '../matching/corrections.service';
import { ReconciliationModule } from '../reconciliation.module';
import { claimPage, openClaims } from './claims.queries';
import { Claims } from './claims.service';

let world: TestWorld;
let market: MatchingMarket;
let claims: Claims;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
  claims = world.get(Claims);
});
afterAll(() => world.close());
// Monday, 12 October 2026.
beforeEach(async () => {
  market = await matchingMarket(world);
});
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

const clerk = (markets: Actor['markets'] = 'all'): Actor => ({
  ...systemActor([market.boardId]),
  userId: newId(),
  displayName: 'Kế toán',
  markets,
});
const make = (lease: number, change: { amount?: number; paidAt?: string } = {}, actor = clerk()) =>
  world.db.write(actor, (tx) =>
    claims.make(tx, {
      leaseId: market.leaseIds[lease] ?? newId(),
      amount: vnd(change.amount ?? 100_000),
      paidAt: new Date(change.paidAt ?? '2026-10-12T09:00:00+07:00'),
      toldBy: 'Chị Lan',
      channel: 'desk',
    }),
  );
const one = (id: Id) => world.db.read(clerk(), (tx) => claims.one(tx, id));
const find = (id: Id, recordId: Id, since?: Date) =>
  world.db.write(clerk(), (tx) =>
    claims.find(tx, id, {
      recordId,
      reason: 'đúng giờ, đúng số tiền',
      ...(since ? { since } : {}),
    }),
  );
const arrives = async (content = '', amount = 100_000) => {
  const recordId = await market.arrives({ content, amount, bookedAt: '2026-10-12T09:10:00+07:00' });
  await market.match();
  return recordId;
};
const today = businessDate('2026-10-12');

it('finds the record of the sum and the time; a clerk gives it to the stall', async () => {
  const recordId = await arrives();
  await arrives('', 90_000);
  const id = await make(1);
  expect((await one(id)).candidates).toMatchObject([{ fit: 'free', record: { id: recordId } }]);
  await find(id, recordId);
  expect(await market.paidOf(1)).toEqual([100_000, 0]);
  expect(await one(id)).toMatchObject({ state: 'found', recordId, decidedByName: 'Kế toán' });
  expect(await codeOf(find(id, recordId))).toBe('reconciliation.claimAnswered');
});

it('is answered by money that came to the stall already, and by nobody else’s', async () => {
  const ours = await arrives(await market.billCode(0));
  const theirs = await arrives(await market.billCode(1));
  const id = await make(0);
  expect((await one(id)).candidates.map(({ fit }) => fit)).toEqual(['yours', 'elsewhere']);
  expect(await codeOf(find(id, theirs))).toBe('reconciliation.claimRecordElsewhere');
  await find(id, ours);
  expect(await market.paidOf(0)).toEqual([0, 100_000]);
});

it('waits again when its record is taken back', async () => {
  const recordId = await arrives();
  const id = await make(1);
  await find(id, recordId);
  await world.db.write(clerk(), (tx) => world.get(Corrections).undo(tx, recordId, 'nhầm người'));
  expect(await one(id)).toMatchObject({ state: 'open', recordId: null, answer: null });
});

it('is not found in a record that somebody else decided on meanwhile', async () => {
  const recordId = await arrives();
  const seen = await market.since(recordId);
  await find(await make(2), recordId, seen);
  await world.db.write(clerk(), (tx) => world.get(Corrections).undo(tx, recordId, 'nhầm người'));
  expect(await codeOf(find(await make(1), recordId, seen))).toBe('reconciliation.recordMoved');
});

it('has a clock: three working days, then it is overdue', async () => {
  const id = await make(0);
  expect(await one(id)).toMatchObject({ dueOn: '2026-10-15', isOverdue: false });
  world.clock.moveTo('2026-10-16T08:00:00+07:00');
  expect((await one(id)).isOverdue).toBe(true);
  const waiting = (day: string) =>
    world.db.read(clerk(), (tx) => openClaims(tx, businessDate(day)));
  expect(await waiting('2026-10-15')).toEqual({ openClaims: 1, overdueClaims: 0 });
  expect(await waiting('2026-10-16')).toEqual({ openClaims: 1, overdueClaims: 1 });
});

it('is refused with what the payer is told', async () => {
  const id = await make(0);
  await world.db.write(clerk(), (tx) => claims.refuse(tx, id, 'Ngân hàng báo chuyển không thành'));
  expect(await one(id)).toMatchObject({ state: 'refused', candidates: [] });
});

it('is made for stalls within reach and money of the past', async () => {
  expect(await codeOf(make(9))).toBe('reconciliation.leaseNotFound');
  expect(await codeOf(make(0, {}, clerk([newId()])))).toBe('reconciliation.leaseNotFound');
  expect(await codeOf(make(0, { paidAt: '2026-10-13T09:00:00+07:00' }))).toBe(
    'reconciliation.claimInFuture',
  );
});

it('stands in a list, what is due first on top', async () => {
  const first = await make(0);
  const second = await make(1, { amount: 70_000 });
  await world.db.write(clerk(), (tx) => claims.refuse(tx, first, 'không có khoản này'));
  const page = (filter: object) =>
    world.db.read(clerk(), (tx) => claimPage(tx, { limit: 50, ...filter }, today));
  expect((await page({})).items.map(({ id }) => id)).toEqual([second, first]);
  expect((await page({ state: 'refused' })).total).toBe(1);
  expect((await page({ overdue: true })).total).toBe(0);
  expect((await page({ q: 'lan' })).total).toBe(2);
});

it('verify finds a claim answered with money that is not its payer’s', async () => {
  const recordId = await arrives();
  const id = await make(1);
  await find(id, recordId);
  await world.corrupt(market.boardId, [
    `update reconciliation.claim set lease_id = '${market.leaseIds[2]}' where id = '${id}'`,
  ]);
  expect(await brokenInvariants(world, market.boardId)).toEqual([
    'reconciliation.foundClaimsAreMatched',
  ]);
  await world.corrupt(market.boardId, [
    `update reconciliation.claim set lease_id = '${market.leaseIds[1]}' where id = '${id}'`,
  ]);
});
