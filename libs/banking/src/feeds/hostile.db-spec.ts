import { createHmac } from 'node:crypto';
import type { Id } from '@cho40/kernel';
import { JobRunner } from '@cho40/platform';
import { signedHeaders, TestBank } from '../../../../test/support/bank';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BankingModule } from '../banking.module';
import { Deliveries } from './deliveries.service';
import { Feeds } from './feeds.service';
import type { Provider } from './providers';

const THEIRS = 'checksum-key-of-theirs';
const HOSTILE: readonly [string, Buffer][] = [
  ['nothing', Buffer.alloc(0)],
  ['no JSON', Buffer.from('{"id":')],
  ['null', Buffer.from('null')],
  ['a list', Buffer.from('[1,2,3]')],
  ['a list of rows that are none', Buffer.from('{"data":[null,1,"x",[],{}]}')],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0, 0xc3, 0x28, 0x80])],
  ['half a character in a text', Buffer.from('{"id":1,"content":"\\ud800","data":{"id":1}}')],
  ['a body nested without end', Buffer.from('{"data":'.repeat(8_000))],
  ['data nested deeply', Buffer.from(`{"data":${'['.repeat(30_000)}${']'.repeat(30_000)}}`)],
  ['an amount beyond counting', Buffer.from(bodyWith('1e308'))],
  ['an amount of 400 digits', Buffer.from(bodyWith('9'.repeat(400)))],
  ['an amount that is text', Buffer.from(bodyWith('"nhiều"'))],
  ['an amount with a fraction', Buffer.from(bodyWith('0.5'))],
  ['an amount that is an object', Buffer.from(bodyWith('{"toString":"x"}'))],
  ['a prototype', Buffer.from('{"__proto__":{"id":1},"constructor":{"prototype":1},"id":[]}')],
  ['an id of 64 KB', Buffer.from(`{"id":"${'9'.repeat(65_000)}"}`)],
];

/** A body of every provider's field names, whose amount is `amount`. */
function bodyWith(amount: string): string {
  const row = `"id":7,"reference":"R7","transferAmount":${amount},"amount":${amount},
    "transferType":"in","direction":"in","accountNumber":"1","transactionDate":"2026-10-05",
    "transactionDateTime":"2026-10-05","bookedAt":"2026-10-05"`;
  return `{${row},"data":{${row}}}`;
}

let world: TestWorld;
let bank: TestBank;
const feeds = new Map<Provider, { feedId: Id; secret: string }>();

beforeAll(async () => {
  world = await testWorld({ imports: [BankingModule] });
  world.clock.moveTo('2026-10-05T08:00:10+07:00');
  bank = await TestBank.open(world);
  const { boardId, account } = bank;
  for (const provider of ['sepay', 'casso', 'payos', 'generic'] as const) {
    const feed = { boardId, provider, accountId: account.id, secret: THEIRS };
    const { feedId, secret } = await world.db.write(bank.actor, (tx) =>
      world.get(Feeds).open(tx, { ...feed, auth: provider === 'casso' ? 'api-key' : 'hmac' }),
    );
    feeds.set(provider, { feedId, secret: secret ?? THEIRS });
  }
});
afterAll(() => world.close());
const doorOf = (provider: Provider) => {
  const feed = feeds.get(provider);
  if (!feed) throw new Error(`no feed of ${provider}`);
  return feed;
};

/** Signed as each provider would, over whatever bytes. payOS signs inside: nothing hostile passes. */
function headersOf(provider: Provider, body: Buffer): Record<string, string> {
  const { secret } = doorOf(provider);
  if (provider === 'casso') return { 'secure-token': THEIRS };
  if (provider === 'sepay') return signedHeaders(secret, body, world.clock.now());
  const t = String(world.clock.now().getTime() / 1000);
  const hmac = createHmac('sha256', secret).update(`${t}.`).update(body).digest('hex');
  return { 'x-signature-timestamp': t, 'x-signature': `sha256=${hmac}` };
}
const send = (provider: Provider, body: Buffer, headers = headersOf(provider, body)) =>
  world.get(Deliveries).receive({ feedId: doorOf(provider).feedId, provider }, headers, body);

describe.each(['sepay', 'casso', 'generic'] as const)('what comes signed from %s', (provider) => {
  it.each(HOSTILE)('is kept, whatever it is: %s', async (_, body) => {
    expect(await codeOf(send(provider, body))).toBe('no refusal');
    expect(await codeOf(send(provider, body, {}))).toBe('platform.signatureBad');
  });
});

it.each(HOSTILE)('what payOS never signed is refused, and harms nobody: %s', async (_, body) => {
  expect(await codeOf(send('payos', body))).toBe('platform.signatureBad');
});

it('what payOS signed deeply nested is refused like any other bad signature', async () => {
  const data = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  const body = Buffer.from(`{"data":${data},"signature":"${'0'.repeat(64)}"}`);
  expect(await codeOf(send('payos', body))).toBe('platform.signatureBad');
});

it('none of it books anything, none waits for ever, and each is counted that was refused', async () => {
  await world.get(JobRunner).drain();
  const [states] = await world.db.read(bank.actor, (tx) =>
    tx.sql<{ failed: number; others: number; kept: number }>(
      `select count(*) filter (where state in ('failed', 'test')) as failed,
              count(*) filter (where state in ('waiting', 'read')) as others, count(*) as kept
         from banking.reading`,
    ),
  );
  expect(states).toEqual({ failed: 3 * HOSTILE.length, others: 0, kept: 3 * HOSTILE.length });
  expect(await bank.records()).toEqual([]);
  const [bad] = await world.db.read(bank.actor, (tx) =>
    tx.sql<{ sum: number }>('select sum(count)::bigint as sum from banking.bad_signature'),
  );
  expect(bad?.sum).toBe(4 * HOSTILE.length + 1);
  expect(await brokenInvariants(world, bank.boardId)).toEqual([]);
});
