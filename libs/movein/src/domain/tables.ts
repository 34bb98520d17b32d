import type { Columns, RowOf } from './columns';

// The patterns and bounds are those of the api's own forms.
const MARKET_CODE = {
  title: 'Mã chợ',
  kind: 'code',
  pattern: /^[A-Z0-9-]{2,20}$/,
  hint: 'Chữ hoa không dấu, số, gạch nối.',
  example: 'MEOVAC',
  width: 14,
} as const;
const STALL_CODE = {
  title: 'Mã điểm kinh doanh',
  kind: 'code',
  pattern: /^[A-Z0-9.-]{1,16}$/,
  hint: 'Không trùng trong một chợ.',
  example: 'A-012',
  width: 20,
} as const;
const LEASE_NUMBER = {
  title: 'Số hợp đồng',
  kind: 'code',
  pattern: /^[A-Z0-9Đ/.-]{3,40}$/,
  hint: 'Không trùng trong một ban quản lý.',
  example: '12/HĐ-2024',
  width: 20,
} as const;
const YES_NO = { Có: true, Không: false } as const;

const MARKET = {
  code: MARKET_CODE,
  name: { title: 'Tên chợ', kind: 'text', most: 200, hint: 'Tên đầy đủ.', example: 'Chợ Mèo Vạc' },
  declaredClass: {
    title: 'Hạng chợ',
    kind: 'choice',
    choices: { '1': 1, '2': 2, '3': 3 },
    hint: 'Hạng đã công bố: 1, 2 hoặc 3.',
    example: 2,
    width: 12,
  },
  construction: {
    title: 'Kết cấu',
    kind: 'choice',
    choices: { 'Kiên cố': 'solid', 'Bán kiên cố': 'semi-solid', Tạm: 'temporary' },
    hint: 'Kiên cố, bán kiên cố hoặc tạm.',
    example: 'Kiên cố',
    width: 14,
  },
  meets: {
    title: 'Họp chợ',
    kind: 'choice',
    choices: { 'Hằng ngày': 'daily', 'Theo phiên': 'market-days' },
    hint: 'Lịch phiên được đặt sau, trên màn hình.',
    example: 'Hằng ngày',
    width: 14,
  },
  openedOn: {
    title: 'Hoạt động từ ngày',
    kind: 'day',
    hint: 'Ngày đầu tiên có trong sổ.',
    example: '2020-01-01',
  },
  dueDay: {
    title: 'Hạn nộp (ngày trong tháng)',
    kind: 'number',
    least: 1,
    most: 28,
    decimals: 0,
    optional: true,
    hint: 'Để trống: ngày 10.',
    example: 10,
  },
  graceDays: {
    title: 'Số ngày gia hạn',
    kind: 'number',
    least: 0,
    most: 60,
    decimals: 0,
    optional: true,
    hint: 'Để trống: 10 ngày.',
    example: 10,
  },
} as const satisfies Columns;

const STALL = {
  marketCode: MARKET_CODE,
  code: STALL_CODE,
  zoneCode: {
    title: 'Mã khu',
    kind: 'code',
    pattern: /^[^\s/]{1,20}(\/[^\s/]{1,20}){0,5}$/,
    hint: 'Khu nằm trong khu khác viết theo đường dẫn: A/A1.',
    example: 'A',
    width: 12,
  },
  zoneName: {
    title: 'Tên khu',
    kind: 'text',
    most: 100,
    optional: true,
    hint: 'Để trống: lấy theo mã khu.',
    example: 'Khu rau củ',
  },
  areaM2: {
    title: 'Diện tích (m²)',
    kind: 'number',
    least: 0.01,
    most: 10_000,
    decimals: 2,
    hint: 'Điểm kinh doanh có ít nhất 3 m² (Nghị định 60/2024/NĐ-CP).',
    example: 4.5,
  },
  smallAreaReason: {
    title: 'Lý do dưới 3 m²',
    kind: 'text',
    most: 200,
    optional: true,
    hint: 'Chỉ điền cho điểm dưới 3 m² đã có từ trước.',
  },
  openSides: {
    title: 'Số mặt thoáng',
    kind: 'number',
    least: 1,
    most: 3,
    decimals: 0,
    optional: true,
    hint: 'Từ 1 đến 3. Để trống: 1.',
    example: 2,
  },
  isCorner: {
    title: 'Vị trí góc',
    kind: 'choice',
    choices: YES_NO,
    optional: true,
    hint: 'Có hoặc không. Để trống: không.',
    example: 'Không',
    width: 12,
  },
  rowGrade: {
    title: 'Bậc hàng',
    kind: 'number',
    least: 1,
    most: 8,
    decimals: 0,
    optional: true,
    hint: 'Từ 1 đến 8, theo quyết định giá.',
  },
  isRoofed: {
    title: 'Có mái',
    kind: 'choice',
    choices: YES_NO,
    optional: true,
    hint: 'Có hoặc không. Để trống: có.',
    example: 'Có',
    width: 12,
  },
  goodsGroup: {
    title: 'Ngành hàng',
    kind: 'text',
    most: 100,
    hint: 'Ví dụ: rau củ, thịt, vải.',
    example: 'Rau củ',
  },
  state: {
    title: 'Tình trạng',
    kind: 'choice',
    choices: {
      'Đang kinh doanh': 'trading',
      Trống: 'vacant',
      'Tạm nghỉ': 'suspended',
      'Đang sửa chữa': 'under-repair',
      'Đã khóa': 'locked',
      'Đang tranh chấp': 'disputed',
    },
    optional: true,
    hint: 'Để trống: đang kinh doanh.',
    example: 'Đang kinh doanh',
    width: 18,
  },
} as const satisfies Columns;

const VENDOR_CODE = {
  title: 'Mã tiểu thương',
  kind: 'code',
  pattern: /^[A-Z0-9Đ/.-]{1,30}$/,
  optional: true,
  hint: 'Mã trong sổ cũ. Không có mã thì phải có điện thoại.',
  example: 'TT-001',
  width: 16,
} as const;
const VENDOR_NAME = {
  title: 'Họ và tên',
  kind: 'text',
  most: 200,
  hint: 'Tên người, hộ kinh doanh hoặc doanh nghiệp.',
  example: 'Sùng Thị Máy',
  width: 28,
} as const;
const PHONE = {
  title: 'Điện thoại',
  kind: 'phone',
  optional: true,
  hint: 'Mười số, ví dụ 0912345678. Được lưu có mã hóa.',
  example: '0912345678',
  width: 16,
} as const;

const VENDOR = {
  code: VENDOR_CODE,
  name: VENDOR_NAME,
  phone: PHONE,
  kind: {
    title: 'Loại',
    kind: 'choice',
    choices: { 'Cá nhân': 'person', 'Hộ kinh doanh': 'household', 'Doanh nghiệp': 'company' },
    optional: true,
    hint: 'Để trống: cá nhân.',
    example: 'Cá nhân',
    width: 16,
  },
  address: {
    title: 'Địa chỉ',
    kind: 'text',
    most: 300,
    optional: true,
    hint: 'Ghi trên hợp đồng. Được lưu có mã hóa.',
    example: 'Tổ 2, xã Mèo Vạc',
    width: 32,
  },
} as const satisfies Columns;

const LEASE = {
  number: LEASE_NUMBER,
  marketCode: MARKET_CODE,
  stallCode: STALL_CODE,
  vendorCode: { ...VENDOR_CODE, hint: 'Mã như ở trang Tiểu thương.' },
  vendorName: {
    ...VENDOR_NAME,
    optional: true,
    hint: 'Cần điền cùng điện thoại khi tiểu thương không có mã.',
  },
  vendorPhone: { ...PHONE, hint: 'Như ở trang Tiểu thương.' },
  validFrom: { title: 'Từ ngày', kind: 'day', hint: 'Ngày/tháng/năm.', example: '2024-01-01' },
  validTo: {
    title: 'Đến ngày',
    kind: 'day',
    optional: true,
    hint: 'Để trống: không xác định thời hạn.',
    example: '2028-12-31',
  },
  billingCycle: {
    title: 'Kỳ nộp',
    kind: 'choice',
    choices: { Tháng: 'month', Quý: 'quarter', Năm: 'year' },
    optional: true,
    hint: 'Để trống: tháng.',
    example: 'Tháng',
    width: 12,
  },
  depositAgreed: {
    title: 'Tiền ký quỹ theo hợp đồng',
    kind: 'money',
    optional: true,
    hint: 'Số đồng tròn.',
    example: 2_000_000,
  },
} as const satisfies Columns;

const DEBT = {
  leaseNumber: { ...LEASE_NUMBER, hint: 'Như ở trang Hợp đồng.' },
  fee: {
    title: 'Khoản nợ',
    kind: 'text',
    most: 100,
    hint: 'Tên khoản thu, chọn trong danh sách.',
    example: 'Tiền sử dụng diện tích bán hàng',
    width: 34,
  },
  month: {
    title: 'Nợ của tháng',
    kind: 'month',
    hint: 'Tháng/năm, ví dụ 09/2026.',
    example: '09/2026',
  },
  amount: {
    title: 'Số tiền còn nợ',
    kind: 'money',
    hint: 'Số đồng tròn, lớn hơn 0.',
    example: 450_000,
  },
} as const satisfies Columns;

/** The workbook's tables: a sheet each, in the order in which their rows are entered. */
export const TABLES = {
  markets: { sheet: 'Chợ', columns: MARKET },
  stalls: { sheet: 'Điểm kinh doanh', columns: STALL },
  vendors: { sheet: 'Tiểu thương', columns: VENDOR },
  leases: { sheet: 'Hợp đồng', columns: LEASE },
  debts: { sheet: 'Nợ đầu kỳ', columns: DEBT },
} as const satisfies Readonly<Record<string, { sheet: string; columns: Columns }>>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = ['markets', 'stalls', 'vendors', 'leases', 'debts'] as const;
export type MarketRow = RowOf<typeof MARKET>;
export type StallRow = RowOf<typeof STALL>;
export type VendorRow = RowOf<typeof VENDOR>;
export type LeaseRow = RowOf<typeof LEASE>;
export type DebtRow = RowOf<typeof DEBT>;

export interface TableRows {
  readonly markets: MarketRow[];
  readonly stalls: StallRow[];
  readonly vendors: VendorRow[];
  readonly leases: LeaseRow[];
  readonly debts: DebtRow[];
}
