import type { Sentences } from '../errors';

export const tenancyErrors: Sentences = {
  vi: {
    'tenancy.vendorMissing': 'Không tìm thấy tiểu thương này.',
    'tenancy.stallMissing': 'Không tìm thấy điểm kinh doanh này.',
    'tenancy.leaseMissing': 'Không tìm thấy hợp đồng này.',
    'tenancy.phoneInvalid': 'Số điện thoại chưa đúng. Nhập số Việt Nam gồm 10 chữ số.',
    'tenancy.leaseOverlaps':
      'Điểm {stallCode} đã có hợp đồng {number} từ {from} đến {to}. Kết thúc hợp đồng đó trước.',
    'tenancy.leaseNumberTaken': 'Số hợp đồng {number} đã được dùng. Hãy chọn số khác.',
    'tenancy.leaseDaysReversed': 'Ngày kết thúc {to} đứng trước ngày bắt đầu {from}.',
    'tenancy.leaseEndedAlready': 'Hợp đồng {number} đã kết thúc ngày {to}.',
  },
  en: {
    'tenancy.vendorMissing': 'This vendor was not found.',
    'tenancy.stallMissing': 'This stall was not found.',
    'tenancy.leaseMissing': 'This lease was not found.',
    'tenancy.phoneInvalid':
      'The phone number is not right. Enter a Vietnamese number of 10 digits.',
    'tenancy.leaseOverlaps':
      'Stall {stallCode} already has lease {number} from {from} to {to}. End that lease first.',
    'tenancy.leaseNumberTaken': 'The lease number {number} is taken. Choose another.',
    'tenancy.leaseDaysReversed': 'The last day {to} is before the first day {from}.',
    'tenancy.leaseEndedAlready': 'Lease {number} already ended on {to}.',
  },
};
