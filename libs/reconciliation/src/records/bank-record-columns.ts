import type { ListColumns } from '@cho40/platform';
import type { BankRecordDto } from './bank-record.dto';

const STATES: Readonly<Record<BankRecordDto['state'], string>> = {
  unconfirmed: 'Chờ xác nhận',
  waiting: 'Chờ đối chiếu',
  unmatched: 'Chưa khớp',
  matched: 'Đã khớp',
  outgoing: 'Tiền ra',
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
  credited: [
    { title: 'Chợ', of: (credited) => credited?.marketName },
    { title: 'Điểm kinh doanh', of: (credited) => credited?.stallCode },
    { title: 'Tiểu thương', of: (credited) => credited?.vendorName },
  ],
};

const inWay = (way: 'in' | 'out', amount: number, { direction }: BankRecordDto) =>
  direction === way ? amount : null;
