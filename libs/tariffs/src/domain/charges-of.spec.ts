import { businessDate, month, sumVnd, vnd, type Id } from '@cho40/kernel';
import { chargesOf, type ChargedLease, type PricedTariff } from './charges-of';

const aTariff = (change: Partial<PricedTariff> = {}): PricedTariff => ({
  tariffId: '00000000-0000-7000-8000-000000000001' as Id,
  feeType: 'space',
  unit: 'm2-month',
  price: vnd(40_000),
  validFrom: businessDate('2025-01-01'),
  validTo: null,
  ...change,
});
const aLease = (change: Partial<ChargedLease> = {}): ChargedLease => ({
  areaM2: 3.1,
  validFrom: businessDate('2025-01-01'),
  validTo: null,
  ...change,
});
const october = month('2026-10');
const amountsOf = (tariffs: PricedTariff[], lease: ChargedLease, period = october) =>
  chargesOf(tariffs, lease, period).map((charge) => charge.amount);

describe('a month of a stall', () => {
  it('costs its square metres times the price, for the whole month', () => {
    expect(chargesOf([aTariff()], aLease(), october)).toEqual([
      {
        feeType: 'space',
        tariffId: aTariff().tariffId,
        quantity: 3.1,
        unit: 'm2-month',
        unitPrice: 40_000,
        serviceFrom: '2026-10-01',
        serviceTo: '2026-10-31',
        amount: 124_000,
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
    const charges = chargesOf([old, next], aLease({ areaM2: 31 }), october);
    expect(charges.map((charge) => charge.serviceTo)).toEqual(['2026-10-10', '2026-10-31']);
    expect(sumVnd(charges.map((charge) => charge.amount))).toBe(400_000 + 1_050_000);
  });

  it('in February costs the whole price for 28 days', () => {
    expect(amountsOf([aTariff()], aLease(), month('2026-02'))).toEqual([124_000]);
  });
});

it('without a tariff there is no charge', () => {
  expect(chargesOf([], aLease(), october)).toEqual([]);
});
