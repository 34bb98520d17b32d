import type { Id } from '@cho40/kernel';
import { JobRunner, newId, systemActor } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { Classifications } from '../classes/classifications.service';
import { Reconciliation } from '../matching/reconciliation.service';
import { SecondLook } from '../matching/second-look.service';
import { ReconciliationModule } from '../reconciliation.module';
import { rulePage } from './rules.queries';
import { ClassRules, type NewRule } from './rules.service';

let world: TestWorld;
let market: MatchingMarket;
let rules: ClassRules;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
  rules = world.get(ClassRules);
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await matchingMarket(world);
});
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

const accountant = (change: object = {}) => ({
  ...systemActor([market.boardId]),
  userId: newId(),
  displayName: 'Kế toán',
  ...change,
});
const drafted = (rule: Omit<NewRule, 'boardId'>, actor = accountant()) =>
  world.db.write(actor, (tx) => rules.draft(tx, { boardId: market.boardId, ...rule }));
const rehearsed = (id: Id) => world.db.write(accountant(), (tx) => rules.rehearse(tx, id, 100));
const switchedOn = (id: Id) => world.db.write(accountant(), (tx) => rules.switchOn(tx, id));
const leaves = async (content: string) => {
  const recordId = await market.arrives({ direction: 'out', content, amount: 11_000 });
  const counts = await market.match();
  return { recordId, counts, stands: await market.standing(recordId) };
};

/** Whether somebody waits for a lock of another's. */
const isAwaited = () =>
  market.write(async (tx) => {
    const waiting = await tx.sql(`select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`);
    return waiting.length > 0;
  });

describe('a rule for outgoing money', () => {
  it('classifies once it was rehearsed and switched on, and stops when it is off', async () => {
    const id = await drafted({ class: 'bank-charge', words: 'Phí SMS' });
    expect((await leaves('THU PHI S MS T10')).stands).toMatchObject({ state: 'outgoing' });
    expect(await codeOf(switchedOn(id))).toBe('reconciliation.ruleNotRehearsed');
    expect(await rehearsed(id)).toMatchObject({ looked: 1, fits: 1, waiting: 1, otherwise: 0 });
    await switchedOn(id);
    const { counts, stands } = await leaves('THU PHI SMS T11');
    expect(counts).toEqual({ matched: 0, unmatched: 0, outgoing: 0, classified: 1 });
    expect(stands).toMatchObject({ state: 'classified', reason: 'rule' });
    await world.db.write(accountant(), (tx) => rules.switchOff(tx, id));
    expect((await leaves('THU PHI SMS T12')).stands).toMatchObject({ state: 'outgoing' });
    expect(await codeOf(switchedOn(id))).toBe('reconciliation.ruleNotRehearsed');
  });

  it('knows the other side’s account without keeping it in the open', async () => {
    const id = await drafted({ class: 'supplier', account: '0123 456 789' });
    await rehearsed(id);
    await switchedOn(id);
    expect((await leaves('tien hang')).stands).toMatchObject({ state: 'classified' });
    const [kept] = await market.write((tx) =>
      tx.sql<{ row: string }>('select r::text as row from reconciliation.rule r'),
    );
    expect(kept?.row).not.toContain('0123456789');
    expect(kept?.row).toContain('6789');
  });

  it('waits for a person where two rules disagree', async () => {
    for (const kind of ['supplier', 'treasury'] as const) {
      const id = await drafted({ class: kind, words: 'chuyen tien' });
      await rehearsed(id);
      await switchedOn(id);
    }
    expect((await leaves('CHUYEN TIEN')).stands).toMatchObject({ state: 'outgoing' });
  });
});

describe('a rule for money that comes in', () => {
  it('never takes what a code names', async () => {
    const id = await drafted({ class: 'interest', words: 'lai nhap von' });
    await rehearsed(id);
    await switchedOn(id);
    const code = await market.billCode(0);
    const paid = await market.arrives({ content: `lai nhap von ${code}` });
    const interest = await market.arrives({ content: 'LAI NHAP VON T10' });
    expect(await market.match()).toMatchObject({ matched: 1, classified: 1 });
    expect(await market.standing(paid)).toMatchObject({ reason: 'code' });
    expect(await market.standing(interest)).toMatchObject({ state: 'classified' });
  });

  it('tells in the rehearsal what was something else', async () => {
    const paid = await market.arrives({ content: 'tien cho' });
    await market.match();
    const id = await drafted({ class: 'private', words: 'tien cho' });
    const { records, ...counts } = await rehearsed(id);
    expect(counts).toMatchObject({ fits: 1, waiting: 1, same: 0, otherwise: 0 });
    expect(records.map(({ recordId }) => recordId)).toEqual([paid]);
  });
});

describe('what waits when a rule is switched on', () => {
  const lookedAgain = () => world.get(JobRunner).drain();
  const reachOf = async (id: Id) => {
    const { items } = await market.write((tx) => rulePage(tx, { limit: 10 }));
    const rule = items.find((one) => one.id === id);
    return { reached: rule?.reached, isThrough: rule?.reachedAt !== null };
  };

  it('is classified as if it had just come in, and counted as the rehearsal said', async () => {
    const waiting = [await leaves('THU PHI SMS T08'), await leaves('THU PHI SMS T09')];
    const other = await leaves('TRA TIEN DIEN');
    const takenBack = await leaves('THU PHI SMS T10');
    const classifications = world.get(Classifications);
    const by = accountant();
    await world.db.write(by, async (tx) => {
      const { recordId } = takenBack;
      await classifications.classify(tx, { recordId, as: 'supplier', reason: 'nhầm' });
      await classifications.unclassify(tx, recordId, 'để xem lại');
    });
    const id = await drafted({ class: 'bank-charge', words: 'Phí SMS' });
    expect(await rehearsed(id)).toMatchObject({ fits: 3, waiting: 2, same: 0, otherwise: 1 });
    await switchedOn(id);
    expect(await reachOf(id)).toEqual({ reached: 0, isThrough: false });
    await lookedAgain();
    for (const { recordId } of waiting)
      expect(await market.standing(recordId)).toMatchObject({
        state: 'classified',
        reason: 'rule',
      });
    for (const { recordId } of [other, takenBack])
      expect(await market.standing(recordId)).toMatchObject({ state: 'outgoing' });
    expect(await reachOf(id)).toEqual({ reached: 2, isThrough: true });
  });

  it('is found also where it is being matched in the moment the rule is switched on', async () => {
    const id = await drafted({ class: 'bank-charge', words: 'Phí SMS' });
    await rehearsed(id);
    const recordId = await market.arrives({ direction: 'out', content: 'PHI SMS', amount: 11_000 });
    let isOn = false;
    let switching: Promise<unknown> | undefined;
    await market.write(async (tx) => {
      await world.get(Reconciliation).matchOpen(tx, market.boardId, 10);
      switching = switchedOn(id).then(async () => {
        await market.write((other) =>
          world.get(SecondLook).lookFrom(other, market.boardId, null, 10),
        );
        isOn = true;
      });
      while (!isOn && !(await isAwaited()));
    });
    await switching;
    expect(await market.standing(recordId)).toMatchObject({ state: 'classified', reason: 'rule' });
  });

  it('still waits where its code was mistyped, two rules disagree, or it pays a bill', async () => {
    const [code, wrong] = [await market.billCode(0), await market.billCode(1)];
    const mistyped = `${wrong.slice(0, -1)}${wrong.endsWith('7') ? '1' : '7'}`;
    const texts = ['LAI NHAP VON vay von', `LAI NHAP VON ${mistyped}`, `LAI NHAP VON ${code}`];
    const ids = [];
    for (const content of texts) ids.push(await market.arrives({ content }));
    await market.match();
    const loan = await drafted({ class: 'loan', words: 'vay von' });
    await rehearsed(loan);
    await switchedOn(loan);
    const id = await drafted({ class: 'interest', words: 'lai nhap von' });
    expect(await rehearsed(id)).toMatchObject({ looked: 3, fits: 0 });
    await switchedOn(id);
    await lookedAgain();
    expect(await reachOf(id)).toEqual({ reached: 0, isThrough: true });
    const stands = await Promise.all(ids.map((one) => market.standing(one)));
    expect(stands.map((one) => one?.reason)).toEqual(['noCode', 'badCode', 'code']);
  });
});

it('a rule is made by whoever reaches the whole board, and says something', async () => {
  expect(await codeOf(drafted({ class: 'loan', words: 'a b' }))).toBe(
    'reconciliation.ruleSaysNothing',
  );
  const ofOneMarket = accountant({ markets: [market.marketId] });
  expect(await codeOf(drafted({ class: 'loan', words: 'vay von' }, ofOneMarket))).toBe(
    'reconciliation.boardNotFound',
  );
});
