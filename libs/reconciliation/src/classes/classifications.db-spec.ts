import type { Id } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import type { RecordClass } from '../domain/record-class';
import { ReconciliationModule } from '../reconciliation.module';
import { Classifications, type ClassEvidence } from './classifications.service';

let world: TestWorld;
let market: MatchingMarket;
let classifications: Classifications;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
  classifications = world.get(Classifications);
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await matchingMarket(world);
});

const accountant = () => ({
  ...systemActor([market.boardId]),
  userId: newId(),
  displayName: 'Kế toán',
});
const classify = (recordId: Id, as: RecordClass, evidence?: ClassEvidence) =>
  world.db.write(accountant(), (tx) =>
    classifications.classify(tx, {
      recordId,
      as,
      reason: 'theo chứng từ',
      ...(evidence ? { evidence } : {}),
    }),
  );
const unclassify = (recordId: Id) =>
  world.db.write(accountant(), (tx) => classifications.unclassify(tx, recordId, 'nhầm loại'));
const waits = async (direction: 'in' | 'out') => {
  const recordId = await market.arrives({ direction, amount: 70_000, content: 'chuyen tien' });
  await market.match();
  return recordId;
};
/** What stands on the accounts that are neither the bank nor a lease's. */
const books = async () => {
  const rows = await market.write((tx) =>
    tx.sql<{ account: string; sum: number }>(
      `select account, sum(amount)::bigint as sum from ledger.v_posting
        where account ~ '^(unmatched|outgoing|other|cash)'
        group by account having sum(amount) <> 0 order by account`,
    ),
  );
  return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]));
};

describe('money that pays nobody’s fees', () => {
  it.each([
    ['in', 'interest', { 'other/interest': -70_000 }],
    ['in', 'loan', { 'other/loan': -70_000 }],
    ['in', 'private', { 'other/private': -70_000 }],
    ['out', 'to-budget', { 'outgoing/to-budget': 70_000 }],
    ['out', 'bank-charge', { 'outgoing/bank-charge': 70_000 }],
  ] as const)('that went %s as %s stands there in the books', async (direction, as, held) => {
    const recordId = await waits(direction);
    await classify(recordId, as);
    expect(await books()).toEqual(held);
    expect(await market.standing(recordId)).toMatchObject({
      state: 'classified',
      reason: 'person',
    });
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });

  it('is waiting again once its class was taken back, and can be given another', async () => {
    const [came, went] = [await waits('in'), await waits('out')];
    await classify(came, 'loan');
    await classify(went, 'supplier');
    await unclassify(came);
    await unclassify(went);
    expect(await books()).toEqual({ 'outgoing/unclassified': 70_000, unmatched: -70_000 });
    expect(await market.standing(came)).toMatchObject({ state: 'unmatched', reason: 'undone' });
    expect(await market.standing(went)).toMatchObject({ state: 'outgoing', reason: 'undone' });
    await classify(came, 'private');
    expect(await books()).toMatchObject({ 'other/private': -70_000 });
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
    const trail = await market.write((tx) =>
      tx.sql<{ step: string }>(
        `select concat_ws(' ', d.state, d.class, d.decided_by_name) as step
           from reconciliation.decision d where record_id = $1 order by id`,
        [came],
      ),
    );
    expect(trail.map(({ step }) => step)).toEqual([
      'unmatched',
      'classified loan Kế toán',
      'unmatched Kế toán',
      'classified private Kế toán',
    ]);
  });

  it('is classified by one of two who do it at once', async () => {
    const recordId = await waits('out');
    const codes = await Promise.all([
      codeOf(classify(recordId, 'treasury')),
      codeOf(classify(recordId, 'supplier')),
    ]);
    expect(new Set(codes)).toEqual(new Set(['no refusal', 'reconciliation.recordNotOpen']));
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });

  it('cannot be what goes the other way, nor be classified where it paid a bill', async () => {
    expect(await codeOf(classify(await waits('in'), 'supplier'))).toBe(
      'reconciliation.classOfOtherDirection',
    );
    const paid = await market.arrives({ content: await market.billCode(0) });
    await market.match();
    expect(await codeOf(classify(paid, 'loan'))).toBe('reconciliation.recordNotOpen');
    expect(await codeOf(unclassify(paid))).toBe('reconciliation.recordNotClassified');
    expect(await codeOf(classify(newId(), 'loan'))).toBe('reconciliation.recordNotFound');
  });
});

describe('cash that was banked', () => {
  it('is said by its deposit, never by hand', async () => {
    const recordId = await waits('in');
    expect(await codeOf(classify(recordId, 'cash-deposit'))).toBe('reconciliation.depositByHand');
    const depositId = newId();
    await classify(recordId, 'cash-deposit', { depositId });
    expect(await books()).toEqual({ 'cash/safe': -70_000 });
    expect(await codeOf(unclassify(recordId))).toBe('reconciliation.depositByHand');
    expect(await market.standing(recordId)).toMatchObject({ reason: 'deposit' });
  });
});

describe('verify finds', () => {
  const corrupt = (...statements: string[]) => world.corrupt(market.boardId, statements);
  const broken = () => brokenInvariants(world, market.boardId);

  it('a class that stands for other money than the books moved', async () => {
    const recordId = await waits('in');
    await classify(recordId, 'loan');
    await corrupt(
      `update reconciliation.standing set class = 'interest' where record_id = '${recordId}'`,
    );
    expect(await broken()).toEqual([
      'reconciliation.classifiedIsPosted',
      'reconciliation.classHasItsDecision',
    ]);
  });

  it('money that waits though the books have it classified', async () => {
    const recordId = await waits('out');
    await classify(recordId, 'supplier');
    await corrupt(
      `update reconciliation.standing set state = 'outgoing', class = null,
         class_decision_id = null where record_id = '${recordId}'`,
    );
    expect(await broken()).toEqual([
      'reconciliation.classifiedIsPosted',
      'reconciliation.ledgerHoldsTheOutgoing',
    ]);
  });

  it('a class that names another record’s decision', async () => {
    const [one, other] = [await waits('in'), await waits('in')];
    const [a, b] = [await classify(one, 'loan'), await classify(other, 'loan')];
    await corrupt(
      `update reconciliation.standing set class_decision_id =
         case record_id when '${one}' then '${b}'::uuid else '${a}'::uuid end
        where record_id in ('${one}', '${other}')`,
    );
    expect(await broken()).toEqual(['reconciliation.classHasItsDecision']);
  });
});
