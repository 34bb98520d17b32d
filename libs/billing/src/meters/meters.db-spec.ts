import { businessDate, month } from '@cho40/kernel';
import { newId, readSheets } from '@cho40/platform';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BillingModule } from '../billing.module';
import { MeterPhotos } from './meter-photos.service';
import { Meters } from './meters.service';
import { filledIn, sheetFile } from './sheet-file';
import { meteredMarket, type MeteredMarket } from './test/metered-market';

const day = businessDate;
let world: TestWorld;
let metered: MeteredMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  metered = await meteredMarket(world);
});

describe('a reading', () => {
  it('is what a bill run charges, from the day after the one before', async () => {
    const [id = newId()] = await metered.install(metered.aMeter(0));
    await metered.september(id, 160);
    await metered.read(id, 190.5);
    expect(await metered.usage()).toMatchObject([
      { leaseId: metered.market.leaseIds[0], quantity: 60, from: '2026-08-01', to: '2026-09-25' },
      { quantity: 30.5, from: '2026-09-26', to: '2026-10-26', isEstimated: false },
    ]);
    expect(await brokenInvariants(world, metered.market.boardId)).toEqual([]);
  });

  it('typed twice is one reading; another value is a matter of a correction', async () => {
    const [id = newId()] = await metered.install(metered.aMeter(0));
    expect([await metered.read(id, 150), await metered.read(id, 150)]).toEqual([1, 0]);
    expect(await codeOf(metered.read(id, 151))).toBe('billing.readingStands');
  });

  it.each([
    ['below the last one', 99, {}, 'billing.readingBelowLast'],
    ['of more digits than the dial', 100_000, {}, 'billing.readingBeyondDial'],
    ['said to have turned over', 101, { hasRolledOver: true }, 'billing.readingNotRolledOver'],
    ['of another month', 150, { readOn: day('2026-09-30') }, 'billing.readingOutsideMonth'],
    ['of tomorrow', 150, { readOn: day('2026-10-29') }, 'billing.readingOutsideMonth'],
    ['of another market', 150, { meterId: newId() }, 'billing.meterMissing'],
  ])('%s is refused', async (_what, value, change, code) => {
    const [id = newId()] = await metered.install(metered.aMeter(0));
    expect(await codeOf(metered.read(id, value, change))).toBe(code);
  });

  it('of a dial that turned over counts both sides of zero', async () => {
    const [id = newId()] = await metered.install(
      metered.aMeter(0, { firstValue: 99_990, multiplier: 20 }),
    );
    await metered.read(id, 5, { hasRolledOver: true });
    expect(await metered.usage()).toMatchObject([{ quantity: 300 }]);
    expect(await brokenInvariants(world, metered.market.boardId)).toEqual([]);
  });

  it('far from the meter’s average is shown, and so is what the main meter lost', async () => {
    const [one = newId(), two = newId(), main = newId()] = await metered.install(
      metered.aMeter(0),
      metered.aMeter(1),
      metered.aMeter(9, { code: 'TỔNG', stallId: null, firstValue: 0 }),
    );
    for (const id of [one, two]) await metered.september(id, 156);
    await metered.september(main, 120);
    await metered.read(one, 187);
    await metered.read(two, 300);
    expect((await metered.sheet()).losses).toMatchObject([{ code: 'TỔNG', loss: null }]);
    await metered.read(main, 310);
    const { rows, losses } = await metered.sheet();
    expect(rows.map(({ code, isFarOff }) => [code, isFarOff])).toEqual([
      ['CT-0', false],
      ['CT-1', true],
      ['TỔNG', true],
    ]);
    expect(losses).toMatchObject([{ usage: 190, loss: 15 }]);
  });
});

describe('a meter nobody could read', () => {
  it('is charged its average, and the next real reading settles it', async () => {
    const [id = newId(), unknown = newId()] = await metered.install(
      metered.aMeter(0),
      metered.aMeter(1, { installedOn: day('2026-10-20') }),
    );
    expect(unknown).not.toBe(id);
    await metered.september(id, 156);
    expect(await metered.estimateMissing()).toEqual({ estimated: 1, withoutHistory: ['CT-1'] });
    const [first, second] = await metered.usage();
    expect([first?.quantity, second?.quantity, second?.isEstimated]).toEqual([56, 31, true]);
    world.clock.moveTo('2026-11-28T09:00:00+07:00');
    await metered.read(id, 180, { month: month('2026-11'), readOn: day('2026-11-26') });
    const november = await metered.sheet(month('2026-11'));
    expect(november.rows[0]).toMatchObject({ chargedTo: 187, reading: { usage: 0 } });
    world.clock.moveTo('2026-12-28T09:00:00+07:00');
    await metered.read(id, 200, { month: month('2026-12'), readOn: day('2026-12-26') });
    expect((await metered.sheet(month('2026-12'))).rows[0]?.reading?.usage).toBe(13);
    expect(await brokenInvariants(world, metered.market.boardId)).toEqual([]);
  });

  it('that is read after all in the same month is charged as read', async () => {
    const [id = newId()] = await metered.install(metered.aMeter(0));
    await metered.september(id, 156);
    await metered.estimateMissing();
    await metered.read(id, 170, { readOn: day('2026-10-27') });
    expect((await metered.usage()).map(({ quantity }) => quantity)).toEqual([56, 14]);
  });
});

describe('a meter that is replaced', () => {
  it('is read a last time, and the new one counts on in its place', async () => {
    const [id = newId()] = await metered.install(metered.aMeter(0));
    const next = { code: 'CT-NEW', digits: 6, multiplier: 1, firstValue: 3 };
    await metered.as(metered.typist, (tx) =>
      world.get(Meters).remove(tx, id, {
        on: day('2026-10-10'),
        last: { value: 140, hasRolledOver: false },
        next,
      }),
    );
    const { rows } = await metered.sheet();
    const fresh = rows.find(({ code }) => code === 'CT-NEW');
    await metered.read(fresh?.meterId ?? newId(), 23);
    expect((await metered.usage()).map(({ quantity }) => quantity)).toEqual([40, 20]);
    expect(await codeOf(metered.read(id, 150))).toBe('billing.meterNotThere');
    expect(await brokenInvariants(world, metered.market.boardId)).toEqual([]);
  });
});

it('a sheet filled in away from the screen comes back as it was typed', async () => {
  await metered.install(metered.aMeter(0), metered.aMeter(1));
  const before = await metered.sheet();
  const [file] = await readSheets(await sheetFile(before));
  const filled = (file?.rows ?? []).map((row, at) =>
    at === 0 ? row : { ...row, cells: [...row.cells.slice(0, 4), at === 1 ? '150,5' : null, null] },
  );
  const stray = { number: 9, cells: ['CT-LẠ', null, null, null, 7, null] };
  const sheets = [{ name: 'a', formulas: [], merged: [], rows: [...filled, stray] }];
  expect(filledIn(sheets, before)).toEqual({
    readings: [{ meterId: before.rows[0]?.meterId, value: 150.5, hasRolledOver: false }],
    unknownCodes: ['CT-LẠ'],
  });
});

it('a photo is a picture, is kept once and shown again', async () => {
  const [id = newId()] = await metered.install(metered.aMeter(0));
  await metered.read(id, 150);
  const readingId = await metered.readingId();
  const keep = (bytes: Buffer) =>
    metered.as(metered.typist, (tx) => world.get(MeterPhotos).keep(tx, readingId, bytes));
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(90)]);
  expect(await codeOf(keep(Buffer.from('<svg onload="x">')))).toBe('billing.photoUnreadable');
  expect(await codeOf(keep(Buffer.concat([jpeg, Buffer.alloc(2_000_000)])))).toBe(
    'billing.photoTooLarge',
  );
  await keep(jpeg);
  expect(await codeOf(keep(jpeg))).toBe('billing.photoTaken');
  const photo = await metered.as(metered.head, (tx) => world.get(MeterPhotos).of(tx, readingId));
  expect([photo.mediaType, photo.bytes.length]).toEqual(['image/jpeg', jpeg.length]);
});
