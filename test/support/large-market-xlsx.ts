import { addMonths, firstDayOf, type Month } from '@cho40/kernel';
import { writeXlsx } from '@cho40/platform';

export const LARGE_MARKET = 'TQ-TAMCO';
const ZONES = [
  { code: 'B', name: 'Nhà B: vải, quần áo', goods: 'Vải, quần áo', stalls: 500 },
  { code: 'C', name: 'Nhà C: tạp hóa', goods: 'Tạp hóa', stalls: 500 },
  { code: 'D', name: 'Nhà D: rau củ, thực phẩm', goods: 'Rau củ', stalls: 500 },
] as const;
// Every twelfth stall is vacant, every fiftieth lease owes from the books before.
const VACANT_EVERY = 12;
const OWES_EVERY = 50;
const OLD_DEBT = 150_000;

interface PlannedStall {
  readonly code: string;
  readonly zone: (typeof ZONES)[number];
  readonly at: number;
}

const STALLS: readonly PlannedStall[] = ZONES.flatMap((zone) =>
  Array.from({ length: zone.stalls }, (_, at) => ({
    code: `${zone.code}-${String(at + 1).padStart(3, '0')}`,
    zone,
    at,
  })),
);
const LEASED = STALLS.filter(({ at }) => (at + 1) % VACANT_EVERY !== 0);
const OWING = LEASED.filter((_, at) => at % OWES_EVERY === 0);

/** What the board knows of its old books before it moves in. */
export const LARGE_MARKET_FIGURES = {
  stalls: STALLS.length,
  leases: LEASED.length,
  debts: OWING.length,
  debt: OWING.length * OLD_DEBT,
} as const;

const stallRow = ({ code, zone, at }: PlannedStall) => [
  LARGE_MARKET,
  code,
  zone.code,
  zone.name,
  4 + (at % 3),
  zone.goods,
];
const vendorCode = (at: number) => `TT-${String(at + 1).padStart(4, '0')}`;
const leaseNumber = (code: string) => `${code}/HĐ-2025`;

const sheet = (name: string, titles: readonly string[], rows: (string | number)[][]) => ({
  name,
  columns: titles.map((title) => ({ title })),
  rows,
});

const STALLS_A_ROW = 50;

/** The market as it stands, drawn in a spreadsheet: fifty stalls a row, an aisle between houses. */
export function largeMarketGrid(): string {
  const rows = Array.from({ length: STALLS.length / STALLS_A_ROW }, (_, row) =>
    STALLS.slice(row * STALLS_A_ROW, (row + 1) * STALLS_A_ROW),
  );
  return rows.map((row) => row.map(({ code }) => code).join(';')).join('\r\n');
}

/** The board's spreadsheets in the move-in's workbook; debts of the month before `month`. */
export function largeMarketXlsx(month: Month): Promise<Buffer> {
  const owed = addMonths(month, -1).split('-').reverse().join('/');
  const from = firstDayOf(addMonths(month, -12));
  return writeXlsx([
    sheet('Chợ', ['Mã chợ', 'Tên chợ', 'Hạng chợ', 'Kết cấu', 'Họp chợ', 'Hoạt động từ ngày'], []),
    sheet(
      'Điểm kinh doanh',
      ['Mã chợ', 'Mã điểm kinh doanh', 'Mã khu', 'Tên khu', 'Diện tích (m²)', 'Ngành hàng'],
      STALLS.map(stallRow),
    ),
    sheet(
      'Tiểu thương',
      ['Mã tiểu thương', 'Họ và tên'],
      LEASED.map(({ code }, at) => [vendorCode(at), `Người thuê ${code}`]),
    ),
    sheet(
      'Hợp đồng',
      ['Số hợp đồng', 'Mã chợ', 'Mã điểm kinh doanh', 'Mã tiểu thương', 'Từ ngày'],
      LEASED.map(({ code }, at) => [leaseNumber(code), LARGE_MARKET, code, vendorCode(at), from]),
    ),
    sheet(
      'Nợ đầu kỳ',
      ['Số hợp đồng', 'Khoản nợ', 'Nợ của tháng', 'Số tiền còn nợ'],
      OWING.map(({ code }) => [
        leaseNumber(code),
        'Tiền sử dụng diện tích bán hàng',
        owed,
        OLD_DEBT,
      ]),
    ),
  ]);
}
