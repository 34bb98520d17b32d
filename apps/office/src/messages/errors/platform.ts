import type { Sentences } from '../errors';

export const platformErrors: Sentences = {
  vi: {
    'platform.rolesMissing':
      'Cơ sở dữ liệu thiếu tài khoản: {roles}. Người quản trị tạo các tài khoản này rồi khởi động lại.',
    'platform.databaseIsNewer':
      'Cơ sở dữ liệu mới hơn chương trình (bước {step}). Hãy cập nhật chương trình.',
    'platform.migrationChanged':
      'Bước nâng cấp {step} đã bị sửa sau khi chạy. Hãy dùng bản phát hành gốc.',
    'platform.migrationFailed': 'Bước nâng cấp {step} không chạy được: {why}',
    'platform.roleMayBypassRows':
      'Tài khoản cơ sở dữ liệu {role} có quyền bỏ qua phân quyền theo dòng. Hãy bỏ quyền đó.',
    'platform.databaseUnreachable':
      'Không kết nối được cơ sở dữ liệu. Kiểm tra máy chủ rồi thử lại.',
    'platform.notFound': 'Không tìm thấy mục này. Có thể đường dẫn đã cũ.',
    'platform.idempotencyKeyMissing':
      'Yêu cầu thiếu khóa chống gửi trùng. Hãy tải lại trang rồi gửi lại.',
    'platform.idempotencyKeyReused':
      'Biểu mẫu này đã được gửi với nội dung khác. Hãy mở lại biểu mẫu rồi nhập lại.',
    'platform.fieldsInvalid': 'Có ô chưa đúng. Xem các ô được đánh dấu rồi gửi lại.',
    'platform.bodyMalformed':
      'Máy chủ không đọc được nội dung vừa gửi. Hãy tải lại trang rồi gửi lại.',
    'platform.bodyTooLarge': 'Nội dung gửi quá lớn. Hãy chia nhỏ ra rồi gửi lại.',
    'platform.fileMissing': 'Chưa chọn tệp.',
    'platform.fileTooLarge': 'Tệp nặng hơn {limitMb} MB. Hãy chia tệp ra, ví dụ theo khoảng ngày.',
    'platform.fileNotXlsx':
      'Tệp này là {found}, không phải Excel (.xlsx). Ở nơi xuất tệp, hãy chọn xuất {exportInstead}.',
    'platform.fileNotCsv':
      'Tệp này là {found}, không phải CSV. Ở nơi xuất tệp, hãy chọn xuất {exportInstead}.',
    'platform.fileEncrypted': 'Tệp có mật khẩu. Lưu lại tệp không mật khẩu rồi gửi.',
    'platform.fileUnreadable':
      'Không đọc được tệp. Hãy xuất lại tệp từ nơi đã lấy (ví dụ ngân hàng), không sửa, rồi gửi lại.',
    'platform.fileTooManyRows': 'Tệp có hơn {limit} dòng. Hãy chia tệp ra, ví dụ theo khoảng ngày.',
    'platform.listTooLong':
      'Danh sách có hơn {limit} dòng nên không xuất thành một tệp được. Hãy lọc bớt rồi xuất.',
    'platform.tooManyRequests': 'Gửi quá nhiều lần trong thời gian ngắn. Chờ một phút rồi thử lại.',
    'platform.printTooLarge': 'Bản in quá lớn (nhiều nhất {limit} tờ). Hãy in từng khu.',
    'platform.busy': 'Máy chủ đang bận. Thử lại sau ít giây; chưa có gì bị ghi hai lần.',
    'platform.diskFull':
      'Ổ đĩa của máy chủ đã đầy, chưa ghi gì. Báo người quản trị dọn chỗ trống rồi làm lại.',
    'platform.broken': 'Máy chủ gặp lỗi. Thử lại; nếu vẫn lỗi, báo người quản trị thời điểm này.',
    'platform.notAllowed': 'Tài khoản của bạn không có quyền làm việc này.',
    'platform.signatureBad': 'Chữ ký của tin báo không đúng. Kiểm tra khóa đã khai ở nhà cung cấp.',
    'platform.signInFirst': 'Phiên làm việc đã hết. Hãy đăng nhập lại.',
  },
  en: {
    'platform.rolesMissing':
      'The database lacks the roles {roles}. The administrator creates them and starts again.',
    'platform.databaseIsNewer':
      'The database is newer than the program (step {step}). Update the program.',
    'platform.migrationChanged':
      'The upgrade step {step} was changed after it ran. Use the original release.',
    'platform.migrationFailed': 'The upgrade step {step} failed: {why}',
    'platform.roleMayBypassRows':
      'The database role {role} may bypass row-level security. Take that right away.',
    'platform.databaseUnreachable':
      'The database cannot be reached. Check the server and try again.',
    'platform.notFound': 'This was not found. The address may be old.',
    'platform.idempotencyKeyMissing':
      'The request lacks its key against double sending. Reload the page and send it again.',
    'platform.idempotencyKeyReused':
      'This form was already sent with other content. Open the form again.',
    'platform.fieldsInvalid': 'Some fields are not right. Check the marked fields and send again.',
    'platform.bodyMalformed':
      'The server could not read what was sent. Reload the page and send it again.',
    'platform.bodyTooLarge': 'What was sent is too large. Send it in smaller parts.',
    'platform.fileMissing': 'No file was chosen.',
    'platform.fileTooLarge': 'The file has more than {limitMb} MB. Split it, by days for example.',
    'platform.fileNotXlsx':
      'This file is {found}, not Excel (.xlsx). Where it comes from, choose export as {exportInstead}.',
    'platform.fileNotCsv':
      'This file is {found}, not CSV. Where it comes from, choose export as {exportInstead}.',
    'platform.fileEncrypted': 'The file has a password. Save it without one and send it again.',
    'platform.fileUnreadable':
      'The file cannot be read. Export it again where it comes from (the bank, say), unedited.',
    'platform.fileTooManyRows':
      'The file has more than {limit} rows. Split it, by days for example.',
    'platform.listTooLong':
      'The list has more than {limit} rows, too many for one file. Narrow it down first.',
    'platform.tooManyRequests': 'Too many requests in a short time. Wait a minute and try again.',
    'platform.printTooLarge':
      'The print is too large ({limit} papers at most). Print zone by zone.',
    'platform.busy': 'The server is busy. Try again in a few seconds; nothing was recorded twice.',
    'platform.diskFull':
      'The disk of the server is full; nothing was recorded. Have the administrator make room, then do it again.',
    'platform.broken':
      'The server met an error. Try again; if it stays, tell the administrator the time.',
    'platform.notAllowed': 'Your account may not do this.',
    'platform.signatureBad':
      'The signature of the message is wrong. Check the secret entered at the provider.',
    'platform.signInFirst': 'Your session has ended. Sign in again.',
  },
};
