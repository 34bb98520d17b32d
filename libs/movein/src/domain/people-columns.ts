import type { Columns } from './columns';
import { MARKET_CODE, STALL_CODE } from './place-columns';

const LEASE_NUMBER = {
  title: 'Số hợp đồng',
  kind: 'code',
  pattern: /^[A-Z0-9Đ/.-]{3,40}$/,
  hint: 'Không trùng trong một ban quản lý.',
  example: '12/HĐ-2024',
  width: 20,
} as const;
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

export const VENDOR = {
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

export const LEASE = {
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

export const DEBT = {
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
