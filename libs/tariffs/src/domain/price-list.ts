import { formatDate, formatVnd, type BusinessDate, type Paper, type Vnd } from '@cho40/kernel';
import type { PriceFactors, TariffUnit } from './tariff';

/** A price as the public reads it. */
export interface ListedPrice extends PriceFactors {
  readonly feeType: string;
  readonly feeName: string;
  /** As the decision's line says it. */
  readonly description: string;
  readonly unit: TariffUnit;
  readonly price: Vnd;
  readonly tierFrom: number;
  readonly taxPercent: number | null;
  readonly isPassThrough: boolean;
  readonly decisionNumber: string;
  readonly decisionIssuer: string;
  readonly decisionIssuedOn: BusinessDate;
  readonly decisionLine: number;
  readonly validFrom: BusinessDate;
}

/** What a market charges on a day, for everybody to see. */
export interface PriceList {
  readonly marketCode: string;
  readonly marketName: string;
  readonly boardName: string;
  readonly on: BusinessDate;
  readonly prices: readonly ListedPrice[];
}

/** A decision behind the prices of a list. */
export type CitedDecision = Pick<
  ListedPrice,
  'decisionNumber' | 'decisionIssuer' | 'decisionIssuedOn'
>;

const UNIT_WORDS: Readonly<Record<TariffUnit, string>> = {
  'm2-month': 'm²/tháng',
  'point-month': 'điểm/tháng',
  'm2-day': 'm²/ngày',
  visit: 'lượt',
  session: 'phiên',
  kwh: 'kWh',
  m3: 'm³',
};
const CARRIER_WORDS = { truck: 'xe tải', cart: 'xe thô sơ', 'shoulder-pole': 'gánh hàng' } as const;

/** `36.000 đ/m²/tháng`. */
export const priceWords = ({ price, unit }: Pick<ListedPrice, 'price' | 'unit'>) =>
  `${formatVnd(price)}/${UNIT_WORDS[unit]}`;

/** For whom a price is meant, in the words of the public list; '' for all. */
export function factorWords(price: PriceFactors & Pick<ListedPrice, 'tierFrom'>): string {
  const { priceClass, goodsGroup, carrier, rowGrade, isCorner, openSides, isRoofed } = price;
  return [
    priceClass !== null && `hạng giá ${priceClass}`,
    goodsGroup !== null && `ngành hàng ${goodsGroup}`,
    carrier !== null && CARRIER_WORDS[carrier],
    rowGrade !== null && `hàng quầy loại ${rowGrade}`,
    isCorner !== null && (isCorner ? 'ở góc' : 'không ở góc'),
    openSides !== null && `${openSides} mặt thoáng`,
    isRoofed !== null && (isRoofed ? 'có mái che' : 'ngoài trời'),
    price.tierFrom > 0 && `phần trên ${price.tierFrom} ${UNIT_WORDS.kwh}`,
  ]
    .filter((word) => word !== false)
    .join(', ');
}

/** What is said of tax beside a price. */
export function taxWords({
  taxPercent,
  isPassThrough,
}: Pick<ListedPrice, 'taxPercent' | 'isPassThrough'>): string {
  if (isPassThrough) return 'thu hộ';
  return taxPercent === null ? 'không chịu thuế' : `đã gồm thuế ${taxPercent} %`;
}

/** Which decisions the prices of a list stand on, each once. */
export function decisionsOf({ prices }: PriceList): CitedDecision[] {
  return [...new Map(prices.map((price) => [price.decisionNumber, price])).values()];
}

/** `Quyết định số 21/2025/QĐ-UBND ngày 28/11/2025 của UBND tỉnh Tuyên Quang`. */
export const decisionWords = (cited: CitedDecision) =>
  `Quyết định số ${cited.decisionNumber} ngày ${formatDate(cited.decisionIssuedOn)} của ${cited.decisionIssuer}`;

/** The list to be hung up at the market. */
export function priceListPaper(list: PriceList): Paper {
  const title = `Bảng giá tại ${list.marketName}`;
  return {
    title,
    size: 'A4',
    blocks: [
      {
        kind: 'national-heading',
        issuer: [list.boardName],
        place: list.marketName,
        on: list.on,
      },
      { kind: 'title', text: 'Bảng giá', subtitle: `Tại ${list.marketName}` },
      ...decisionsOf(list).map((cited) => ({
        kind: 'paragraph' as const,
        text: `Căn cứ ${decisionWords(cited)}.`,
        isIndented: true,
      })),
      {
        kind: 'table',
        columns: [
          { title: 'Khoản thu', width: 20 },
          { title: 'Áp dụng cho', width: 27 },
          { title: 'Giá', width: 23, align: 'right' },
          { title: 'Thuế', width: 15 },
          { title: 'Căn cứ', width: 26 },
        ],
        rows: list.prices.map((price) => [
          price.feeName,
          whom(price),
          priceWords(price),
          taxWords(price),
          `${price.decisionNumber}, dòng ${price.decisionLine}`,
        ]),
      },
      {
        kind: 'paragraph',
        text: `Giá áp dụng ngày ${formatDate(list.on)}, đã gồm thuế giá trị gia tăng nếu có.`,
      },
      { kind: 'signatures', columns: [{ role: 'Đơn vị quản lý chợ' }] },
    ],
  };
}

/** The line's own words, and what they leave open. */
export function whom(price: PriceFactors & Pick<ListedPrice, 'description' | 'tierFrom'>): string {
  const factors = factorWords(price);
  return factors === '' ? price.description : `${price.description} (${factors})`;
}
