import {
  addDays,
  businessDate,
  daysBetween,
  firstDayOf,
  lastDayOf,
  month,
  roundToVnd,
  sumVnd,
  vnd,
  type Id,
} from '@cho40/kernel';
import fc from 'fast-check';
import { chargeOfReading } from './charge-of-reading';
import { chargesOf } from './charges-of';
import { priceOn, specificity } from './price-on';
import { priceOfTicket } from './price-of-ticket';
import { ANY_FACTORS, type Charge, type PricedPlace, type PricedTariff } from './tariff';

const start = businessDate('2026-01-01');
const dayAt = (offset: number) => addDays(start, offset);
const days = fc.integer({ min: 0, max: 400 });
const prices = fc.integer({ min: 1, max: 200_000 }).map(vnd);
const areas = fc.integer({ min: 10, max: 20_000 }).map((hundredths) => hundredths / 100);
const aPrice = (id: number, change: Partial<PricedTariff>): PricedTariff => ({
  tariffId: `tariff-${id}` as Id,
  feeType: 'space',
  unit: 'm2-month',
  price: vnd(40_000),
  validFrom: dayAt(-4000),
  validTo: null,
  tierFrom: 0,
  taxPercent: null,
  isPassThrough: false,
  ...ANY_FACTORS,
  ...change,
});
const aPlace = (areaM2: number, change: Partial<PricedPlace> = {}): PricedPlace => ({
  areaM2,
  isRoofed: true,
  openSides: 1,
  isCorner: false,
  rowGrade: 3,
  goodsGroups: ['Rau củ', 'Đồ khô'],
  priceClass: null,
  ...change,
});
const lasting = { validFrom: dayAt(-4000), validTo: null };
const sumOf = (charges: readonly Charge[]) => sumVnd(charges.map(({ amount }) => amount));

/** Prices of one thing that follow each other, as succession leaves them. */
const versions = fc
  .array(fc.tuple(prices, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 6 })
  .map((list) => {
    let from = 0;
    return list.map(([price, length], at) => {
      const validFrom = dayAt(from);
      from += length;
      const validTo = at === list.length - 1 ? null : dayAt(from - 1);
      return aPrice(at, { price, validFrom, validTo });
    });
  });

describe('whatever the prices, the area and the days', () => {
  it('a month’s parts add up to the exact sum, rounded once, and cost no more than its dearest price', () => {
    fc.assert(
      fc.property(versions, areas, fc.integer({ min: 0, max: 12 }), (tariffs, areaM2, at) => {
        const period = month(`2026-${String((at % 12) + 1).padStart(2, '0')}`);
        const [from, to] = [firstDayOf(period), lastDayOf(period)];
        const inMonth = daysBetween(from, to) + 1;
        const charges = chargesOf(tariffs, aPlace(areaM2), lasting, { from, to });
        const exact = charges.reduce((sum, { unitPrice, quantity, serviceFrom, serviceTo }) => {
          const share = (daysBetween(serviceFrom, serviceTo) + 1) / inMonth;
          return sum + unitPrice * quantity * share;
        }, 0);
        // A sliver of less than half a đồng has no line of its own.
        expect(Math.abs(sumOf(charges) - roundToVnd(exact))).toBeLessThanOrEqual(1);
        const dearest = Math.max(...tariffs.map(({ price }) => price));
        expect(sumOf(charges)).toBeLessThanOrEqual(roundToVnd(dearest * areaM2));
      }),
    );
  });

  it('a new version changes its own days and none before', () => {
    fc.assert(
      fc.property(versions, areas, days, prices, (tariffs, areaM2, at, price) => {
        const from = dayAt(at);
        const cut = tariffs
          .filter(({ validFrom }) => validFrom < from)
          .map((tariff) =>
            tariff.validTo !== null && tariff.validTo < from
              ? tariff
              : { ...tariff, validTo: addDays(from, -1) },
          );
        const next = aPrice(99, { price, validFrom: from });
        const span = { from: dayAt(0), to: dayAt(430) };
        const before = (charges: Charge[]) => charges.filter(({ serviceTo }) => serviceTo < from);
        const old = chargesOf(cut, aPlace(areaM2), lasting, span);
        const rated = chargesOf([...cut, next], aPlace(areaM2), lasting, span);
        expect(before(rated)).toEqual(before(old));
        for (const charge of rated)
          if (charge.serviceFrom >= from) expect(charge.unitPrice).toBe(price);
      }),
    );
  });

  it('a suspension costs nothing and leaves what is around it', () => {
    fc.assert(
      fc.property(areas, days, fc.integer({ min: 0, max: 90 }), (areaM2, at, length) => {
        const pause = { from: dayAt(at), to: dayAt(at + length) };
        const span = { from: dayAt(0), to: dayAt(430) };
        const lease = { ...lasting, suspended: [pause] };
        const charges = chargesOf([aPrice(1, {})], aPlace(areaM2), lease, span);
        const served = charges.map((one) => daysBetween(one.serviceFrom, one.serviceTo) + 1);
        const paused = Math.min(430, at + length) - at + 1;
        expect(served.reduce((sum, count) => sum + count, 0)).toBe(431 - paused);
        expect(
          charges.some((one) => one.serviceFrom <= pause.to && one.serviceTo >= pause.from),
        ).toBe(false);
      }),
    );
  });

  it('the lines of a reading have all of its units, and none too many', () => {
    const tiers = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 3 });
    const quantities = fc.integer({ min: 1, max: 100_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(versions, tiers, quantities, days, (tariffs, limits, quantity, length) => {
        const ladder = tariffs.flatMap((tariff, at) =>
          [0, ...limits].map((tierFrom, tier) =>
            aPrice(at * 10 + tier, { ...tariff, unit: 'kwh', feeType: 'electricity', tierFrom }),
          ),
        );
        const usage = { feeType: 'electricity', quantity, from: dayAt(0), to: dayAt(length) };
        const charges = chargeOfReading(ladder, aPlace(4), usage);
        const charged = charges.reduce((sum, one) => sum + one.quantity, 0);
        expect(Math.abs(charged - quantity)).toBeLessThan(0.5 + 0.001);
        expect(charged).toBeLessThanOrEqual(quantity + 0.001);
      }),
    );
  });
});

describe('which of several prices', () => {
  const on = dayAt(10);

  it('wins is told by the stated order, whatever order they come in', () => {
    const factors = fc.record({
      isRoofed: fc.constantFrom(null, true),
      openSides: fc.constantFrom(null, 1),
      isCorner: fc.constantFrom(null, false),
      rowGrade: fc.constantFrom(null, 3),
      goodsGroup: fc.constantFrom(null, 'Rau củ'),
      carrier: fc.constant(null),
      priceClass: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.uniqueArray(factors, { selector: specificity, minLength: 1 }), (all) => {
        const tariffs = all.map((each, at) => aPrice(at, each));
        const [won] = priceOn(tariffs, on);
        expect(priceOn(tariffs.toReversed(), on)).toEqual([won]);
        expect(tariffs.every((each) => specificity(each) <= specificity(won ?? each))).toBe(true);
      }),
    );
  });

  it('is meant is refused, not guessed, where two are as telling', () => {
    const two = [
      aPrice(1, { goodsGroup: 'Rau củ', price: vnd(20_000) }),
      aPrice(2, { goodsGroup: 'Đồ khô', price: vnd(30_000) }),
    ];
    const asked = () => chargesOf(two, aPlace(4), lasting, { from: on, to: on });
    expect(asked).toThrow(expect.objectContaining({ code: 'tariffs.priceAmbiguous' }));
    const told = chargesOf(two, aPlace(4, { goodsGroups: ['Đồ khô'] }), lasting, {
      from: on,
      to: lastDayOf(month('2026-01')),
    });
    expect(told[0]?.unitPrice).toBe(30_000);
  });

  it('names something that a stall has not is not meant for it', () => {
    const corner = aPrice(1, { isCorner: true });
    expect(chargesOf([corner], aPlace(4), lasting, { from: on, to: on })).toEqual([]);
    const asked = { feeType: 'space', unit: 'visit', areaM2: 0, isRoofed: null, on } as const;
    const byTruck = aPrice(2, { unit: 'visit', carrier: 'truck' });
    expect(priceOfTicket([byTruck], { ...asked, goodsGroup: null, carrier: 'cart' })).toBeNull();
  });
});

it('VAT within a price is what the seller hands on: 110,000 with 10 % has 10,000', () => {
  const taxed = aPrice(1, { unit: 'point-month', price: vnd(110_000), taxPercent: 10 });
  const [charge] = chargesOf([taxed], aPlace(4), lasting, {
    from: businessDate('2026-03-01'),
    to: businessDate('2026-03-31'),
  });
  expect([charge?.amount, charge?.taxAmount]).toEqual([110_000, 10_000]);
});
