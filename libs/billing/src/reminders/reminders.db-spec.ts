import type { Id } from '@cho40/kernel';
import { JobRunner, newId, Schedules, Sealer } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { cashPaid } from '../../../../test/support/cash-paid';
import { gateway } from '../../../../test/support/gateway';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { BillingModule } from '../billing.module';
import { ReminderSettings } from './reminder-settings.service';
import { Reminders } from './reminders.service';
import { TextSending } from './text-sending.service';

let world: TestWorld;
let sms: Awaited<ReturnType<typeof gateway>>;
let market: BilledMarket;

beforeAll(async () => {
  sms = await gateway(200);
  world = await testWorld({ imports: [BillingModule] }, { texts: { kind: 'http', url: sms.url } });
});
afterAll(async () => {
  await world.close();
  await sms.stop();
});
beforeEach(async () => {
  Object.assign(sms.says, { status: 200, answer: 'OK 17' });
  world.clock.moveTo('2026-10-01T09:00:00+07:00');
  market = await billedMarket(world);
  // The third vendor gave no number.
  for (const [place, phone] of ['0912345670', '0912345671'].entries()) await phoneOf(place, phone);
  sms.told.length = 0;
});

const leaseAt = (place: number) => market.leaseIds[place] ?? newId();
const vendorOf = async (place: number) => {
  const [lease] = await market.write((tx) =>
    tx.sql<{ id: Id }>('select vendor_id as id from tenancy.lease where id = $1', [leaseAt(place)]),
  );
  return lease?.id ?? newId();
};
async function phoneOf(place: number, phone: string) {
  const sealed = world.get(Sealer).seal(phone);
  const id = await vendorOf(place);
  await world.corrupt(market.boardId, [
    `update tenancy.vendor set phone_sealed = '\\x${sealed.toString('hex')}',
       phone_last4 = '${phone.slice(-4)}' where id = '${id}'`,
  ]);
}
const ask = (...places: number[]) =>
  market.write((tx) => world.get(Reminders).ask(tx, places.map(leaseAt)));
const listed = async () => {
  const { items } = await market.write((tx) => world.get(Reminders).list(tx, { limit: 50 }));
  return items
    .toSorted((a, b) => (a.stallCode < b.stallCode ? -1 : 1))
    .map(({ stallCode, state, attempts, answer }) => [stallCode, state, attempts, answer]);
};
const send = () => world.get(TextSending).send(market.boardId);
const set = (change: object) =>
  market.write((tx) =>
    world.get(ReminderSettings).set(tx, market.marketId, {
      isOn: true,
      daysBefore: 3,
      daysAfter: 5,
      template: '{ten} no {tien} han {han} ma {ma}',
      ...change,
    }),
  );

describe('a text', () => {
  it('is written in the transaction, sent by the worker and shown with the answer', async () => {
    expect(await ask(0, 1, 2)).toEqual({ made: 2, skipped: 1 });
    expect(sms.told).toEqual([]);
    await world.get(JobRunner).drain();
    expect(sms.told.map(({ body }) => body)).toMatchObject([
      { to: expect.stringMatching(/^091234567[01]$/), body: expect.stringContaining('100.000 đ') },
      { to: expect.stringMatching(/^091234567[01]$/), body: expect.stringContaining('10/10/2026') },
    ]);
    expect(await listed()).toEqual([
      ['A-1', 'sent', 1, 'OK 17'],
      ['A-2', 'sent', 1, 'OK 17'],
    ]);
  });

  it('is sent once a lease and occasion, whoever asks and however many workers', async () => {
    await Promise.all([ask(0), ask(0)]);
    expect(await ask(0)).toEqual({ made: 0, skipped: 1 });
    await Promise.all([send(), send(), send()]);
    expect(sms.told).toHaveLength(1);
  });

  it('is tried again, later and later, while the gateway says it is busy', async () => {
    sms.says.status = 503;
    await ask(0);
    await send();
    await send();
    expect(sms.told).toHaveLength(1);
    world.clock.moveTo('2026-10-01T09:01:00+07:00');
    await send();
    world.clock.moveTo('2026-10-01T09:02:59+07:00');
    await send();
    expect(sms.told).toHaveLength(2);
    sms.says.status = 200;
    world.clock.moveTo('2026-10-01T09:03:00+07:00');
    await send();
    expect(await listed()).toEqual([['A-1', 'sent', 3, 'OK 17']]);
    expect(new Set(sms.told.map(({ key }) => key)).size).toBe(1);
  });

  it.each([
    ['refused for good', 400, 'refused'],
    ['perhaps taken by a gateway that broke', 500, 'unknown'],
    ['perhaps taken when the line was cut', 0, 'unknown'],
  ])('%s is never sent again by itself', async (_, status, state) => {
    sms.says.status = status;
    await ask(0);
    await send();
    world.clock.moveTo('2026-10-01T20:00:00+07:00');
    await send();
    expect(sms.told).toHaveLength(1);
    expect((await listed())[0]?.[1]).toBe(state);
  });

  it('whose sender died in the middle is unknown, not sent again', async () => {
    await ask(0);
    await market.write((tx) =>
      tx.sql(`update billing.reminder set state = 'sending', claimed_until = $1, attempts = 1`, [
        new Date('2026-10-01T09:05:00+07:00'),
      ]),
    );
    world.clock.moveTo('2026-10-01T09:06:00+07:00');
    await send();
    expect(sms.told).toEqual([]);
    expect(await listed()).toEqual([['A-1', 'unknown', 1, 'claim lost']]);
  });

  it('is dropped when the debt was paid before it left', async () => {
    await ask(0);
    await cashPaid(world, market, 0, 100_000);
    await send();
    expect(sms.told).toEqual([]);
    expect((await listed())[0]?.[1]).toBe('dropped');
  });

  it('is never written for a vendor who asked for none', async () => {
    const vendor = await vendorOf(0);
    const wish = (wantsReminders: boolean) =>
      market.write((tx) => world.get(ReminderSettings).setWish(tx, vendor, { wantsReminders }));
    await wish(false);
    expect(await ask(0)).toEqual({ made: 0, skipped: 1 });
    await wish(true);
    expect(await ask(0)).toEqual({ made: 1, skipped: 0 });
  });
});

describe('a market that reminds by itself', () => {
  it('texts before the due day and after it, once each, in its own words', async () => {
    await set({});
    for (const day of ['2026-10-06', '2026-10-07', '2026-10-08', '2026-10-14', '2026-10-15']) {
      world.clock.moveTo(`${day}T08:05:00+07:00`);
      await world.get(Schedules).runDue();
    }
    const { items } = await market.write((tx) => world.get(Reminders).list(tx, { limit: 50 }));
    expect(items.filter(({ stallCode }) => stallCode === 'A-1')).toMatchObject([
      { occasion: 'after/2026-10-10', state: 'sent' },
      {
        occasion: 'before/2026-10-10',
        state: 'sent',
        body: expect.stringMatching(/^Sùng Thị Máy no/),
      },
    ]);
  });

  it.each([
    ['{tien} {han} {ma} {sdt}', 'billing.templateUnknownBlank'],
    ['Xin mời nộp {tien} trước {han}', 'billing.templateLacks'],
  ])('in words that people can act on: %s is refused', async (template, code) => {
    await expect(set({ template })).rejects.toThrow(code);
  });
});
