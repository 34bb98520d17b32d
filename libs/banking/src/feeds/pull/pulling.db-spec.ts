import type { Id } from '@cho40/kernel';
import { JobRunner, newId, type Actor, systemActor } from '@cho40/platform';
import { signedHeaders, TestBank, type Shown } from '../../../../../test/support/bank';
import { codeOf } from '../../../../../test/support/refusals';
import { sePayApi } from '../../../../../test/support/sepay-api';
import { testWorld, type TestWorld } from '../../../../../test/support/test-world';
import { brokenInvariants } from '../../../../../test/support/violations';
import { BankingModule } from '../../banking.module';
import { Deliveries } from '../deliveries.service';
import { Feeds } from '../feeds.service';
import { Pulling } from './pulling.service';
import { Pulls } from './pulls.service';

const TOKEN = 'token-of-the-board';
const doors: { sePay?: string } = {};
let world: TestWorld;
let bank: TestBank;
let sePay: Awaited<ReturnType<typeof sePayApi>>;
let feedId: Id;
let key: string;

beforeAll(async () => {
  world = await testWorld({ imports: [BankingModule] }, doors);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-10-05T09:00:00+07:00');
  bank = await TestBank.open(world, { openedOn: '2026-10-01' });
  ({ feedId, secret: key } = await bank.openFeed('api-key'));
  sePay = await sePayApi({ account: bank.account.number, token: TOKEN });
  doors.sePay = sePay.url;
});
afterEach(async () => {
  await sePay.stop();
  expect(sePay.tooFast()).toBe(0);
  expect(await brokenInvariants(world, bank.boardId)).toEqual([]);
});

const accountant = (): Actor => ({
  ...systemActor([bank.boardId]),
  userId: newId(),
  displayName: 'Kế toán',
});
const setToken = (token = TOKEN) =>
  world.db.write(accountant(), (tx) => world.get(Pulls).setToken(tx, feedId, token));
const status = async () =>
  (await world.db.read(bank.actor, (tx) => world.get(Pulls).of(tx))).get(feedId);
/** Asks as the schedule does, reads what came; gives how the feed stands then. */
async function pull(isTrial = false) {
  await world.get(Pulling).pull({ boardId: bank.boardId, feedId }, isTrial);
  await world.get(JobRunner).drain();
  return status();
}
async function webhook(shown: Shown, change: object = {}) {
  const body = bank.body(shown, change);
  const headers = { authorization: `Apikey ${key}` };
  await world.get(Deliveries).receive({ feedId, provider: 'sepay' }, headers, body);
  await world.get(JobRunner).drain();
}
const counted = async () => {
  const [row] = await world.db.read(bank.actor, (tx) =>
    tx.sql<{ pages: number; questions: number }>(
      `select (select count(*) from banking.delivery where verdict = 'pulled') as pages,
              (select count(*) from banking.question) as questions`,
    ),
  );
  return row;
};
const paid = { id: 92704, amount: 450_000, content: 'SKX1 nop tien', at: '2026-10-05 08:00:00' };
const told = { amount: 450_000, content: 'SKX1 nop tien', at: '2026-10-05 08:00:02' };

describe('a token', () => {
  it('pulls from the first answer on; a wrong one is said, and asked with again', async () => {
    await setToken('wrong');
    expect(await pull()).toMatchObject({ state: 'trying', lastOutcome: 'refused' });
    await setToken();
    expect(await status()).toMatchObject({ state: 'trying', isTokenNew: true });
    expect(await pull(true)).toMatchObject({ state: 'on', lastOutcome: 'read', isTokenNew: false });
  });

  it('is changed without a gap: the old one pulls until the new one is answered', async () => {
    await setToken();
    await pull();
    await setToken('new-token');
    expect(await pull()).toMatchObject({ state: 'on', lastOutcome: 'read', isTokenNew: true });
    expect(await pull(true)).toMatchObject({ state: 'on', lastOutcome: 'refused' });
    sePay.known.token = 'new-token';
    expect(await pull(true)).toMatchObject({ lastOutcome: 'read', isTokenNew: false });
  });

  it('is kept sealed, and forgotten when asking ends', async () => {
    await setToken();
    const rows = () =>
      world.db.read(bank.actor, (tx) =>
        tx.sql<{ sealed: Buffer | null }>('select next_token_sealed as sealed from banking.pull'),
      );
    expect((await rows())[0]?.sealed?.includes(TOKEN)).toBe(false);
    await world.db.write(accountant(), (tx) => world.get(Pulls).end(tx, feedId));
    expect(await rows()).toEqual([{ sealed: null }]);
    expect(await pull()).toMatchObject({ state: 'off', lastAt: null });
    expect(sePay.asked).toEqual([]);
  });

  it('is of a feed whose provider can be asked', async () => {
    const { boardId } = bank;
    const casso = await world.db.write(bank.actor, (tx) =>
      world.get(Feeds).open(tx, { boardId, provider: 'casso', auth: 'hmac', secret: 'of-theirs' }),
    );
    const set = world.db.write(accountant(), (tx) =>
      world.get(Pulls).setToken(tx, casso.feedId, TOKEN),
    );
    expect(await codeOf(set)).toBe('banking.feedNotPulled');
  });
});

describe('what SePay answers', () => {
  beforeEach(() => setToken());

  it('is read page by page, once, however often it is asked', async () => {
    const many = Array.from({ length: 130 }, (_, at) => ({
      amount: 40_000 + at * 1_000,
      content: `SKX${at} tien cho`,
      at: `2026-10-04 08:${String(at % 60).padStart(2, '0')}:00`,
    }));
    sePay.tell(...many);
    expect(await pull()).toMatchObject({ lastOutcome: 'read', lastRowCount: 130 });
    expect(await bank.records()).toHaveLength(130);
    expect((await bank.records()).every(({ isBelieved }) => isBelieved)).toBe(true);
    expect(await counted()).toEqual({ pages: 2, questions: 0 });
    await pull();
    expect(await counted()).toEqual({ pages: 2, questions: 0 });
    expect(await bank.records()).toHaveLength(130);
  });

  it('proves what a key alone, or a late signature, has told', async () => {
    await webhook(paid);
    const signed = await bank.openFeed();
    const late = bank.body({ ...paid, id: 92705, amount: 70_000 });
    const headers = signedHeaders(signed.secret, late, new Date('2026-10-05T01:00:00Z'));
    await world
      .get(Deliveries)
      .receive({ feedId: signed.feedId, provider: 'sepay' }, headers, late);
    await world.get(JobRunner).drain();
    expect(await bank.balance()).toBe(0);
    sePay.tell(told, { ...told, amount: 70_000 });
    await pull();
    expect(await bank.records()).toMatchObject([
      { amount: 70_000, sources: 'sepay+sepay-pull', isBelieved: true },
      { amount: 450_000, sources: 'sepay+sepay-pull', isBelieved: true },
    ]);
    expect(await bank.balance()).toBe(520_000);
  });

  it('is booked where the webhook was lost; one that comes after all changes nothing', async () => {
    sePay.tell(told);
    sePay.tell({ ...told, at: '2026-09-30 23:59:00', content: 'before the account was in use' });
    await pull();
    await webhook(paid);
    expect(await bank.records()).toMatchObject([
      { amount: 450_000, sources: 'sepay+sepay-pull', isBelieved: true },
    ]);
  });

  it('of two equal payments is two, whatever the webhooks told of them', async () => {
    await webhook(paid);
    sePay.tell(told, { ...told, at: '2026-10-05 08:00:09' });
    await pull();
    expect(await bank.records()).toHaveLength(2);
    await webhook({ ...paid, id: 92799 });
    expect(await bank.records()).toHaveLength(2);
    expect(await bank.balance()).toBe(900_000);
  });

  it('under the webhook’s own id is the same; with another amount it is a person’s to decide', async () => {
    await webhook(paid, { description: 'BankAPINotify SKX1 nop tien' });
    sePay.tell({ ...told, id: '92704' });
    await pull();
    expect(await bank.records()).toMatchObject([{ sources: 'sepay+sepay-pull' }]);
    await webhook({ ...paid, id: 92706, amount: 90_000 });
    sePay.tell({ ...told, id: '92706', amount: 91_000 });
    await pull();
    await pull();
    expect(await counted()).toEqual({ pages: 2, questions: 1 });
    expect(await bank.records()).toHaveLength(2);
  });
});

describe('when SePay does not answer', () => {
  beforeEach(() => setToken());

  it('a short wait is waited for, a long one is left for later', async () => {
    sePay.tell(told);
    sePay.instead.push({ status: 429, retryAfter: '1' });
    expect(await pull()).toMatchObject({ lastOutcome: 'read', notBefore: null });
    sePay.instead.push({ status: 429, retryAfter: '120' });
    const notBefore = new Date('2026-10-05T02:02:00Z');
    expect(await pull()).toMatchObject({ lastOutcome: 'busy', notBefore });
    const requests = sePay.asked.length;
    await pull();
    expect(sePay.asked).toHaveLength(requests);
    world.clock.moveTo('2026-10-05T09:02:00+07:00');
    expect(await pull()).toMatchObject({ lastOutcome: 'read', notBefore: null });
  });

  it('what was read stands, and the rest is read the next time', async () => {
    sePay.tell(...Array.from({ length: 101 }, (_, at) => ({ ...told, amount: 10_000 + at * 500 })));
    sePay.cutAfter(2);
    expect(await pull()).toMatchObject({ lastOutcome: 'away', lastRowCount: 100 });
    expect(await bank.records()).toHaveLength(100);
    expect(await pull()).toMatchObject({ lastOutcome: 'read' });
    expect(await bank.records()).toHaveLength(101);
  });

  it('a page that is none is said', async () => {
    sePay.instead.push({ status: 200 });
    expect(await pull()).toMatchObject({ lastOutcome: 'unreadable', state: 'trying' });
  });

  it('who comes while another asks leaves it to that one', async () => {
    const ask = () => world.get(Pulling).pull({ boardId: bank.boardId, feedId });
    const second: boolean[] = [];
    sePay.meanwhile.push(async () => second.push(await ask()));
    expect(await ask()).toBe(true);
    expect(second).toEqual([false]);
  });

  it('who was killed while asking keeps nobody from it for longer than two minutes', async () => {
    await world.db.write(bank.actor, (tx) => world.get(Pulls).take(tx, feedId, false));
    expect(await pull()).toMatchObject({ lastAt: null });
    world.clock.moveTo('2026-10-05T09:02:00+07:00');
    expect(await pull()).toMatchObject({ lastOutcome: 'read' });
  });
});
