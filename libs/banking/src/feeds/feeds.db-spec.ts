import type { Id } from '@cho40/kernel';
import { JobRunner, newId } from '@cho40/platform';
import { signedHeaders, TestBank, type Shown } from '../../../../test/support/bank';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BankingModule } from '../banking.module';
import { Deliveries } from './deliveries.service';
import { badSignatures } from './delivery.queries';
import { Feeds } from './feeds.service';
import { Interpretation } from './interpretation.service';

let world: TestWorld;
let bank: TestBank;
let feed: { feedId: Id; secret: string };
beforeAll(async () => {
  world = await testWorld({ imports: [BankingModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-10-05T08:00:10+07:00');
  bank = await TestBank.open(world);
  feed = await bank.openFeed();
});
afterEach(async () => {
  expect(await brokenInvariants(world, bank.boardId)).toEqual([]);
});

const paid = { id: 92704, amount: 450_000, content: 'SKX1', at: '2026-10-05 08:00:00' };

const take = (feedId: Id, headers: Record<string, string>, body: Buffer) =>
  world.get(Deliveries).receive({ feedId, provider: 'sepay' }, headers, body);
const interpret = () => world.get(JobRunner).drain();

/** Sends what SePay would, signed now, and interprets it. */
async function deliver(body: Buffer, secret = feed.secret, at = world.clock.now()): Promise<void> {
  await take(feed.feedId, signedHeaders(secret, body, at), body);
  await interpret();
}
const count = async (table: 'delivery' | 'question') => {
  const rows = await world.db.read(bank.actor, (tx) =>
    tx.sql<{ n: number }>(
      table === 'delivery'
        ? 'select count(*) as n from banking.delivery'
        : 'select count(*) as n from banking.question',
    ),
  );
  return rows[0]?.n;
};
const jobs = (kind: string) =>
  world.db.read(bank.actor, (tx) =>
    tx.sql<{ state: string; error: string | null }>(
      `select state, last_error as error from platform.job
        where board_id = $1 and kind = $2 order by created_at`,
      [bank.boardId, kind],
    ),
  );

const readings = () =>
  world.db.read(bank.actor, (tx) =>
    tx.sql<{ id: Id; state: string; why: string | null }>(
      'select delivery_id as id, state, why from banking.reading order by delivery_id',
    ),
  );

describe('a signed delivery', () => {
  it('becomes a believed record, posted to the ledger, told to whoever matches', async () => {
    await deliver(bank.body(paid));
    expect(await bank.records()).toEqual([
      { on: '2026-10-05', amount: 450_000, content: 'SKX1', sources: 'sepay', isBelieved: true },
    ]);
    expect(await bank.balance()).toBe(450_000);
    expect(await jobs('banking.recordConfirmed')).toHaveLength(1);
  });

  it('changes nothing when it comes again, eight times and at once', async () => {
    const body = bank.body(paid);
    const headers = signedHeaders(feed.secret, body, world.clock.now());
    await Promise.all(Array.from({ length: 8 }, () => take(feed.feedId, headers, body)));
    await Promise.all([interpret(), interpret(), interpret()]);
    expect(await count('delivery')).toBe(8);
    expect(await bank.records()).toHaveLength(1);
  });

  it('read again changes nothing, however often', async () => {
    await deliver(bank.body(paid));
    const [delivery] = await readings();
    for (let time = 0; time < 2; time += 1)
      await world.db.write(bank.actor, (tx) =>
        world.get(Interpretation).replay(tx, delivery?.id ?? newId()),
      );
    expect(await bank.records()).toHaveLength(1);
    expect(await bank.balance()).toBe(450_000);
    expect(await readings()).toMatchObject([{ state: 'read', why: null }]);
  });

  it('of outgoing money goes out of the account', async () => {
    await deliver(bank.body({ ...paid, amount: -90_000 }));
    expect(await bank.balance()).toBe(-90_000);
  });

  it('with the id of another one waits for a person, and books nothing', async () => {
    await deliver(bank.body(paid));
    await deliver(bank.body({ ...paid, amount: 1 }));
    await deliver(bank.body({ ...paid, amount: 1 }));
    expect(await bank.records()).toHaveLength(1);
    expect(await count('question')).toBe(1);
  });

  it('for an account the board does not use is kept for a person, once', async () => {
    await deliver(bank.body(paid, { accountNumber: '0000000001' }));
    await deliver(bank.body(paid, { accountNumber: '0000000001' }));
    expect(await bank.records()).toEqual([]);
    expect(await count('question')).toBe(1);
  });

  it('that cannot be read is kept, says why, and keeps no other from the books', async () => {
    await deliver(Buffer.from('{"id":1,'));
    await deliver(bank.body(paid, { transferAmount: -5 }));
    await deliver(bank.body(paid));
    expect(await count('delivery')).toBe(3);
    expect(await readings()).toMatchObject([
      { state: 'failed', why: 'body' },
      { state: 'failed', why: 'transferAmount' },
      { state: 'read', why: null },
    ]);
    expect(await bank.records()).toHaveLength(1);
  });

  it('that breaks our own reading is tried again, then waits for a person, alone', async () => {
    await world.corrupt(bank.boardId, [
      `alter table banking.bank_record add constraint broken check (amount <> 13)`,
    ]);
    const both = [bank.body({ ...paid, id: 13, amount: 13 }), bank.body(paid)];
    for (const body of both)
      await take(feed.feedId, signedHeaders(feed.secret, body, world.clock.now()), body);
    await interpret();
    expect(await bank.records()).toHaveLength(1);
    for (let time = 0; time < 5; time += 1) {
      await world.corrupt(bank.boardId, ['update platform.job set run_at = now()']);
      await interpret();
    }
    const broken = { state: 'failed', why: expect.stringContaining('broken') };
    expect(await readings()).toEqual(expect.arrayContaining([expect.objectContaining(broken)]));
    await world.corrupt(bank.boardId, ['alter table banking.bank_record drop constraint broken']);
    const failed = (await readings()).find(({ state }) => state === 'failed');
    await world.db.write(bank.actor, (tx) =>
      world.get(Interpretation).replay(tx, failed?.id ?? newId()),
    );
    expect(await bank.records()).toHaveLength(2);
  });

  it('is read by the next worker when the one that was reading it is killed', async () => {
    const body = bank.body(paid);
    await take(feed.feedId, signedHeaders(feed.secret, body, world.clock.now()), body);
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const killed = world.db.write(bank.actor, async (tx) => {
      await world.get(Interpretation).readWaiting(tx, bank.boardId, 10);
      begin();
      await new Promise((later) => setTimeout(later, 200));
      throw new Error('the power went');
    });
    await begun;
    await Promise.all([expect(killed).rejects.toThrow('the power went'), interpret()]);
    expect(await readings()).toMatchObject([{ state: 'read' }]);
    expect(await bank.records()).toHaveLength(1);
  });

  it('of a test books nothing', async () => {
    await deliver(bank.body({ ...paid, id: 0 }));
    expect(await bank.records()).toEqual([]);
    expect(await readings()).toMatchObject([{ state: 'test' }]);
  });
});

describe('what proves less', () => {
  it('a stale signature is kept and not believed, until a fresh delivery says the same', async () => {
    const old = new Date(world.clock.now().getTime() - 6 * 60_000);
    await deliver(bank.body(paid), feed.secret, old);
    expect(await bank.balance()).toBe(0);
    await deliver(bank.body(paid));
    expect(await bank.records()).toHaveLength(1);
    expect(await bank.balance()).toBe(450_000);
  });

  it('an API key is kept and not believed', async () => {
    const byKey = await bank.openFeed('api-key');
    const headers = { authorization: `Apikey ${byKey.secret}` };
    await take(byKey.feedId, headers, bank.body(paid));
    await interpret();
    expect(await bank.records()).toMatchObject([{ isBelieved: false }]);
    expect(await bank.balance()).toBe(0);
  });

  it('the key itself is never kept', async () => {
    const byKey = await bank.openFeed('api-key');
    await take(byKey.feedId, { authorization: `Apikey ${byKey.secret}` }, bank.body(paid));
    const rows = await world.db.read(bank.actor, (tx) =>
      tx.sql('select headers from banking.delivery'),
    );
    expect(JSON.stringify(rows)).not.toContain(byKey.secret);
    await interpret();
  });
});

describe('the door of a feed', () => {
  const send = (secret: string, shown: Shown = paid) => {
    const body = bank.body(shown);
    return take(feed.feedId, signedHeaders(secret, body, world.clock.now()), body);
  };
  const rotate = async () => {
    const { secret } = await world.db.write(bank.actor, (tx) =>
      world.get(Feeds).rotate(tx, feed.feedId),
    );
    return secret ?? '';
  };
  const end = () => world.db.write(bank.actor, (tx) => world.get(Feeds).end(tx, feed.feedId));

  it('stays shut for a bad signature: counted by the hour, nothing kept', async () => {
    const tries = Array.from({ length: 5 }, () => codeOf(send('whsec_wrong')));
    expect(new Set(await Promise.all([...tries, codeOf(send(feed.secret))]))).toEqual(
      new Set(['platform.signatureBad', 'no refusal']),
    );
    expect(await count('delivery')).toBe(1);
    const counted = await world.db.read(bank.actor, badSignatures);
    expect(counted).toMatchObject([
      { feedId: feed.feedId, hour: new Date('2026-10-05T08:00:00+07:00'), count: 5 },
    ]);
    await interpret();
  });

  it('opens for both secrets during a rotation, for the old one three days long', async () => {
    await rotate();
    const secret = await rotate();
    await expect(send(feed.secret)).rejects.toMatchObject({ code: 'platform.signatureBad' });
    await send(secret);
    await interpret();
  });

  it('forgets the old secret after three days', async () => {
    const secret = await rotate();
    await send(feed.secret);
    world.clock.moveTo('2026-10-08T08:00:11+07:00');
    await expect(send(feed.secret)).rejects.toMatchObject({ code: 'platform.signatureBad' });
    await send(secret);
    await interpret();
  });

  it('stays shut once the feed has ended', async () => {
    await end();
    await expect(send(feed.secret)).rejects.toMatchObject({ code: 'platform.signatureBad' });
    await expect(rotate()).rejects.toMatchObject({ code: 'banking.feedEnded' });
  });

  it('is not there for an unknown feed', async () => {
    await expect(take(bank.boardId, {}, Buffer.alloc(0))).rejects.toMatchObject({
      code: 'banking.feedNotFound',
    });
  });

  it('lets two be the first of a month at once', async () => {
    const others = await Promise.all([1, 2, 3].map(() => bank.openFeed()));
    world.clock.moveTo('2027-06-01T00:00:01+07:00');
    const body = bank.body({ ...paid, id: 0 });
    const firsts = others.map(({ feedId, secret }) =>
      take(feedId, signedHeaders(secret, body, world.clock.now()), body),
    );
    const codes = await Promise.all(firsts.map(codeOf));
    expect(new Set(codes)).toEqual(new Set(['no refusal']));
    await interpret();
  });

  it('keeps deliveries of every month', async () => {
    for (const day of ['2026-10-31', '2026-11-01', '2027-02-28']) {
      world.clock.moveTo(`${day}T23:59:00+07:00`);
      await send(feed.secret, { ...paid, id: `${day}` });
    }
    await interpret();
    expect(await count('delivery')).toBe(3);
  });
});
