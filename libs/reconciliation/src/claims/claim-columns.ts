import type { ListColumns } from '@cho40/platform';
import type { ClaimDto } from './claim.dto';

const STATES: Readonly<Record<ClaimDto['state'], string>> = {
  open: 'Chờ trả lời',
  found: 'Đã tìm thấy',
  refused: 'Không tìm thấy',
};
const CHANNELS: Readonly<Record<ClaimDto['channel'], string>> = {
  desk: 'Tại quầy',
  phone: 'Điện thoại',
  app: 'Trang của tiểu thương',
  shift: 'Khi khóa ca thu',
};

/** A claim as people read it in a file. */
export const claimColumns: ListColumns<ClaimDto> = {
  madeAt: 'Báo lúc',
  marketName: 'Chợ',
  stallCode: 'Điểm kinh doanh',
  vendorName: 'Tiểu thương',
  ticketNumber: 'Phiếu',
  toldBy: 'Người báo',
  channel: { title: 'Cách báo', of: (channel) => CHANNELS[channel] },
  amount: { title: 'Số tiền', kind: 'money' },
  paidAt: 'Nộp khoảng lúc',
  dueOn: { title: 'Hạn trả lời', kind: 'day' },
  state: { title: 'Kết quả', of: (state) => STATES[state] },
  answer: { title: 'Trả lời', width: 50 },
  decidedByName: 'Người trả lời',
  decidedAt: 'Trả lời lúc',
};
