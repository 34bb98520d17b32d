import type { Sentences } from '../errors';

export const closingErrors: Sentences = {
  vi: {
    'closing.boardNotFound': 'Không tìm thấy ban quản lý này.',
    'closing.monthNotFound': 'Tháng {month} chưa có bút toán nào hoặc chưa đến.',
    'closing.slipNotFound': 'Không tìm thấy phiếu này.',
    'closing.monthClosed': 'Tháng {month} đã khóa sổ. Điều chỉnh ghi vào tháng sau.',
    'closing.blocked': 'Chưa khóa sổ được: còn việc bắt buộc trong danh sách.',
    'closing.remarksOpen':
      'Danh sách vừa có thêm một mục. Đọc lại từng mục rồi đánh dấu trước khi khóa sổ.',
    'closing.noteMissing': 'Ghi lý do vì sao vẫn khóa sổ khi còn các mục trong danh sách.',
  },
  en: {
    'closing.boardNotFound': 'This board was not found.',
    'closing.monthNotFound': 'Nothing was booked in {month} yet, or it has not come.',
    'closing.slipNotFound': 'This slip was not found.',
    'closing.monthClosed': '{month} is closed. Adjustments go into the next month.',
    'closing.blocked': 'The month cannot be closed: something on the list must be done first.',
    'closing.remarksOpen':
      'Something was added to the list. Read every item again and tick it before closing.',
    'closing.noteMissing': 'Say why the month is closed although items stand open.',
  },
};
