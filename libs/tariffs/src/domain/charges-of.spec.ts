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
import { chargesOf, type ChargedLease } from './charges-of';
import { ANY_FACTORS, type PricedPlace, type PricedTariff } from './tariff';

const aTariff = (change: Partial<PricedTariff> = {}): PricedTariff => ({
  tariffId: '00000000-0000-7000-8000-000000000001' as Id,
  feeType: 'space',
  unit: 'm2-month',
  price: vnd(40_000),
  validFrom: businessDate('2025-01-01'),
  validTo: null,
  tierFrom: 0,
  taxPercent: null,
  isPassThrough: false,
  ...ANY_FACTORS,
  ...change,
});
type Stay = ChargedLease & Pick<PricedPlace, 'areaM2'>;
const aLease = (change: Partial<Stay> = {}): Stay => ({
  areaM2: 3.1,
  validFrom: businessDate('2025-01-01'),
  validTo: null,
  ...change,
});
const october = month('2026-10');
const aPlace = (change: Partial<PricedPlace> = {}): PricedPlace => ({
  areaM2: 3.1,
  isRoofed: true,
  openSides: 1,
  isCorner: false,
  rowGrade: null,
  goodsGroups: [],
  priceClass: null,
  ...change,
});
const monthOf = (tariffs: PricedTariff[], { areaM2, ...lease }: Stay, period = october) =>
  chargesOf(tariffs, aPlace({ areaM2 }), lease, {
    from: firstDayOf(period),
    to: lastDayOf(period),
  });
const amountsOf = (tariffs: PricedTariff[], lease: Stay, period = october) =>
  monthOf(tariffs, lease, period).map((charge) => charge.amount);

describe('a month of a stall', () => {
  it('costs its square metres times the price, for the whole month', () => {
    expect(monthOf([aTariff()], aLease())).toEqual([
      {
        feeType: 'space',
        tariffId: aTariff().tariffId,
        quantity: 3.1,
        unit: 'm2-month',
        unitPrice: 40_000,
        serviceFrom: '2026-10-01',
        serviceTo: '2026-10-31',
        amount: 124_000,
        taxPercent: null,
        taxAmount: 0,
        isPassThrough: false,
      },
    ]);
  });

  it('costs the price of a point however large it is', () => {
    expect(amountsOf([aTariff({ unit: 'point-month' })], aLease())).toEqual([40_000]);
  });

  it.each([
    [
      'that begins on the 16th costs 16 of 31 days',
      { validFrom: businessDate('2026-10-16') },
      64_000,
    ],
    ['that ends on the first costs one day', { validTo: businessDate('2026-10-01') }, 4_000],
    ['of another time costs nothing', { validTo: businessDate('2026-09-30') }, undefined],
  ])('%s', (_what, lease, amount) => {
    expect(amountsOf([aTariff()], aLease(lease))[0]).toBe(amount);
  });

  it('has a line for each price when the price changes inside the month', () => {
    const old = aTariff({ validTo: businessDate('2026-10-10') });
    const next = aTariff({ price: vnd(50_000), validFrom: businessDate('2026-10-11') });
    const charges = monthOf([old, next], aLease({ areaM2: 31 }));
    expect(charges.map((charge) => charge.serviceTo)).toEqual(['2026-10-10', '2026-10-31']);
    expect(sumVnd(charges.map((charge) => charge.amount))).toBe(400_000 + 1_050_000);
  });

  it('in February costs the whole price for 28 days', () => {
    expect(amountsOf([aTariff()], aLease(), month('2026-02'))).toEqual([124_000]);
  });
});

it('without a tariff there is no charge', () => {
  expect(monthOf([], aLease())).toEqual([]);
});

// Prices as provinces decide them: 45,000 / 40,000 / 36,000 đ/m²/month for 3 / 2 / 1 open sides,
// and prices per point. The days are counted by hand.
describe('what stalls cost, as an accountant would reckon', () => {
  const from = (day: string) => ({ validFrom: businessDate(day) });
  const until = (day: string) => ({ validTo: businessDate(day) });
  it.each([
    ['a whole month of 6 m²', 45_000, { areaM2: 6 }, '2026-10', 270_000],
    ['a whole month of 2.75 m²', 36_000, { areaM2: 2.75 }, '2026-10', 99_000],
    ['an area that does not come out even', 45_000, { areaM2: 3.33 }, '2026-11', 149_850],
    ['half of November', 40_000, { areaM2: 6, ...from('2026-11-16') }, '2026-11', 120_000],
    ['the last day of the year', 40_000, { areaM2: 6, ...from('2026-12-31') }, '2026-12', 7_742],
    ['a leap day', 40_000, { areaM2: 6, ...from('2028-02-29') }, '2028-02', 8_276],
    ['until the 20th', 36_000, { areaM2: 4, ...until('2026-10-20') }, '2026-10', 92_903],
    ['a half đồng goes up', 45_001, { areaM2: 1, ...from('2026-11-16') }, '2026-11', 22_501],
    ['a market of a thousand square metres', 45_000, { areaM2: 1000 }, '2026-10', 45_000_000],
  ])('%s', (_what, price, lease, period, amount) => {
    expect(amountsOf([aTariff({ price: vnd(price) })], aLease(lease), month(period))).toEqual([
      amount,
    ]);
  });

  it('several fee types are lines of their own, in the order in which they are given', () => {
    const water = aTariff({ feeType: 'water', unit: 'point-month', price: vnd(15_000) });
    const charges = monthOf([aTariff(), water], aLease());
    expect(charges.map((charge) => [charge.feeType, charge.amount])).toEqual([
      ['space', 124_000],
      ['water', 15_000],
    ]);
  });
});

describe('whatever the price, the area and the days', () => {
  const prices = fc.integer({ min: 1, max: 200_000 }).map(vnd);
  const areas = fc.integer({ min: 10, max: 20_000 }).map((hundredths) => hundredths / 100);
  const months = fc.constantFrom('2026-02', '2026-10', '2026-11', '2028-02').map(month);
  const days = fc.integer({ min: -40, max: 70 });

  it('a part never costs more than the month, and lies within lease, price and month', () => {
    fc.assert(
      fc.property(prices, areas, months, days, days, (price, areaM2, period, start, end) => {
        const first = firstDayOf(period);
        const lease = { areaM2, validFrom: addDays(first, start), validTo: addDays(first, end) };
        const [whole] = amountsOf([aTariff({ price })], aLease({ areaM2 }), period);
        const charges = monthOf([aTariff({ price })], lease, period);
        expect(charges.length).toBeLessThanOrEqual(1);
        for (const charge of charges) {
          expect(charge.amount).toBeLessThanOrEqual(whole ?? 0);
          expect(charge.serviceFrom >= lease.validFrom && charge.serviceFrom >= first).toBe(true);
          expect(charge.serviceTo <= lease.validTo && charge.serviceTo <= lastDayOf(period)).toBe(
            true,
          );
        }
        if (end < start || end < 0 || lease.validFrom > lastDayOf(period))
          expect(charges).toEqual([]);
      }),
    );
  });

  it('two leases that share a month are charged every day once, and its price within a đồng', () => {
    fc.assert(
      fc.property(prices, areas, months, fc.integer({ min: 1, max: 27 }), (price, area, m, cut) => {
        const change = addDays(firstDayOf(m), cut);
        const tariff = aTariff({ price });
        const leaver = aLease({ areaM2: area, validTo: addDays(change, -1) });
        const comer = aLease({ areaM2: area, validFrom: change });
        const parts = [...monthOf([tariff], leaver, m), ...monthOf([tariff], comer, m)];
        const served = parts.map((one) => daysBetween(one.serviceFrom, one.serviceTo) + 1);
        const whole = roundToVnd(price * area);
        const difference = Math.abs(sumVnd(parts.map((one) => one.amount)) - whole);
        expect(difference).toBeLessThanOrEqual(1);
        if (parts.length === 2)
          expect(served.reduce((sum, count) => sum + count, 0)).toBe(
            daysBetween(firstDayOf(m), lastDayOf(m)) + 1,
          );
      }),
    );
  });
});
