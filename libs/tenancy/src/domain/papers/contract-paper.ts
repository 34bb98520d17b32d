import {
  formatVnd,
  vndInWords,
  type BusinessDate,
  type Paper,
  type PaperBlock,
} from '@cho40/kernel';
import { AWARD_WORDS } from '../words';
import { appendixBlocks } from './contract-appendices';
import type { LeasePaperFacts, LeasePrice } from './lease-paper-facts';
import {
  dayInWords,
  formatArea,
  heading,
  italic,
  nationalHeading,
  numbered,
  paragraph,
  partyA,
  partyB,
  placeOf,
  signatures,
} from './paper-parts';

/**
 * Hợp đồng dịch vụ sử dụng diện tích bán hàng tại chợ with its two appendices: where the stall lies,
 * and what is charged for it by which decision. `on` stands where no day of signing was entered.
 */
export function contractPaper(
  lease: LeasePaperFacts,
  prices: readonly LeasePrice[],
  on: BusinessDate,
): Paper {
  const signedOn = lease.signedOn ?? on;
  return {
    title: 'Hợp đồng dịch vụ sử dụng diện tích bán hàng tại chợ',
    number: lease.number,
    size: 'A4',
    blocks: [
      nationalHeading(lease, signedOn, lease.number),
      {
        kind: 'title',
        text: 'HỢP ĐỒNG DỊCH VỤ SỬ DỤNG DIỆN TÍCH BÁN HÀNG TẠI CHỢ',
        subtitle: `Điểm kinh doanh ${lease.stallCode}, ${lease.marketName}`,
      },
      ...groundsOf(lease).map((text) => italic(text)),
      paragraph(
        `Hôm nay, ${dayInWords(signedOn)}, tại ${placeOf(lease)}, hai bên thỏa thuận như sau:`,
      ),
      ...partyA(lease, 'bên cung cấp dịch vụ'),
      ...partyB(lease, 'bên sử dụng dịch vụ'),
      ...articlesOf(lease),
      signatures(lease),
      ...appendixBlocks(lease, prices),
    ],
  };
}

// What such contracts rest on: the Civil Code, the Commercial Law, and the decree on markets.
function groundsOf({ award, awardNumber, awardOn, marketName }: LeasePaperFacts): string[] {
  const given = award && awardNumber ? [awardGround(award, awardNumber, awardOn)] : [];
  return [
    '- Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24 tháng 11 năm 2015;',
    '- Căn cứ Luật Thương mại số 36/2005/QH11 ngày 14 tháng 6 năm 2005;',
    '- Căn cứ Nghị định số 60/2024/NĐ-CP ngày 05 tháng 6 năm 2024 của Chính phủ về phát triển và ' +
      'quản lý chợ;',
    `- Căn cứ Nội quy ${marketName};`,
    ...given,
    '- Theo nhu cầu và khả năng của hai bên,',
  ];
}

function awardGround(
  award: NonNullable<LeasePaperFacts['award']>,
  number: string,
  on: BusinessDate | null,
): string {
  const day = on ? ` ${dayInWords(on)}` : '';
  return `- Căn cứ văn bản số ${number}${day} (${AWARD_WORDS[award].toLowerCase()});`;
}

function articlesOf(lease: LeasePaperFacts): PaperBlock[] {
  return [
    heading('Điều 1. Nội dung dịch vụ'),
    ...numbered(serviceOf(lease)),
    heading('Điều 2. Thời hạn'),
    paragraph(termOf(lease)),
    heading('Điều 3. Giá dịch vụ và thanh toán'),
    ...numbered(paymentOf(lease)),
    heading('Điều 4. Ký quỹ'),
    ...depositOf(lease),
    heading('Điều 5. Quyền và nghĩa vụ của Bên A'),
    ...numbered(DUTIES_OF_BOARD),
    heading('Điều 6. Quyền và nghĩa vụ của Bên B'),
    ...numbered(DUTIES_OF_VENDOR),
    heading('Điều 7. Gia hạn, tạm ngừng, chuyển nhượng'),
    ...numbered([
      'Bên B muốn gia hạn thì báo cho Bên A trước khi hết hạn ít nhất 30 ngày.',
      SUSPENDED,
      TRANSFERS[lease.transferPolicy],
    ]),
    heading('Điều 8. Chấm dứt và thanh lý hợp đồng'),
    ...numbered(ENDS),
    heading('Điều 9. Điều khoản chung'),
    ...numbered(COMMON),
  ];
}

function serviceOf(lease: LeasePaperFacts): string[] {
  const { stallCode, zoneName, marketName, areaM2, goodsGroups, operatorName } = lease;
  const works = operatorName ? [`Người trực tiếp bán hàng tại điểm: ${operatorName}.`] : [];
  return [
    `Bên A cung cấp cho Bên B dịch vụ sử dụng diện tích bán hàng tại điểm kinh doanh số ` +
      `${stallCode}, ${zoneName}, ${marketName}, diện tích ${formatArea(areaM2)}. Vị trí và đặc ` +
      'điểm của điểm kinh doanh ghi tại Phụ lục 01.',
    `Ngành hàng kinh doanh: ${goodsGroups.join(', ').toLowerCase()}.`,
    ...works,
  ];
}

function termOf({ validFrom, validTo, agreedTo }: LeasePaperFacts): string {
  const last = agreedTo ?? validTo;
  return last
    ? `Từ ${dayInWords(validFrom)} đến hết ${dayInWords(last)}.`
    : `Từ ${dayInWords(validFrom)}, không xác định thời hạn.`;
}

const CYCLES = {
  month: 'hằng tháng',
  quarter: 'hằng quý, vào tháng đầu của quý',
  year: 'hằng năm, vào tháng đầu của năm',
  'lump-sum': 'một lần cho cả thời hạn của hợp đồng',
} as const;

function paymentOf(lease: LeasePaperFacts): string[] {
  const { billingCycle, dueDay, graceDays, payerName } = lease;
  const grace = graceDays > 0 ? `; quá ${graceDays} ngày sau hạn là nợ quá hạn` : '';
  const payer = payerName ? [`Người nộp tiền theo hợp đồng này: ${payerName}.`] : [];
  return [
    'Giá dịch vụ ghi tại Phụ lục 02, theo quyết định của cơ quan có thẩm quyền và đã gồm thuế giá ' +
      'trị gia tăng. Khi quyết định giá thay đổi thì giá mới áp dụng từ ngày quyết định có hiệu lực.',
    `Tiền chợ thu ${CYCLES[billingCycle]}, theo thông báo nộp tiền của Bên A; hạn nộp là ngày ` +
      `${dueDay} của tháng${grace}.`,
    'Bên B chuyển khoản theo mã VietQR trên thông báo nộp tiền, hoặc nộp tiền mặt và nhận phiếu thu ' +
      'có đánh số.',
    ...payer,
  ];
}

function depositOf({ depositAgreed }: LeasePaperFacts): PaperBlock[] {
  if (depositAgreed === 0) return [paragraph('Bên B không phải ký quỹ.')];
  const sum = `${formatVnd(depositAgreed)} (bằng chữ: ${vndInWords(depositAgreed)})`;
  return numbered([
    `Bên B ký quỹ cho Bên A số tiền ${sum}.`,
    'Tiền ký quỹ không tính lãi, được trả lại khi thanh lý hợp đồng sau khi trừ số tiền Bên B còn nợ ' +
      'và chi phí khắc phục hư hỏng do Bên B gây ra.',
  ]);
}

const DUTIES_OF_BOARD = [
  'Bàn giao điểm kinh doanh đúng vị trí, diện tích và thời gian đã ghi, có biên bản bàn giao.',
  'Bảo đảm an ninh trật tự, vệ sinh môi trường, phòng cháy và chữa cháy, duy tu bảo dưỡng chợ theo ' +
    'quy định tại Nghị định số 60/2024/NĐ-CP.',
  'Thông báo nộp tiền đúng kỳ, cấp phiếu thu cho mọi khoản thu; không thu khoản nào ngoài Phụ lục 02 ' +
    'và các khoản theo chỉ số công tơ.',
  'Kiểm tra việc chấp hành Nội quy chợ; giữ kín thông tin cá nhân của Bên B.',
];

const DUTIES_OF_VENDOR = [
  'Sử dụng điểm kinh doanh đúng ngành hàng, đúng diện tích; không tự ý sửa chữa, cơi nới, lấn chiếm ' +
    'lối đi.',
  'Nộp đủ và đúng hạn tiền chợ cùng các khoản ghi tại Phụ lục 02.',
  'Chấp hành Nội quy chợ, quy định về an toàn thực phẩm, phòng cháy và chữa cháy, đo lường, niêm yết ' +
    'giá; có đủ giấy chứng nhận mà ngành hàng phải có.',
  'Được Bên A hỗ trợ khi có sự cố, được báo trước ít nhất 30 ngày khi chợ phải sửa chữa hoặc di dời.',
];

const SUSPENDED =
  'Những ngày điểm kinh doanh tạm ngừng được Bên A chấp thuận bằng văn bản thì không tính tiền chợ.';

const TRANSFERS = {
  forbidden: 'Bên B không được chuyển nhượng điểm kinh doanh cho người khác.',
  'by-procedure':
    'Bên B chỉ chuyển nhượng điểm kinh doanh khi Bên A chấp thuận bằng văn bản; số tiền còn nợ đến ' +
    'ngày chuyển nhượng do Bên B chịu trách nhiệm nộp.',
  free:
    'Bên B được chuyển nhượng điểm kinh doanh sau khi báo cho Bên A; số tiền còn nợ đến ngày chuyển ' +
    'nhượng do Bên B chịu trách nhiệm nộp.',
} as const;

const ENDS = [
  'Hợp đồng chấm dứt khi hết thời hạn, khi hai bên thỏa thuận, hoặc khi một bên vi phạm mà không khắc ' +
    'phục trong 15 ngày kể từ ngày được nhắc bằng văn bản.',
  'Khi chấm dứt, hai bên lập biên bản bàn giao và biên bản thanh lý; Bên B trả lại điểm kinh doanh và ' +
    'nộp đủ số tiền còn nợ.',
];

const COMMON = [
  'Tranh chấp được giải quyết trước hết bằng thương lượng; không thương lượng được thì đưa ra Tòa án ' +
    'có thẩm quyền.',
  'Hợp đồng lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản. Phụ lục 01 và Phụ lục 02 là bộ ' +
    'phận của hợp đồng.',
];
