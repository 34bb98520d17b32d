import { createHmac } from 'node:crypto';
import type { Id } from '@cho40/kernel';
import { JobRunner } from '@cho40/platform';
import { signedHeaders, TestBank } from '../../../../test/support/bank';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BankingModule } from '../banking.module';
import { Deliveries } from './deliveries.service';
import { Feeds, type NewFeed } from './feeds.service';
import type { Provider } from './providers';

const THEIRS = 'checksum-key-of-theirs';
let world: TestWorld;
let bank: TestBank;

beforeAll(async () => {
  world = await testWorld({ imports: [BankingModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-10-05T08:00:10+07:00');
  bank = await TestBank.open(world);
});
afterEach(async () => {
  expect(await brokenInvariants(world, bank.boardId)).toEqual([]);
});

const open = (feed: Omit<NewFeed, 'boardId'>) =>
  world.db.write(bank.actor, (tx) => world.get(Feeds).open(tx, { boardId: bank.boardId, ...feed }));
async function deliver(
  feedId: Id,
  provider: Provider,
  sent: { body: string; headers?: Record<string, string> },
): Promise<void> {
  const { body, headers = {} } = sent;
  await world.get(Deliveries).receive({ feedId, provider }, headers, Buffer.from(body));
  await world.get(JobRunner).drain();
}

function byCasso(amount: number): { body: string; headers: Record<string, string> } {
  const data = {
    accountNumber: bank.account.number,
    amount,
    description: 'SKX1',
    id: 31,
    reference: 'FT31',
    transactionDateTime: '2026-10-05 08:00:00',
  };
  const body = JSON.stringify({ data, error: 0 });
  const t = world.clock.now().getTime();
  const v1 = createHmac('sha512', THEIRS).update(`${t}.${body}`).digest('hex');
  return { body, headers: { 'x-casso-signature': `t=${t},v1=${v1}` } };
}

function byPayOs(): { body: string } {
  const data = {
    accountNumber: bank.account.number,
    amount: 450_000,
    currency: 'VND',
    description: 'SKX1',
    reference: 'TF32',
    transactionDateTime: '2026-10-05 08:00:00',
  };
  const text = Object.entries(data)
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
  const signature = createHmac('sha256', THEIRS).update(text).digest('hex');
  return { body: JSON.stringify({ code: '00', success: true, data, signature }) };
}

function generically(secret: string): { body: string; headers: Record<string, string> } {
  const body = JSON.stringify({
    id: 'GW-33',
    bookedAt: '2026-10-05T08:00:00+07:00',
    direction: 'in',
    amount: 450_000,
    content: 'SKX1',
  });
  const t = String(world.clock.now().getTime() / 1000);
  const hmac = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
  return { body, headers: { 'x-signature-timestamp': t, 'x-signature': `sha256=${hmac}` } };
}

const believed = (sources: string) => [
  { on: '2026-10-05', amount: 450_000, content: 'SKX1', sources, isBelieved: true },
];

it('Casso’s delivery is believed, once, under the key that Casso made', async () => {
  const { feedId, secret } = await open({ provider: 'casso', auth: 'hmac', secret: THEIRS });
  expect(secret).toBeNull();
  await deliver(feedId, 'casso', byCasso(450_000));
  await deliver(feedId, 'casso', byCasso(450_000));
  expect(await bank.records()).toEqual(believed('casso'));
});

it('the same id with another amount is for a person to look at, not for the books', async () => {
  const { feedId } = await open({ provider: 'casso', auth: 'hmac', secret: THEIRS });
  await deliver(feedId, 'casso', byCasso(450_000));
  await deliver(feedId, 'casso', byCasso(460_000));
  expect(await bank.records()).toEqual(believed('casso'));
  const questions = await world.db.read(bank.actor, (tx) =>
    tx.sql('select kind, source from banking.question'),
  );
  expect(questions).toEqual([{ kind: 'conflict', source: 'casso' }]);
});

it('a transfer that two feeds tell of is one record; equal ones are as many as either tells', async () => {
  const { feedId } = await open({ provider: 'casso', auth: 'hmac', secret: THEIRS });
  const sepay = await bank.openFeed();
  for (const id of [41, 42]) {
    const shown = { id, amount: 450_000, content: 'SKX1', at: '2026-10-05 08:00:00' };
    const body = bank.body(shown).toString();
    const headers = signedHeaders(sepay.secret, Buffer.from(body), world.clock.now());
    await deliver(sepay.feedId, 'sepay', { body, headers });
  }
  await deliver(feedId, 'casso', byCasso(450_000));
  expect(await bank.records()).toHaveLength(2);
  expect(await bank.balance()).toBe(900_000);
});

it('payOS’s delivery is believed, once', async () => {
  const { feedId } = await open({ provider: 'payos', auth: 'hmac', secret: THEIRS });
  await deliver(feedId, 'payos', byPayOs());
  await deliver(feedId, 'payos', byPayOs());
  expect(await bank.records()).toEqual(believed('payos'));
});

it('a bank’s own gateway delivers for the one account its feed is of', async () => {
  const accountId = bank.account.id;
  const { feedId, secret } = await open({ provider: 'generic', auth: 'hmac', accountId });
  await deliver(feedId, 'generic', generically(secret ?? ''));
  expect(await bank.records()).toEqual(believed('generic'));
});

it('a door lets in by the way of its own provider alone', async () => {
  const accountId = bank.account.id;
  const { feedId, secret } = await open({ provider: 'generic', auth: 'hmac', accountId });
  const sent = generically(secret ?? '');
  expect(await codeOf(deliver(feedId, 'sepay', sent))).toBe('platform.signatureBad');
  expect(await bank.records()).toEqual([]);
});

it.each<[string, Omit<NewFeed, 'boardId'>]>([
  ['banking.feedWayUnknown', { provider: 'payos', auth: 'api-key', secret: THEIRS }],
  ['banking.feedSecretMissing', { provider: 'casso', auth: 'hmac' }],
  ['banking.feedAccountMissing', { provider: 'generic', auth: 'hmac' }],
])('%s: a feed that could never work is not opened', async (code, feed) => {
  expect(await codeOf(open(feed))).toBe(code);
});
