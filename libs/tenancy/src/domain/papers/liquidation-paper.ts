import {
  formatVnd,
  vnd,
  vndInWords,
  type BusinessDate,
  type Paper,
  type PaperBlock,
  type Vnd,
} from '@cho40/kernel';
import type { LeasePaperFacts, LeaseStanding } from './lease-paper-facts';
import {
  BLANK,
  dayInWords,
  heading,
  italic,
  nationalHeading,
  numbered,
  paragraph,
  partiesBriefly,
  placeOf,
  signatures,
} from './paper-parts';

/**
 * Biên bản thanh lý hợp đồng: when and why the lease ended, what is owed, what deposit is held, and
 * who pays whom the difference. `standing` is null where nobody told it: it is written by hand.
 */
export function liquidationPaper(
  lease: LeasePaperFacts,
  standing: LeaseStanding | null,
  on: BusinessDate,
): Paper {
  return {
    title: 'Biên bản thanh lý hợp đồng',
    number: lease.number,
    size: 'A4',
    blocks: [
      nationalHeading(lease, on, `${lease.number}/BBTL`),
      {
        kind: 'title',
        text: 'BIÊN BẢN THANH LÝ HỢP ĐỒNG',
        subtitle: 'Dịch vụ sử dụng diện tích bán hàng tại chợ',
      },
      italic('- Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24 tháng 11 năm 2015;'),
      italic(`- Căn cứ Hợp đồng số ${lease.number}${signedOn(lease)};`),
      ...(lease.endedBy ? [italic(`- Căn cứ văn bản số ${lease.endedBy};`)] : []),
      paragraph(`Hôm nay, ${dayInWords(on)}, tại ${placeOf(lease)}, hai bên gồm:`),
      ...partiesBriefly(lease, { a: 'bên cung cấp dịch vụ', b: 'bên sử dụng dịch vụ' }),
      paragraph('cùng thống nhất thanh lý hợp đồng nói trên như sau:'),
      heading('Điều 1. Chấm dứt hợp đồng'),
      ...numbered(endOf(lease)),
      heading('Điều 2. Tiền chợ và ký quỹ'),
      ...moneyOf(standing),
      heading('Điều 3. Điểm kinh doanh'),
      paragraph(`Bên B trả lại điểm kinh doanh theo biên bản bàn giao. Hư hỏng (nếu có): ${BLANK}`),
      heading('Điều 4. Điều khoản thi hành'),
      paragraph(
        'Thực hiện xong Điều 2 thì hai bên không còn quyền và nghĩa vụ gì theo hợp đồng. Biên bản lập ' +
          'thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.',
      ),
      signatures(lease),
    ],
  };
}

const signedOn = ({ signedOn: day }: LeasePaperFacts) => (day ? ` ký ${dayInWords(day)}` : '');

function endOf(lease: LeasePaperFacts): string[] {
  const { stallCode, zoneName, marketName, validFrom, validTo, agreedTo, endedReason } = lease;
  const term = agreedTo ?? (lease.endedAs ? null : validTo);
  const agreed = term ? `đến ${dayInWords(term)}` : 'không xác định thời hạn';
  const why = endedReason ?? (validTo ? 'hết thời hạn hợp đồng' : BLANK);
  return [
    `Hợp đồng về điểm kinh doanh số ${stallCode}, ${zoneName}, ${marketName} có thời hạn từ ` +
      `${dayInWords(validFrom)} ${agreed}.`,
    `Hợp đồng chấm dứt từ hết ${validTo ? dayInWords(validTo) : BLANK}. Lý do: ${why}.`,
  ];
}

function moneyOf(standing: LeaseStanding | null): PaperBlock[] {
  if (!standing) return numbered([`Bên B còn nợ: ${BLANK}`, `Ký quỹ Bên A đang giữ: ${BLANK}`]);
  const { due, depositHeld } = standing;
  const { sentence, amount } = settled(standing);
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Nội dung', width: 64 },
        { title: 'Số tiền', width: 36, align: 'right' },
      ],
      rows: [
        ['Tiền chợ Bên B còn nợ đến ngày thanh lý', formatVnd(due)],
        ['Ký quỹ Bên A đang giữ', formatVnd(depositHeld)],
      ],
      total: [sentence, formatVnd(amount)],
    },
    italic(`Bằng chữ: ${vndInWords(amount)}.`),
  ];
}

/** Who pays whom what is left when the deposit has been set off against the debt. */
export function settled({ due, depositHeld }: LeaseStanding): { sentence: string; amount: Vnd } {
  if (depositHeld >= due)
    return { sentence: 'Bên A trả lại Bên B', amount: vnd(depositHeld - due) };
  return { sentence: 'Bên B còn phải nộp', amount: vnd(due - depositHeld) };
}
