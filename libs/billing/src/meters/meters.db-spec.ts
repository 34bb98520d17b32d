import { businessDate, month, type Id } from '@cho40/kernel';
import { brokenConstraint, newId, readSheets, systemActor, type Tx } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BillingModule } from '../billing.module';
import { meteringInvariants } from '../metering';
import { MeterCorrections } from './meter-corrections.service';
import { MeterPhotos } from './meter-photos.service';
import { MeterReadings } from './meter-readings.service';
import { MeterSheets } from './meter-sheets.service';
import { Meters, type NewMeter } from './meters.service';
import { filledIn, sheetFile } from './sheet-file';

const day = businessDate;
const october = month('2026-10');
let world: TestWorld;
let market: BilledMarket;
let stallIds: Id[];

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-10-28T09:00:00+07:00');
  market = await billedMarket(world, { months: [] });
  stallIds = await market.write(async (tx) => {
    const rows = await tx.sql<{ id: Id }>(
      'select stall_id as id from tenancy.v_lease order by number',
    );
    return rows.map(({ id }) => id);
  });
});

const as = <T>(who: Id | null, work: (tx: Tx) => Promise<T>) =>
  world.db.write({ ...systemActor([market.boardId]), userId: who }, work);
const [typist, head] = [newId(), newId()];

const aMeter = (place: number, change: Partial<NewMeter> = {}): NewMeter => ({
  feeType: 'electricity',
  code: `CT-${place}`,
  stallId: stallIds[place] ?? null,
  digits: 5,
  multiplier: 1,
  firstValue: 100,
  installedOn: day('2026-08-01'),
  ...change,
});
const install = (...meters: NewMeter[]) =>
  as(typist, (tx) => world.get(Meters).install(tx, market.marketId, meters));
const read = (meterId: Id, value: number, change: object = {}) =>
  as(typist, (tx) =>
    world.get(MeterReadings).record(tx, market.marketId, {
      month: october,
      readOn: day('2026-10-26'),
      occasion: 'sheet',
      readings: [{ meterId, value, hasRolledOver: false, ...change }],
      ...change,
    }),
  );
const sheet = (period = october) =>
  as(typist, (tx) =>
    world.get(MeterSheets).of(tx, market.marketId, { month: period, feeType: 'electricity' }),
  );
const usage = () =>
  as(typist, (tx) =>
    world.get(Meters).usageFor(tx, market.leaseIds, {
      from: day('2026-10-01'),
      to: day('2026-10-31'),
    }),
  );
const estimateMissing = (period = october, readOn = day('2026-10-26')) =>
  as(typist, (tx) =>
    world.get(MeterReadings).estimateMissing(tx, market.marketId, {
      month: period,
      readOn,
      feeType: 'electricity',
    }),
  );
/** September's reading, typed late; within the fifteen days that a sheet stays open. */
const september = (meterId: Id, value: number) => {
  world.clock.moveTo('2026-09-28T09:00:00+07:00');
  return read(meterId, value, { month: month('2026-09'), readOn: day('2026-09-25') }).then(() =>
    world.clock.moveTo('2026-10-28T09:00:00+07:00'),
  );
};

describe('a reading', () => {
  it('is what a bill run charges, from the day after the one before', async () => {
    const [id = newId()] = await install(aMeter(0));
    await september(id, 160);
    await read(id, 190.5);
    expect(await usage()).toMatchObject([
      { leaseId: market.leaseIds[0], quantity: 60, from: '2026-08-01', to: '2026-09-25' },
      { quantity: 30.5, from: '2026-09-26', to: '2026-10-26', isEstimated: false },
    ]);
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });

  it('typed twice is one reading; another value is a matter of a correction', async () => {
    const [id = newId()] = await install(aMeter(0));
    expect([await read(id, 150), await read(id, 150)]).toEqual([1, 0]);
    expect(await codeOf(read(id, 151))).toBe('billing.readingStands');
  });

  it.each([
    ['below the last one', 99, {}, 'billing.readingBelowLast'],
    ['of more digits than the dial', 100_000, {}, 'billing.readingBeyondDial'],
    ['said to have turned over', 101, { hasRolledOver: true }, 'billing.readingNotRolledOver'],
    ['of another month', 150, { readOn: day('2026-09-30') }, 'billing.readingOutsideMonth'],
    ['of tomorrow', 150, { readOn: day('2026-10-29') }, 'billing.readingOutsideMonth'],
    ['of another market', 150, { meterId: newId() }, 'billing.meterMissing'],
  ])('%s is refused', async (_what, value, change, code) => {
    const [id = newId()] = await install(aMeter(0));
    expect(await codeOf(read(id, value, change))).toBe(code);
  });

  it('of a dial that turned over counts both sides of zero', async () => {
    const [id = newId()] = await install(aMeter(0, { firstValue: 99_990, multiplier: 20 }));
    await read(id, 5, { hasRolledOver: true });
    expect(await usage()).toMatchObject([{ quantity: 300 }]);
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });

  it('far from the meter’s average is shown, and so is what the main meter lost', async () => {
    const [one = newId(), two = newId(), main = newId()] = await install(
      aMeter(0),
      aMeter(1),
      aMeter(9, { code: 'TỔNG', stallId: null, firstValue: 0 }),
    );
    for (const id of [one, two]) await september(id, 156);
    await september(main, 120);
    await read(one, 187);
    await read(two, 300);
    expect((await sheet()).losses).toMatchObject([{ code: 'TỔNG', loss: null }]);
    await read(main, 310);
    const { rows, losses } = await sheet();
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
    const [id = newId(), unknown = newId()] = await install(
      aMeter(0),
      aMeter(1, { installedOn: day('2026-10-20') }),
    );
    expect(unknown).not.toBe(id);
    await september(id, 156);
    expect(await estimateMissing()).toEqual({ estimated: 1, withoutHistory: ['CT-1'] });
    const [first, second] = await usage();
    expect([first?.quantity, second?.quantity, second?.isEstimated]).toEqual([56, 31, true]);
    world.clock.moveTo('2026-11-28T09:00:00+07:00');
    await read(id, 180, { month: month('2026-11'), readOn: day('2026-11-26') });
    const november = await sheet(month('2026-11'));
    expect(november.rows[0]).toMatchObject({ chargedTo: 187, reading: { usage: 0 } });
    world.clock.moveTo('2026-12-28T09:00:00+07:00');
    await read(id, 200, { month: month('2026-12'), readOn: day('2026-12-26') });
    expect((await sheet(month('2026-12'))).rows[0]?.reading?.usage).toBe(13);
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });

  it('that is read after all in the same month is charged as read', async () => {
    const [id = newId()] = await install(aMeter(0));
    await september(id, 156);
    await estimateMissing();
    await read(id, 170, { readOn: day('2026-10-27') });
    expect((await usage()).map(({ quantity }) => quantity)).toEqual([56, 14]);
  });
});

describe('a meter that is replaced', () => {
  it('is read a last time, and the new one counts on in its place', async () => {
    const [id = newId()] = await install(aMeter(0));
    const next = { code: 'CT-NEW', digits: 6, multiplier: 1, firstValue: 3 };
    await as(typist, (tx) =>
      world.get(Meters).remove(tx, id, {
        on: day('2026-10-10'),
        last: { value: 140, hasRolledOver: false },
        next,
      }),
    );
    const { rows } = await sheet();
    const fresh = rows.find(({ code }) => code === 'CT-NEW');
    await read(fresh?.meterId ?? newId(), 23);
    expect((await usage()).map(({ quantity }) => quantity)).toEqual([40, 20]);
    expect(await codeOf(read(id, 150))).toBe('billing.meterNotThere');
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });
});

describe('a correction', () => {
  const ask = (readingId: Id, value: number) =>
    as(typist, (tx) =>
      world.get(MeterCorrections).ask(tx, readingId, {
        value,
        hasRolledOver: false,
        reason: 'Đọc nhầm số',
      }),
    );
  const decide = (id: Id, who: Id) =>
    as(who, (tx) => world.get(MeterCorrections).decide(tx, id, 'approved'));
  const reading = async () => (await sheet()).rows[0]?.reading?.id ?? newId();

  it('takes effect when another person approves it; the old value stays to be seen', async () => {
    const [id = newId()] = await install(aMeter(0));
    await read(id, 510);
    const asked = await ask(await reading(), 150);
    expect(await codeOf(decide(asked.id, typist))).toBe('billing.anotherPersonCorrects');
    expect((await usage())[0]?.quantity).toBe(410);
    expect(await decide(asked.id, head)).toMatchObject({ state: 'approved', before: 510 });
    expect((await usage())[0]?.quantity).toBe(50);
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });

  it('of a reading that a bill charges is refused, also by the database', async () => {
    const [id = newId()] = await install(aMeter(0));
    await read(id, 150);
    const readingId = await reading();
    await charge(readingId, 50);
    expect(await usage()).toEqual([]);
    expect(await codeOf(ask(readingId, 140))).toBe('billing.readingBilled');
    const alone = as(null, (tx) =>
      tx.sql('update billing.meter_reading set superseded_at = now() where id = $1', [readingId]),
    );
    expect(await alone.catch(brokenConstraint)).toBe('meter_reading_billed');
  });
});

it('a sheet filled in away from the screen comes back as it was typed', async () => {
  await install(aMeter(0), aMeter(1));
  const before = await sheet();
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
  const [id = newId()] = await install(aMeter(0));
  await read(id, 150);
  const readingId = (await sheet()).rows[0]?.reading?.id ?? newId();
  const keep = (bytes: Buffer) =>
    as(typist, (tx) => world.get(MeterPhotos).keep(tx, readingId, bytes));
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(90)]);
  expect(await codeOf(keep(Buffer.from('<svg onload="x">')))).toBe('billing.photoUnreadable');
  expect(await codeOf(keep(Buffer.concat([jpeg, Buffer.alloc(2_000_000)])))).toBe(
    'billing.photoTooLarge',
  );
  await keep(jpeg);
  expect(await codeOf(keep(jpeg))).toBe('billing.photoTaken');
  const photo = await as(head, (tx) => world.get(MeterPhotos).of(tx, readingId));
  expect([photo.mediaType, photo.bytes.length]).toEqual(['image/jpeg', jpeg.length]);
});

/** A bill line of a reading, as a bill run leaves it. */
async function charge(readingId: Id, quantity: number): Promise<void> {
  await market.write((tx) =>
    tx.sql(
      `with bill as (
         insert into billing.bill (board_id, id, market_id, lease_id, kind, period, reason, code,
           total, issued_on, due_on, issued_at)
         values ($1, $2, $3, $4, 'adjustment', '2026-10', 'điện', $2::uuid::text, 100, '2026-10-28',
           '2026-10-28', now()) returning board_id, id)
       insert into billing.bill_line (board_id, id, bill_id, line_number, fee_type, tariff_id,
         quantity, unit, unit_price, service_from, service_to, amount, reading_id)
       select board_id, $2, id, 1, 'electricity', $5, $6, 'kwh', 2, '2026-10-01', '2026-10-26', 100,
              $7 from bill`,
      [
        market.boardId,
        newId(),
        market.marketId,
        market.leaseIds[0],
        market.tariffId,
        quantity,
        readingId,
      ],
    ),
  );
}

describe('verify finds', () => {
  const unguarded = ['meter_reading', 'meter_correction', 'bill_line', 'bill'].map(
    (table) => `alter table billing.${table} disable trigger user`,
  );
  const found = async (statement: string) => {
    await world.corrupt(market.boardId, [...unguarded, statement]);
    const names = new Set(meteringInvariants.map(({ name }) => name));
    return (await brokenInvariants(world, market.boardId)).filter((name) => names.has(name));
  };

  beforeEach(async () => {
    const [id = newId()] = await install(aMeter(0));
    await read(id, 150);
  });

  it('usage that its dial does not show', async () => {
    expect(await found('update billing.meter_reading set usage = usage + 1')).toEqual([
      'billing.readingsFollowEachOther',
    ]);
  });

  it('a correction that somebody approved alone', async () => {
    expect(
      await found(
        `alter table billing.meter_correction drop constraint meter_correction_needs_two_people;
         insert into billing.meter_correction (board_id, id, market_id, reading_id, value,
           has_rolled_over, reason, requested_by, requested_at, decided_by, decided_at, outcome)
         select board_id, id, market_id, id, 9, false, 'một mình', id, now(), id, now(), 'refused'
           from billing.meter_reading where board_id = '${market.boardId}'`,
      ),
    ).toEqual(['billing.correctionByAnother']);
  });

  it('a reading that two bills charge, for more than was read', async () => {
    const readingId = (await sheet()).rows[0]?.reading?.id ?? newId();
    await charge(readingId, 50);
    await charge(readingId, 51);
    expect(new Set(await found('select'))).toEqual(
      new Set(['billing.readingChargedAsRead', 'billing.readingChargedOnce']),
    );
  });
});
