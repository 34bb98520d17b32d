import type { LeaseState } from './lease-state';
import type { Award, BillingCycle } from './lease-terms';

// What papers and files say; screens have their own words in two languages.

export const VENDOR_KIND_WORDS = {
  person: 'Cá nhân',
  household: 'Hộ kinh doanh',
  company: 'Doanh nghiệp',
} as const;

export const CERTIFICATE_KIND_WORDS = {
  'food-safety': 'An toàn thực phẩm',
  'business-registration': 'Đăng ký kinh doanh',
  'fire-training': 'Huấn luyện phòng cháy, chữa cháy',
  health: 'Khám sức khỏe',
  other: 'Khác',
} as const;

export const CERTIFICATE_STATE_WORDS = {
  valid: 'Còn hạn',
  soon: 'Sắp hết hạn',
  expired: 'Hết hạn',
  replaced: 'Đã có bản mới',
  withdrawn: 'Đã thu hồi',
} as const;

export const LEASE_STATE_WORDS: Readonly<Record<LeaseState, string>> = {
  coming: 'Chưa đến ngày',
  running: 'Đang hiệu lực',
  suspended: 'Đang tạm ngừng',
  expired: 'Hết hạn',
  renewed: 'Đã gia hạn',
  transferred: 'Đã chuyển nhượng',
  terminated: 'Đã chấm dứt',
};

export const AWARD_WORDS: Readonly<Record<Award, string>> = {
  auction: 'Đấu giá',
  tender: 'Đấu thầu',
  decision: 'Quyết định bố trí',
  direct: 'Ký trực tiếp',
};

export const BILLING_CYCLE_WORDS: Readonly<Record<BillingCycle, string>> = {
  month: 'Hằng tháng',
  quarter: 'Hằng quý',
  year: 'Hằng năm',
  'lump-sum': 'Một lần cho cả thời hạn',
};

export const TRANSFER_STATE_WORDS = {
  waiting: 'Chờ duyệt',
  done: 'Đã chuyển',
  refused: 'Không duyệt',
} as const;
