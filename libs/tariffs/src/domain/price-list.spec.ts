import { businessDate, vnd } from '@cho40/kernel';
import {
  decisionsOf,
  priceListPaper,
  priceWords,
  taxWords,
  whom,
  type ListedPrice,
} from './price-list';
import { ANY_FACTORS } from './tariff';

const aPrice = (change: Partial<ListedPrice> = {}): ListedPrice => ({
  ...ANY_FACTORS,
  feeType: 'space',
  feeName: 'Tiền sử dụng diện tích bán hàng',
  description: 'Điểm kinh doanh',
  unit: 'm2-month',
  price: vnd(36_000),
  tierFrom: 0,
  taxPercent: null,
  isPassThrough: false,
  decisionNumber: '21/2025/QĐ-UBND',
  decisionIssuer: 'UBND tỉnh Tuyên Quang',
  decisionIssuedOn: businessDate('2025-11-28'),
  decisionLine: 3,
  validFrom: businessDate('2026-01-01'),
  ...change,
});

describe('a price on the public list', () => {
  it.each([
    ['m2-month', '36.000 đ/m²/tháng'],
    ['visit', '36.000 đ/lượt'],
    ['kwh', '36.000 đ/kWh'],
  ] as const)('is said by its unit: %s', (unit, said) =>
    expect(priceWords(aPrice({ unit }))).toBe(said),
  );

  it('says for whom it is, after the decision’s own words', () => {
    expect(whom(aPrice())).toBe('Điểm kinh doanh');
    expect(whom(aPrice({ isCorner: true, openSides: 2, goodsGroup: 'Rau củ' }))).toBe(
      'Điểm kinh doanh (ngành hàng Rau củ, ở góc, 2 mặt thoáng)',
    );
  });

  it('says what is taxed, and what is collected for others', () => {
    expect([
      taxWords(aPrice({ taxPercent: 10 })),
      taxWords(aPrice()),
      taxWords(aPrice({ isPassThrough: true })),
    ]).toEqual(['đã gồm thuế 10 %', 'không chịu thuế', 'thu hộ']);
  });
});

it('the paper of a list cites each decision once', () => {
  const list = {
    marketCode: 'DV',
    marketName: 'Chợ Đồng Văn',
    boardName: 'Ban quản lý chợ Đồng Văn',
    on: businessDate('2026-10-05'),
    prices: [aPrice(), aPrice({ openSides: 3 }), aPrice({ decisionNumber: '47/2024/QĐ-UBND' })],
  };
  expect(decisionsOf(list)).toHaveLength(2);
  const kinds = priceListPaper(list).blocks.map(({ kind }) => kind);
  expect(kinds).toEqual([
    'national-heading',
    'title',
    'paragraph',
    'paragraph',
    'table',
    'paragraph',
    'signatures',
  ]);
});
