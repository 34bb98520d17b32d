import { businessDate, CodedError, type Permission } from '@cho40/kernel';
import { newId, systemActor, type Actor } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { confirmedRecord, type MovedMoney } from '../../../../test/support/confirmed-record';
import { bankRecord } from '../../../../test/support/market-to-bill';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { Reconciliation } from '../matching/reconciliation.service';
import { ReconciliationModule } from '../reconciliation.module';
import type { RecordFilter } from './bank-records.queries';
import { BankRecordDesk } from './bank-records.service';

let world: TestWorld;
let desk: BankRecordDesk;
let market: BilledMarket;
let code: string;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
  world.clock.moveTo('2026-10-12T12:00:00+07:00');
  desk = world.get(BankRecordDesk);
  market = await billedMarket(world);
  const [bill] = await market.write((tx) =>
    tx.sql<{ code: string }>('select code from billing.bill order by lease_id'),
  );
  code = bill?.code ?? '';
  const paid = { content: `NGUYEN THI LAN ${code}`, amount: 130_000 };
  await arrives({ ...paid, bookedAt: '2026-10-12T10:30:00+07:00' });
  await arrives({ content: 'NGUYEN THI LAN tien cho', bookedAt: '2026-10-10T09:00:00+07:00' });
  await arrives({ content: 'phi SMS', direction: 'out', bookedAt: '2026-10-09T09:00:00+07:00' });
  await market.write((tx) => world.get(Reconciliation).matchOpen(tx, market.boardId, 10));
  await arrives({ content: 'chua doi chieu', bookedAt: '2026-10-08T09:00:00+07:00' });
  await market.write((tx) => bankRecord(tx, market, 77_000));
});
afterAll(() => world.close());

const arrives = (money: MovedMoney) => market.write((tx) => confirmedRecord(tx, market, money));
const reader = (...permissions: Permission[]): Actor => ({
  ...systemActor([market.boardId]),
  permissions: new Set<Permission>(permissions),
});
const seesPayers = () => reader('banking.personal');
const page = (filter: Partial<RecordFilter> = {}, actor = seesPayers()) =>
  world.db.read(actor, (tx) => desk.page(tx, { limit: 50, ...filter }));
const states = async (filter: Partial<RecordFilter>, actor?: Actor) =>
  (await page(filter, actor)).items.map(({ state }) => state);

describe('the list of bank records', () => {
  it('says of each where it stands, the newest first', async () => {
    expect(await states({})).toEqual([
      'matched',
      'unconfirmed',
      'unmatched',
      'outgoing',
      'waiting',
    ]);
  });

  it('is narrowed by state, direction, day and account', async () => {
    expect(await states({ state: 'unmatched' })).toEqual(['unmatched']);
    expect(await states({ state: 'waiting' })).toEqual(['waiting']);
    expect(await states({ direction: 'out' })).toEqual(['outgoing']);
    expect(await states({ to: businessDate('2026-10-09') })).toEqual(['outgoing', 'waiting']);
    expect(await states({ accountId: newId() })).toEqual([]);
  });

  it('is searched by code, sum and text', async () => {
    expect(await states({ q: code.toLowerCase() })).toEqual(['matched']);
    expect(await states({ q: '130000' })).toEqual(['matched']);
    expect(await states({ q: 'tien cho' })).toEqual(['unmatched']);
  });

  it('comes in pages', async () => {
    const first = await page({ limit: 2 });
    expect([first.items.length, first.total, first.next]).toEqual([2, 5, 'o2']);
    expect(await states({ limit: 2, cursor: 'o4' })).toEqual(['waiting']);
  });

  it('names the lease that was credited', async () => {
    const { items } = await page({ state: 'matched' });
    expect(items[0]?.credited).toMatchObject({ stallCode: 'A-1', vendorName: 'Sùng Thị Máy' });
  });

  it('shows markets within reach, and what no market is known of', async () => {
    const elsewhere: Actor = { ...seesPayers(), markets: [newId()] };
    expect(await states({}, elsewhere)).not.toContain('matched');
  });
});

describe('a reader without the right to payers’ data', () => {
  it('sees codes, the account’s end and initials only', async () => {
    const { items } = await page({ state: 'matched' }, reader());
    expect(items[0]).toMatchObject({
      content: `…${code}…`,
      counterAccount: '••••6789',
      counterName: 'N. T. L.',
      isMasked: true,
    });
  });

  it('cannot find anybody by name or text', async () => {
    expect(await states({ q: 'LAN' }, reader())).toEqual([]);
    expect(await states({ q: 'LAN' })).toHaveLength(4);
  });

  it('sees no more of one record than of the list', async () => {
    const { items } = await page({ state: 'matched' });
    const id = items[0]?.id ?? newId();
    const one = await world.db.read(reader(), (tx) => desk.one(tx, id));
    expect(JSON.stringify(one)).not.toMatch(/NGUYEN|LAN|0123456789/);
  });
});

it('one record shows where it was seen, its decisions and the bills it paid', async () => {
  const { items } = await page({ state: 'matched' });
  const id = items[0]?.id ?? newId();
  const { sightings, decisions, paidFor } = await world.db.read(seesPayers(), (tx) =>
    desk.one(tx, id),
  );
  expect(sightings).toMatchObject([{ source: 'sepay', confirms: true }]);
  expect(decisions).toMatchObject([
    { state: 'matched', reason: 'code', evidence: { code, repairs: [] }, decidedByName: null },
  ]);
  expect(paidFor).toMatchObject([{ code, period: '2026-10', amount: 100_000 }]);
});

it('another board’s record answers like a missing one', async () => {
  const { items } = await page({ state: 'matched' });
  const stranger = { ...seesPayers(), boards: [newId()] };
  const work = world.db.read(stranger, (tx) => desk.one(tx, items[0]?.id ?? newId()));
  const error = await work.catch((refused: unknown) => refused);
  expect(error instanceof CodedError && error.code).toBe('reconciliation.recordNotFound');
});

it('today says what nobody is named for, since when, and whether matching stands still', async () => {
  const today = () => world.db.read(reader(), (tx) => desk.today(tx));
  expect(await today()).toEqual({
    unmatchedCount: 1,
    unmatchedVnd: 100_000,
    oldestUnmatchedOn: '2026-10-10',
    waitingCount: 1,
    matchedTodayVnd: 130_000,
    openClaims: 0,
    overdueClaims: 0,
    isStopped: false,
  });
  const runId = newId();
  await market.write(async (tx) => {
    await tx.sql('insert into platform.check_run (id, started_at) values ($1, now())', [runId]);
    await tx.sql(
      `insert into platform.violation (id, run_id, board_id, invariant, row_key, facts)
       values ($1, $1, $2, 'x', 'y', '{}')`,
      [runId, market.boardId],
    );
  });
  expect((await today()).isStopped).toBe(true);
});
