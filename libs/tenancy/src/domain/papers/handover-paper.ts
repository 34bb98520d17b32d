import type { BusinessDate, Paper } from '@cho40/kernel';
import { position } from './contract-appendices';
import type { LeasePaperFacts } from './lease-paper-facts';
import {
  BLANK,
  dayInWords,
  heading,
  nationalHeading,
  numbered,
  paragraph,
  partiesBriefly,
  placeOf,
  signatures,
} from './paper-parts';

/**
 * Biên bản bàn giao điểm kinh doanh: A hands the stall to B when the lease begins; once it is over,
 * B gives it back. What the stall is like on that day is written by hand beside it.
 */
export function handoverPaper(lease: LeasePaperFacts, on: BusinessDate): Paper {
  const isBack = lease.validTo !== null && on >= lease.validTo;
  const [giver, taker] = isBack ? ['B', 'A'] : ['A', 'B'];
  return {
    title: 'Biên bản bàn giao điểm kinh doanh',
    number: lease.number,
    size: 'A4',
    blocks: [
      nationalHeading(lease, on, `${lease.number}/BBBG`),
      {
        kind: 'title',
        text: 'BIÊN BẢN BÀN GIAO ĐIỂM KINH DOANH',
        subtitle: `Theo Hợp đồng số ${lease.number}`,
      },
      paragraph(`Hôm nay, ${dayInWords(on)}, tại ${placeOf(lease)}, hai bên gồm:`),
      ...partiesBriefly(lease, isBack ? BACK : FORTH),
      paragraph(`Bên ${giver} bàn giao cho Bên ${taker} điểm kinh doanh sau đây:`),
      heading('1. Điểm kinh doanh'),
      position(lease),
      heading('2. Hiện trạng khi bàn giao'),
      {
        kind: 'table',
        columns: [
          { title: 'Hạng mục', width: 34 },
          { title: 'Hiện trạng', width: 42 },
          { title: 'Ghi chú', width: 24 },
        ],
        rows: ITEMS.map((item) => [item, '', '']),
      },
      heading('3. Cam kết'),
      ...numbered(isBack ? GIVEN_BACK : HANDED_OVER),
      paragraph(`Ý kiến khác: ${BLANK}${BLANK}`),
      paragraph('Biên bản lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.'),
      signatures(lease),
    ],
  };
}

const FORTH = { a: 'bên giao', b: 'bên nhận' };
const BACK = { a: 'bên nhận', b: 'bên giao' };

const ITEMS = [
  'Nền, vách, mái che',
  'Cửa, khóa',
  'Quầy, kệ, thiết bị',
  'Điện: số công tơ, chỉ số',
  'Nước: số đồng hồ, chỉ số',
  'Thiết bị phòng cháy, chữa cháy',
];

const HANDED_OVER = [
  'Kể từ thời điểm ký biên bản, Bên B quản lý và sử dụng điểm kinh doanh theo hợp đồng.',
  'Tiền điện, tiền nước của Bên B tính từ các chỉ số ghi trên đây.',
];

const GIVEN_BACK = [
  'Bên B đã đưa hết hàng hóa, tài sản của mình ra khỏi điểm kinh doanh.',
  'Tiền điện, tiền nước của Bên B tính đến các chỉ số ghi trên đây.',
];
