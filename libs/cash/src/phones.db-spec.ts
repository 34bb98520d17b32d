import { vnd, type Id } from '@cho40/kernel';
import { newId, systemActor, type Tx } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../test/support/billed-market';
import { codeOf } from '../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { CashModule } from './cash.module';
import { Ceilings } from './ceiling/ceilings.service';
import { deviceGaps, incidentPage } from './devices/devices.queries';
import { Devices } from './devices/devices.service';
import { HandIns } from './hand-ins/hand-ins.service';
import { receiptPage } from './receipts/receipt-book.queries';
import { Receipts, type NewReceipt } from './receipts/receipts.service';
import { shiftPage } from './shifts/shift-book.queries';
import { Shifts } from './shifts/shifts.service';

const collector = { id: newId(), name: 'Vàng Mí Sính' };
const cashier = { id: newId(), name: 'Lò Thị Pà' };
let world: TestWorld;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [CashModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-10-12T10:00:00+07:00');
  market = await billedMarket(world);
});
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

const phone = newId();
const aReceipt = (change: Partial<NewReceipt> = {}): NewReceipt => ({
  id: newId(),
  leaseId: market.leaseIds[0] ?? newId(),
  amount: vnd(20_000),
  takenAt: new Date('2026-10-12T02:00:00Z'),
  collector,
  ...change,
});
const numbered = (number: number, change: Partial<NewReceipt> = {}) =>
  aReceipt({ device: { id: phone, number }, ...change });
const take = (...told: NewReceipt[]) => market.write((tx) => world.get(Receipts).take(tx, told));
const asHead = <T>(work: (tx: Tx) => Promise<T>) =>
  world.db.write(
    { ...systemActor([market.boardId]), userId: newId(), displayName: 'Trưởng ban' },
    work,
  );
const taken = async () => {
  const page = await market.write((tx) => receiptPage(tx, { limit: 200 }));
  return page.items;
};
const gaps = async () => {
  const found = await market.write((tx) => deviceGaps(tx, null));
  return found.map(({ fromNumber, toNumber }) => [fromNumber, toNumber]);
};

describe('a phone that was out of signal', () => {
  it('sends in any order, each three times at once, and each is taken once', async () => {
    const told = [5, 2, 4, 1, 3].map((number) => numbered(number));
    await Promise.all([...told, ...told, ...told].map((one) => take(one)));
    const items = await taken();
    expect(new Set(items.map(({ deviceNumber }) => deviceNumber))).toEqual(
      new Set([1, 2, 3, 4, 5]),
    );
    expect(items).toHaveLength(5);
    expect(new Set(items.map(({ number }) => number)).size).toBe(5);
    expect(await gaps()).toEqual([]);
  });

  it('sends what was taken after its shift was closed into the next one', async () => {
    await take(numbered(1));
    const open = await market.write((tx) => shiftPage(tx, { limit: 9 }, null));
    const shiftId = open.items[0]?.id ?? newId();
    await market.write((tx) => world.get(Shifts).closeOwn(tx, shiftId, collector));
    await take(numbered(2, { takenAt: new Date('2026-10-12T01:00:00Z') }));
    const { items } = await market.write((tx) => shiftPage(tx, { limit: 9 }, null));
    expect(items).toMatchObject([
      { closedAt: null, byReceipts: 20_000, count: 1, expected: null },
      { id: shiftId, byReceipts: 20_000, count: 1, expected: 20_000 },
    ]);
  });

  it('lists the numbers that have not come, until they come', async () => {
    await take(numbered(2), numbered(6));
    expect(await gaps()).toEqual([
      [1, 1],
      [3, 5],
    ]);
    await take(numbered(1), numbered(4));
    expect(await gaps()).toEqual([
      [3, 3],
      [5, 5],
    ]);
  });

  it('is refused the same receipt under another number of its own', async () => {
    const told = numbered(1);
    await take(told);
    expect(await codeOf(take({ ...told, device: { id: phone, number: 2 } }))).toBe(
      'cash.receiptDiffers',
    );
  });
});

describe('a phone that was copied', () => {
  const elsewhere = { id: newId(), name: 'Giàng A Páo' };
  const keep = (told: NewReceipt) =>
    market.write((tx) => world.get(Devices).keepIncident(tx, told));
  const incidents = async () =>
    (await market.write((tx) => incidentPage(tx, { limit: 9 }, null))).items;

  it('never gives two vendors one number, however the two come', async () => {
    const [one, other] = [numbered(7), numbered(7, { collector: elsewhere })];
    const codes = await Promise.all([codeOf(take(one)), codeOf(take(other))]);
    expect(codes.sort()).toEqual(['cash.deviceCloned', 'no refusal']);
    expect(await taken()).toHaveLength(1);
  });

  it('is told to the board once, with what the refused receipt said', async () => {
    const clone = numbered(7, { collector: elsewhere, amount: vnd(35_000) });
    await take(numbered(7));
    await keep(clone);
    await keep(clone);
    expect(await incidents()).toMatchObject([
      {
        deviceNumber: 7,
        standingNumber: 'PT-2026-000001',
        amount: 35_000,
        collectorName: 'Giàng A Páo',
        keptNumber: null,
      },
    ]);
    await take({ ...clone, device: { id: newId(), number: 1 } });
    expect(await incidents()).toMatchObject([{ keptNumber: 'PT-2026-000002' }]);
  });

  it('is answered for once', async () => {
    await take(numbered(7));
    await keep(numbered(7));
    const [incident] = await incidents();
    const answer = () =>
      asHead((tx) => world.get(Devices).answer(tx, incident?.id ?? newId(), 'Đã cài lại máy'));
    const codes = [await codeOf(answer()), await codeOf(answer())];
    expect(codes).toEqual(['no refusal', 'cash.incidentAnswered']);
  });
});

describe('a paper book', () => {
  const onPaper = (serial: number, id: Id = newId()) =>
    aReceipt({ id, paper: { book: 'Q12', serial }, takenAt: new Date('2026-09-10T17:00:00Z') });

  it('is typed in up to 31 days later, a sheet once', async () => {
    world.clock.moveTo('2026-10-12T10:00:00+07:00');
    await take(onPaper(1));
    expect(await taken()).toMatchObject([
      { paperBook: 'Q12', paperSerial: 1, takenOn: '2026-09-11', deviceNumber: null },
    ]);
    expect(await codeOf(take(onPaper(1)))).toBe('cash.paperSheetTaken');
    expect(await codeOf(take(onPaper(2)))).toBe('no refusal');
  });
});

describe('the ceiling of cash in hand', () => {
  const now = () => new Date(world.clock.now());
  const setTo = (amount: number | null) =>
    asHead((tx) =>
      world.get(Ceilings).set(tx, market.boardId, amount === null ? null : vnd(amount)),
    );

  it('stops the next receipt until some was handed in', async () => {
    await setTo(100_000);
    await take(aReceipt({ amount: vnd(90_000), takenAt: now() }));
    const next = aReceipt({ amount: vnd(20_000), takenAt: now() });
    expect(await codeOf(take(next))).toBe('cash.ceilingReached');
    await market.write((tx) =>
      world.get(HandIns).count(tx, {
        id: newId(),
        boardId: market.boardId,
        collectorId: collector.id,
        amount: vnd(50_000),
        cashier,
      }),
    );
    expect(await codeOf(take(next))).toBe('no refusal');
  });

  it('holds for two receipts at once', async () => {
    await setTo(100_000);
    const told = () => aReceipt({ amount: vnd(60_000), takenAt: now() });
    const codes = await Promise.all([codeOf(take(told())), codeOf(take(told()))]);
    expect(codes.sort()).toEqual(['cash.ceilingReached', 'no refusal']);
  });

  it('is lifted by setting none, and tells who set it', async () => {
    await setTo(100_000);
    await setTo(null);
    expect(await codeOf(take(aReceipt({ amount: vnd(500_000), takenAt: now() })))).toBe(
      'no refusal',
    );
    expect(await market.write((tx) => world.get(Ceilings).of(tx, market.boardId))).toMatchObject({
      amount: null,
      setByName: 'Trưởng ban',
    });
  });
});
