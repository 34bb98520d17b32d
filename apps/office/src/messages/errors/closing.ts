import type { Sentences } from '../errors';

export const closingErrors: Sentences = {
  vi: {
    'closing.boardNotFound': 'Không tìm thấy ban quản lý này.',
    'closing.monthNotFound': 'Tháng {month} chưa có bút toán nào hoặc chưa đến.',
    'closing.slipNotFound': 'Không tìm thấy phiếu này.',
    'closing.monthClosed': 'Tháng {month} đã khóa sổ. Điều chỉnh ghi vào tháng sau.',
    'closing.monthNotOver': 'Tháng chưa kết thúc (ngày cuối {lastDay}).',
    'closing.earlierMonthOpen': 'Tháng {month} chưa khóa sổ. Khóa lần lượt từng tháng.',
    'closing.checksBroken':
      'Kiểm tra sổ sách đang báo sai. Xem trang “Kiểm tra sổ sách” và xử lý trước.',
    'closing.daysUnproven':
      'Tài khoản {account}: {days} ngày chưa được sao kê chứng minh, từ ngày {firstOn}.',
    'closing.marketsUnbilled': 'Chưa phát hành thông báo nộp tiền cho: {codes}.',
    'closing.moneyUnmatched':
      '{count} khoản tiền chưa rõ người nộp, cộng {amount}, lâu nhất từ ngày {oldestOn}.',
    'closing.outgoingUnclassified': 'Tiền chi chưa phân loại: {amount}.',
    'closing.cashInHand': '{name} còn giữ {amount} tiền mặt cuối tháng.',
    'closing.cashShort': '{name} còn thiếu {amount} khi đếm, chưa nộp bù.',
    'closing.cashOnTheWay': '{amount} tiền mặt đã rời quỹ mà ngân hàng chưa ghi có.',
    'closing.remarksOpen':
      'Danh sách vừa có thêm một mục. Đọc lại từng mục rồi đánh dấu trước khi khóa sổ.',
    'closing.noteMissing': 'Ghi lý do vì sao vẫn khóa sổ khi còn các mục trong danh sách.',
  },
  en: {
    'closing.boardNotFound': 'This board was not found.',
    'closing.monthNotFound': 'Nothing was booked in {month} yet, or it has not come.',
    'closing.slipNotFound': 'This slip was not found.',
    'closing.monthClosed': '{month} is closed. Adjustments go into the next month.',
    'closing.monthNotOver': 'The month is not over (its last day is {lastDay}).',
    'closing.earlierMonthOpen': '{month} is not closed yet. Months close one after the other.',
    'closing.checksBroken':
      'The checks of the books found something wrong. See “Checks of the books” and mend it first.',
    'closing.daysUnproven':
      'Account {account}: {days} days no statement proves, from {firstOn} on.',
    'closing.marketsUnbilled': 'No bills were issued for: {codes}.',
    'closing.moneyUnmatched':
      '{count} payments of nobody, {amount} together, the oldest of {oldestOn}.',
    'closing.outgoingUnclassified': 'Outgoing money not classified: {amount}.',
    'closing.cashInHand': '{name} held {amount} in cash at the end of the month.',
    'closing.cashShort': '{name} was short of {amount} when counted and has not paid it back.',
    'closing.cashOnTheWay': '{amount} in cash left the safe and the bank has not shown it.',
    'closing.remarksOpen':
      'Something was added to the list. Read every item again and tick it before closing.',
    'closing.noteMissing': 'Say why the month is closed although items stand open.',
  },
};
