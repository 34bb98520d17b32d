import type { ListColumns } from '@cho40/platform';
import type { ShareRowDto } from './share.dto';

/** Every share with its numerator and denominator, never the quotient alone. */
export const shareColumns: ListColumns<ShareRowDto> = {
  name: 'Địa bàn',
  byValue: [
    { title: 'Tiền chợ nộp qua tài khoản', kind: 'money', of: ({ numerator }) => numerator },
    { title: 'Tổng tiền chợ đã thu', kind: 'money', of: ({ denominator }) => denominator },
  ],
  unmatchedVnd: { title: 'Tiền chưa rõ người nộp', kind: 'money' },
  low: { title: 'Tỷ lệ thấp nhất', kind: 'number' },
  high: { title: 'Tỷ lệ cao nhất', kind: 'number' },
  byCount: [
    { title: 'Lượt nộp phần lớn qua tài khoản', kind: 'number', of: (share) => share.numerator },
    { title: 'Lượt nộp', kind: 'number', of: (share) => share.denominator },
  ],
  collection: [
    { title: 'Đã thu của kỳ', kind: 'money', of: ({ numerator }) => numerator },
    { title: 'Phải thu của kỳ', kind: 'money', of: ({ denominator }) => denominator },
  ],
  notHandedInVnd: { title: 'Còn ở người thu tiền cuối tháng', kind: 'money' },
  markets: [
    { title: 'Chợ có số liệu', kind: 'number', of: ({ reporting }) => reporting },
    { title: 'Tất cả chợ', kind: 'number', of: ({ all }) => all },
  ],
  final: { title: 'Đã chốt', of: (isFinal) => (isFinal ? 'Đã chốt' : 'Tạm tính') },
};
