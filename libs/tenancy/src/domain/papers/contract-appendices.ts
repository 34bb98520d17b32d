import { formatVnd, sumVnd, vndInWords, type PaperBlock } from '@cho40/kernel';
import type { LeasePaperFacts, LeasePrice } from './lease-paper-facts';
import { BLANK, dayInWords, formatArea, italic, paragraph, signatures } from './paper-parts';

/** Phụ lục 01 and 02, each signed as the contract is. */
export function appendixBlocks(
  lease: LeasePaperFacts,
  prices: readonly LeasePrice[],
): PaperBlock[] {
  return [
    { kind: 'page-break' },
    ...appendix(lease, '01', 'VỊ TRÍ ĐIỂM KINH DOANH', [position(lease)]),
    ...appendix(lease, '02', 'GIÁ DỊCH VỤ', priceBlocks(prices)),
  ];
}

function appendix(
  lease: LeasePaperFacts,
  number: string,
  title: string,
  blocks: readonly PaperBlock[],
): PaperBlock[] {
  return [
    {
      kind: 'title',
      text: `PHỤ LỤC ${number}: ${title}`,
      subtitle: `Kèm theo Hợp đồng số ${lease.number}`,
    },
    ...blocks,
    signatures(lease),
  ];
}

/** Where a stall lies and what it is like; the handover says it again. */
export function position(lease: LeasePaperFacts): PaperBlock {
  const { lengthM, widthM, rowGrade, openSides } = lease;
  const sized = lengthM !== null && widthM !== null;
  const size = sized
    ? [{ label: 'Kích thước', value: `${metres(lengthM)} × ${metres(widthM)}` }]
    : [];
  const grade = rowGrade === null ? [] : [{ label: 'Hạng dãy', value: `Dãy loại ${rowGrade}` }];
  return {
    kind: 'fields',
    columns: 2,
    fields: [
      { label: 'Chợ', value: lease.marketName },
      { label: 'Khu, dãy', value: lease.zoneName },
      { label: 'Điểm kinh doanh số', value: [{ text: lease.stallCode, isBold: true }] },
      { label: 'Diện tích', value: formatArea(lease.areaM2) },
      ...size,
      { label: 'Số mặt thoáng', value: `${openSides}${lease.isCorner ? ', ở góc' : ''}` },
      { label: 'Mái che', value: lease.isRoofed ? 'Có' : 'Không, ngoài trời' },
      ...grade,
      { label: 'Ngành hàng', value: lease.goodsGroups.join(', ') },
      ...(lease.priceClass ? [{ label: 'Nhóm giá', value: lease.priceClass }] : []),
    ],
  };
}

const metres = (length: number) => `${String(length).replace('.', ',')} m`;
const UNITS = { 'm2-month': 'đ/m²/tháng', 'point-month': 'đ/điểm/tháng' } as const;

function priceBlocks(prices: readonly LeasePrice[]): PaperBlock[] {
  if (prices.length === 0)
    return [
      paragraph(
        'Giá dịch vụ theo bảng giá niêm yết tại chợ, theo quyết định của cơ quan có thẩm quyền:',
      ),
      paragraph(`Quyết định số: ${BLANK}`),
      paragraph(`Đơn giá: ${BLANK}`),
    ];
  const monthly = sumVnd(prices.map(({ amount }) => amount));
  return [
    {
      kind: 'table',
      columns: [
        { title: 'STT', width: 5, align: 'center' },
        { title: 'Khoản thu', width: 30 },
        { title: 'Đơn vị tính', width: 16 },
        { title: 'Đơn giá', width: 15, align: 'right' },
        { title: 'Số lượng', width: 12, align: 'right' },
        { title: 'Một tháng (đồng)', width: 18, align: 'right' },
      ],
      rows: prices.map((price, at) => [
        String(at + 1),
        price.feeName,
        UNITS[price.unit],
        bare(price.unitPrice),
        price.unit === 'm2-month' ? formatArea(price.quantity) : String(price.quantity),
        bare(price.amount),
      ]),
      total: ['', 'Cộng một tháng', '', '', '', bare(monthly)],
    },
    italic(`Bằng chữ: ${vndInWords(monthly)}.`),
    ...decisionsOf(prices).map((text) => paragraph(text)),
    paragraph(
      'Tiền điện, tiền nước thu theo chỉ số công tơ và giá quy định tại thời điểm sử dụng.',
    ),
  ];
}

// No price without its decision (design/product.md, principle 4).
function decisionsOf(prices: readonly LeasePrice[]): string[] {
  const cited = prices.map(
    ({ decisionNumber, decisionIssuedOn, decisionIssuer }) =>
      `Giá theo Quyết định số ${decisionNumber} ${dayInWords(decisionIssuedOn)} của ` +
      `${decisionIssuer}, đã gồm thuế giá trị gia tăng.`,
  );
  return [...new Set(cited)];
}

const bare = (amount: LeasePrice['amount']) => formatVnd(amount).replace(/\s*(đ|₫|đồng)$/u, '');
