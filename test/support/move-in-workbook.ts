import { writeXlsx } from 'hucre/xlsx';

type Cell = string | number | boolean | Date | null;
/** The template's columns by their titles: what is not named stays empty. */
type Row = Readonly<Record<string, Cell>>;

export interface MoveInRows {
  readonly markets: readonly Row[];
  readonly stalls: readonly Row[];
  readonly vendors: readonly Row[];
  readonly leases: readonly Row[];
  readonly debts: readonly Row[];
}

const SHEETS: Readonly<Record<keyof MoveInRows, readonly [name: string, titles: string[]]>> = {
  markets: [
    'Chợ',
    [
      'Mã chợ',
      'Tên chợ',
      'Hạng chợ',
      'Kết cấu',
      'Họp chợ',
      'Hoạt động từ ngày',
      'Tiền tố mã thanh toán',
    ],
  ],
  stalls: [
    'Điểm kinh doanh',
    [
      'Mã chợ',
      'Mã điểm kinh doanh',
      'Mã khu',
      'Tên khu',
      'Diện tích (m²)',
      'Ngành hàng',
      'Số mặt thoáng',
    ],
  ],
  vendors: ['Tiểu thương', ['Mã tiểu thương', 'Họ và tên', 'Điện thoại', 'Loại', 'Địa chỉ']],
  leases: [
    'Hợp đồng',
    [
      'Số hợp đồng',
      'Mã chợ',
      'Mã điểm kinh doanh',
      'Mã tiểu thương',
      'Họ và tên',
      'Điện thoại',
      'Từ ngày',
      'Đến ngày',
    ],
  ],
  debts: ['Nợ đầu kỳ', ['Số hợp đồng', 'Khoản nợ', 'Nợ của tháng', 'Số tiền còn nợ']],
};

/** A move-in workbook as a board fills it in: the columns that each has had, and those it names. */
export async function moveInXlsx(rows: Partial<MoveInRows>): Promise<Buffer> {
  const sheets = (Object.keys(SHEETS) as (keyof MoveInRows)[]).map((table) => {
    const [name, always] = SHEETS[table];
    const titles = [...new Set([...always, ...(rows[table] ?? []).flatMap(Object.keys)])];
    const cells = (rows[table] ?? []).map((row) => titles.map((title) => row[title] ?? null));
    return { name, rows: [titles, ...cells] };
  });
  return Buffer.from(await writeXlsx({ sheets }));
}

interface WantedMarket {
  /** Unique in the province; its first letters make the payment codes' prefix. */
  readonly code: string;
  readonly prefix: string;
  readonly stalls: number;
  /** Every so many-th lease owes a month of the space and of sanitation. */
  readonly owesEach?: number;
  readonly month?: string;
}

const ZONES = ['Rau củ', 'Thịt cá', 'Vải và thổ cẩm', 'Ăn uống', 'Tạp hóa'];
const FAMILY = ['Sùng', 'Vàng', 'Giàng', 'Lý', 'Hoàng', 'Nguyễn', 'Thào', 'Mua'];
const GIVEN = ['Thị Máy', 'Mí Sính', 'Thị Dợ', 'Văn Páo', 'Thị Mỷ', 'Seo Lử'];
const SPACE_DEBT = 450_000;
const SANITATION_DEBT = 30_000;

/** A whole market as its old books have it: each stall leased, some of them owing for a month. */
export function oldBooks({ code, prefix, stalls, owesEach = 10, month = '09/2026' }: WantedMarket) {
  const each = Array.from({ length: stalls }, (_, at) => at);
  const stallOf = (at: number) => `${zoneOf(at)}-${String(at + 1).padStart(4, '0')}`;
  const numbers = numbersOf(code);
  const owing = each.filter((at) => at % owesEach === 0);
  const rows: MoveInRows = {
    markets: [
      {
        'Mã chợ': code,
        'Tên chợ': `Chợ ${code}`,
        'Hạng chợ': stalls > 400 ? 1 : 2,
        'Kết cấu': 'Kiên cố',
        'Họp chợ': 'Hằng ngày',
        'Hoạt động từ ngày': '01/01/2020',
        'Tiền tố mã thanh toán': prefix,
      },
    ],
    stalls: each.map((at) => ({
      'Mã chợ': code,
      'Mã điểm kinh doanh': stallOf(at),
      'Mã khu': zoneOf(at),
      'Tên khu': `Khu ${ZONES[at % ZONES.length]}`,
      'Diện tích (m²)': 3 + (at % 7) / 2,
      'Ngành hàng': ZONES[at % ZONES.length] ?? 'Rau củ',
      'Số mặt thoáng': 1 + (at % 3),
    })),
    vendors: each.map((at) => ({
      'Mã tiểu thương': `${code}-${at + 1}`,
      'Họ và tên': `${FAMILY[at % FAMILY.length]} ${GIVEN[at % GIVEN.length]} ${at + 1}`,
      'Điện thoại': `09${String(numbers + at).padStart(8, '0')}`,
      Loại: 'Cá nhân',
      'Địa chỉ': `Tổ ${1 + (at % 9)}`,
    })),
    leases: each.map((at) => ({
      'Số hợp đồng': `${at + 1}/HĐ-${code}`,
      'Mã chợ': code,
      'Mã điểm kinh doanh': stallOf(at),
      'Mã tiểu thương': `${code}-${at + 1}`,
      'Từ ngày': '01/01/2025',
      'Đến ngày': '31/12/2028',
    })),
    debts: owing.flatMap((at) =>
      [
        { fee: 'Tiền sử dụng diện tích bán hàng', amount: SPACE_DEBT },
        { fee: 'Tiền vệ sinh', amount: SANITATION_DEBT },
      ].map(({ fee, amount }) => ({
        'Số hợp đồng': `${at + 1}/HĐ-${code}`,
        'Khoản nợ': fee,
        'Nợ của tháng': month,
        'Số tiền còn nợ': amount,
      })),
    ),
  };
  return { rows, total: owing.length * (SPACE_DEBT + SANITATION_DEBT) };
}

/** Where a market's phone numbers begin: two markets share none. */
const numbersOf = (code: string) =>
  (Array.from(code).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 4000, 7) + 1) *
  20_000;

const zoneOf = (at: number) => String.fromCharCode(65 + (at % ZONES.length));

/** Several markets' old books as one workbook's rows. */
export function together(books: readonly MoveInRows[]): MoveInRows {
  const all = (table: keyof MoveInRows) => books.flatMap((book) => book[table]);
  return {
    markets: all('markets'),
    stalls: all('stalls'),
    vendors: all('vendors'),
    leases: all('leases'),
    debts: all('debts'),
  };
}
