import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { businessDate, formatDate, formatVnd, sumVnd, vnd, type Id } from '@cho40/kernel';
import { chargeOfReading } from './charge-of-reading';
import { chargesOf } from './charges-of';
import { priceOfTicket } from './price-of-ticket';
import {
  ANY_FACTORS,
  LEASE_UNITS,
  METER_UNITS,
  TARIFF_UNITS,
  TICKET_UNITS,
  type Charge,
  type PricedPlace,
  type PricedTariff,
  type TariffUnit,
} from './tariff';

const GOLDEN = join(__dirname, 'golden-prices.txt');
const day = businessDate;
const lasting = { validFrom: day('2025-01-01'), validTo: null };

let serial = 0;
const aPrice = (unit: TariffUnit, price: number, change: Partial<PricedTariff> = {}) => {
  serial += 1;
  const tariffId = `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}` as Id;
  const rest = { tierFrom: 0, taxPercent: null, isPassThrough: false, ...ANY_FACTORS, ...lasting };
  const feeType = unit === 'kwh' ? 'electricity' : unit === 'm3' ? 'water' : 'space';
  return { ...rest, tariffId, feeType, unit, price: vnd(price), ...change } as PricedTariff;
};

// A province's decision as product.md gives it: the price of a thing by the most telling line.
const PRICES: readonly PricedTariff[] = [
  aPrice('m2-month', 30_000, { taxPercent: 10 }),
  aPrice('m2-month', 36_000, { openSides: 1, taxPercent: 10 }),
  aPrice('m2-month', 40_000, { openSides: 2, taxPercent: 10 }),
  aPrice('m2-month', 45_000, { openSides: 3, taxPercent: 10 }),
  aPrice('m2-month', 52_000, { isCorner: true, taxPercent: 10 }),
  aPrice('m2-month', 33_000, { rowGrade: 4, taxPercent: 10 }),
  aPrice('m2-month', 20_000, { rowGrade: 8, taxPercent: 10 }),
  aPrice('m2-month', 15_000, { isRoofed: false, taxPercent: 10 }),
  aPrice('m2-month', 28_000, { goodsGroup: 'Rau củ', taxPercent: 10 }),
  aPrice('m2-month', 60_000, { priceClass: 'Đấu giá', taxPercent: 10 }),
  aPrice('point-month', 18_000, { feeType: 'sanitation' }),
  aPrice('point-month', 12_000, { feeType: 'sanitation', isRoofed: false }),
  aPrice('m2-day', 2_000, { isRoofed: true }),
  aPrice('m2-day', 1_500, { isRoofed: false }),
  aPrice('m2-day', 1_000, { goodsGroup: 'Nông sản' }),
  aPrice('visit', 5_000),
  aPrice('visit', 8_000, { goodsGroup: 'Thực phẩm tươi' }),
  aPrice('visit', 30_000, { carrier: 'truck' }),
  aPrice('visit', 10_000, { carrier: 'cart' }),
  aPrice('visit', 3_000, { carrier: 'shoulder-pole' }),
  aPrice('session', 20_000),
  aPrice('session', 15_000, { isRoofed: false }),
  aPrice('kwh', 2_500, { isPassThrough: true, validTo: day('2026-10-10') }),
  aPrice('kwh', 3_200, { isPassThrough: true, validFrom: day('2026-10-11') }),
  aPrice('m3', 9_000, { taxPercent: 5 }),
  aPrice('m3', 14_000, { taxPercent: 5, tierFrom: 10 }),
];

const PLACES: readonly (readonly [string, Partial<PricedPlace>])[] = [
  ['1 mặt thoáng', {}],
  ['2 mặt thoáng', { openSides: 2 }],
  ['3 mặt thoáng', { openSides: 3 }],
  ['góc, 2 mặt', { openSides: 2, isCorner: true }],
  ['hàng loại 4, 3 mặt', { openSides: 3, rowGrade: 4 }],
  ['hàng loại 8', { rowGrade: 8 }],
  ['không rõ số mặt', { openSides: null }],
  ['ngoài trời', { isRoofed: false, openSides: null }],
  ['rau củ, góc', { goodsGroups: ['Đồ khô', 'Rau củ'], isCorner: true }],
  ['đấu giá, rau củ', { goodsGroups: ['Rau củ'], priceClass: 'Đấu giá' }],
];
const aPlace = (change: Partial<PricedPlace>): PricedPlace => ({
  areaM2: 6.35,
  isRoofed: true,
  openSides: 1,
  isCorner: false,
  rowGrade: null,
  goodsGroups: ['Đồ khô'],
  priceClass: null,
  ...change,
});

const october = { from: day('2026-10-01'), to: day('2026-10-31') };
const STAYS = [
  ['cả tháng 10', october, lasting],
  ['từ 16/10', october, { validFrom: day('2026-10-16'), validTo: null }],
  ['một ngày', october, { ...lasting, validTo: day('2026-10-01') }],
  ['cả tháng 2', { from: day('2026-02-01'), to: day('2026-02-28') }, lasting],
  [
    'tạm ngừng 11–20/10',
    october,
    { ...lasting, suspended: [{ from: day('2026-10-11'), to: day('2026-10-20') }] },
  ],
  ['quý IV', { from: day('2026-10-01'), to: day('2026-12-31') }, lasting],
] as const;

const lineOf = (what: string, charge: Charge) =>
  [
    what.padEnd(52),
    charge.unit.padEnd(11),
    String(charge.quantity).padStart(7),
    formatVnd(charge.unitPrice).padStart(10),
    `${formatDate(charge.serviceFrom)}–${formatDate(charge.serviceTo)}`,
    formatVnd(charge.amount).padStart(12),
    (charge.isPassThrough ? 'thu hộ' : `thuế ${formatVnd(charge.taxAmount)}`).padStart(15),
  ].join('  ');

function leaseLines(): string[] {
  return PLACES.flatMap(([place, change]) =>
    STAYS.flatMap(([stay, span, lease]) =>
      chargesOf(PRICES, aPlace(change), lease, span).map((charge) =>
        lineOf(`${place}; ${stay}; ${charge.feeType}`, charge),
      ),
    ),
  );
}

function ticketLines(): string[] {
  const on = day('2026-10-05');
  const goods = [null, 'Nông sản', 'Thực phẩm tươi'] as const;
  const carriers = [null, 'truck', 'cart', 'shoulder-pole'] as const;
  return TICKET_UNITS.flatMap((unit) =>
    goods.flatMap((goodsGroup) =>
      carriers.flatMap((carrier) =>
        [true, false].flatMap((isRoofed) => {
          const asked = { feeType: 'space', unit, areaM2: 2.5, isRoofed, goodsGroup, carrier, on };
          const charge = priceOfTicket(PRICES, asked);
          const place = isRoofed ? 'mái che' : 'ngoài trời';
          const what = [goodsGroup ?? 'hàng khác', carrier ?? 'đi bộ', place].join('; ');
          return charge ? [lineOf(what, charge)] : [];
        }),
      ),
    ),
  );
}

function readingLines(): string[] {
  const usages = [
    ['electricity', 120, '2026-09-26', '2026-10-25'],
    ['electricity', 7.5, '2026-10-09', '2026-10-12'],
    ['water', 8, '2026-09-26', '2026-10-25'],
    ['water', 23.25, '2026-09-26', '2026-10-25'],
  ] as const;
  return usages.flatMap(([feeType, quantity, from, to]) =>
    chargeOfReading(PRICES, aPlace({}), {
      feeType,
      quantity,
      from: day(from),
      to: day(to),
    }).map((charge) => lineOf(`${feeType}; ${quantity}`, charge)),
  );
}

const grid = () => `${[...leaseLines(), ...ticketLines(), ...readingLines()].join('\n')}\n`;

describe('the golden grid of prices', () => {
  it('is what was reviewed', () => {
    // After a review of what changed: REVIEWED=yes npx jest golden-prices
    if (process.env['REVIEWED'] === 'yes') writeFileSync(GOLDEN, grid());
    expect(grid()).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  it('has every unit and every price of the decision in it', () => {
    const charged = new Set(
      [...leaseLines(), ...ticketLines(), ...readingLines()].map((line) =>
        line.slice(54, 65).trim(),
      ),
    );
    expect([...charged].sort()).toEqual([...TARIFF_UNITS].sort());
    expect([...LEASE_UNITS, ...TICKET_UNITS, ...METER_UNITS]).toEqual([...TARIFF_UNITS]);
    const said = grid();
    const missing = PRICES.filter(({ price }) => !said.includes(`${formatVnd(price)}  `));
    expect(missing.map(({ price }) => price)).toEqual([]);
  });

  it('of a quarter is the sum of its months', () => {
    const of = (from: string, to: string) =>
      sumVnd(
        chargesOf(PRICES, aPlace({}), lasting, { from: day(from), to: day(to) }).map(
          ({ amount }) => amount,
        ),
      );
    expect(of('2026-10-01', '2026-12-31')).toBe(
      of('2026-10-01', '2026-10-31') +
        of('2026-11-01', '2026-11-30') +
        of('2026-12-01', '2026-12-31'),
    );
  });
});
