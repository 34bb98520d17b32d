import type { Oddity } from '../domain/rehearsal';

/** As an exported list says them; the office has its own words in both languages. */
export const ODDITY_WORDS: Readonly<Record<Oddity, string>> = {
  noPrice: 'Chưa có giá',
  zero: 'Được miễn hết',
  meterOdd: 'Chỉ số bất thường',
  left: 'Đã rời chợ',
  new: 'Mới',
  suspended: 'Tạm ngừng',
  priceChanged: 'Đổi giá',
  reliefBegins: 'Bắt đầu miễn, giảm',
  reliefEnds: 'Hết miễn, giảm',
  changed: 'Đổi số tiền',
};
