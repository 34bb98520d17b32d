import type { ListColumns } from '@cho40/platform';
import type { BankRecordDto } from './bank-record.dto';

const STATES: Readonly<Record<BankRecordDto['state'], string>> = {
  unconfirmed: 'Chờ xác nhận',
  waiting: 'Chờ đối chiếu',
  unmatched: 'Chưa khớp',
  matched: 'Đã khớp',
  outgoing: 'Tiền ra',
  classified: 'Đã phân loại',
};
const CLASSES: Readonly<Record<NonNullable<BankRecordDto['class']>, string>> = {
  loan: 'Vay',
  interest: 'Lãi tiền gửi',
  private: 'Tiền riêng chuyển nhầm',
  'cash-deposit': 'Nộp tiền mặt',
  'to-budget': 'Nộp ngân sách',
  treasury: 'Chuyển kho bạc',
  supplier: 'Trả nhà cung cấp',
  'bank-charge': 'Phí ngân hàng',
  refund: 'Hoàn trả người nộp',
  'own-account': 'Chuyển giữa các tài khoản',
  'given-back': 'Đã hoàn trả',
  'taken-back': 'Ngân hàng đã thu hồi',
  'wallet-batch': 'Ví chuyển về theo đợt',
  reversed: 'Ngân hàng thu hồi tiền đã ghi có',
  probe: 'Chuyển thử tài khoản',
};

/** A record as people read it in a file; what a reader may not see is masked there too. */
export const bankRecordColumns: ListColumns<BankRecordDto> = {
  bookedAt: 'Ngân hàng ghi sổ lúc',
  accountNumber: 'Tài khoản nhận',
  amount: [
    { title: 'Tiền vào', kind: 'money', of: (amount, row) => inWay('in', amount, row) },
    { title: 'Tiền ra', kind: 'money', of: (amount, row) => inWay('out', amount, row) },
  ],
  content: { title: 'Nội dung', width: 50 },
  reference: 'Mã tham chiếu',
  counterAccount: 'Từ tài khoản',
  counterName: 'Người chuyển',
  state: { title: 'Kết quả', of: (state) => STATES[state] },
  class: { title: 'Loại', of: (kind) => kind && CLASSES[kind] },
  credited: [
    { title: 'Chợ', of: (credited) => credited?.marketName },
    { title: 'Điểm kinh doanh', of: (credited) => credited?.stallCode },
    { title: 'Tiểu thương', of: (credited) => credited?.vendorName },
    { title: 'Phiếu phiên', of: (credited) => credited?.ticketNumber },
  ],
};

const inWay = (way: 'in' | 'out', amount: number, { direction }: BankRecordDto) =>
  direction === way ? amount : null;
