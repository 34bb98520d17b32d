import type { Sentences } from '../errors';

export const bankingErrors: Sentences = {
  vi: {
    'banking.accountNotFound': 'Không tìm thấy tài khoản nhận tiền này.',
    'banking.accountInUse': 'Số tài khoản này đang được một ban quản lý dùng.',
    'banking.accountNeedsAnotherPerson':
      'Người đề xuất không tự duyệt được. Nhờ người khác có quyền duyệt.',
    'banking.accountAlreadyApproved': 'Tài khoản này đã được duyệt.',
    'banking.accountNotApproved': 'Tài khoản này chưa được duyệt.',
    'banking.accountAlreadyProven': 'Tài khoản này đã được xác minh.',
    'banking.probeNotFound':
      'Khoản tiền này không vào tài khoản đó, hoặc chưa được ngân hàng xác nhận.',
    'banking.feedNotFound': 'Không tìm thấy kết nối ngân hàng này.',
    'banking.feedEnded': 'Kết nối ngân hàng này đã ngừng.',
    'banking.feedWayUnknown': 'Bên gửi này không xác thực bằng cách đã chọn.',
    'banking.feedAccountMissing': 'Chọn tài khoản nhận tiền đang dùng cho kết nối này.',
    'banking.feedSecretMissing': 'Nhập khóa do bên gửi cấp.',
    'banking.feedNotPulled': 'Bên gửi này không cho hỏi lại.',
    'banking.pullNotSet': 'Kết nối này chưa có token để hỏi lại.',
    'banking.pullNotNow': 'Đang hỏi, hoặc SePay bảo chờ. Thử lại sau ít phút.',
    'banking.deliveryNotFound': 'Không tìm thấy tin báo này.',
    'banking.statementAccountMissing':
      'Không có tài khoản nhận tiền nào khớp với sao kê này. Hãy chọn tài khoản cho tệp.',
    'banking.statementOtherAccount': 'Sao kê này là của tài khoản khác.',
    'banking.statementBeforeAccount':
      'Dòng {row} có trước ngày bắt đầu dùng tài khoản ({openedOn}). Tải sao kê từ ngày đó.',
    'banking.statementAccountNotLive':
      'Tài khoản này chưa được duyệt hoặc đã đóng trong kỳ sao kê.',
    'banking.statementUnlike':
      'Dòng {row} ({amountVnd}): sao kê nhập trước ghi ngày này khác hẳn, không biết có phải cùng giao dịch. Tải lại sao kê đúng dạng đã nhập.',
    'banking.statementXml': 'Tệp XML bị hỏng hoặc chứa phần không được nhận ({why}).',
    'banking.statementCurrency': 'Sao kê dùng loại tiền {currency}; chỉ nhận tài khoản VND.',
    'banking.statementSeveralAccounts':
      'Tệp chứa sao kê của {count} tài khoản. Tải riêng từng tài khoản.',
    'banking.layoutNotFound': 'Không tìm thấy mẫu sao kê này.',
    'banking.layoutEnded': 'Mẫu sao kê này đã ngừng dùng.',
    'banking.layoutIncomplete':
      'Chỉ rõ cột ngày và số tiền (hai cột ghi nợ, ghi có, hoặc một cột số tiền); mỗi cột một lần.',
    'banking.questionNotFound': 'Không tìm thấy câu hỏi này.',
    'banking.questionAnswered': 'Câu hỏi này đã được trả lời.',
    'banking.answerNotPossible': 'Câu trả lời này không dùng được cho câu hỏi đó.',
    'banking.statementLayoutUnknown': 'Chưa nhận ra mẫu sao kê. Hệ thống đọc được: {banks}.',
    'banking.statementCell':
      'Dòng {row}, cột {column}: không đọc được giá trị "{value}". Không có gì được ghi.',
    'banking.statementRow': 'Dòng {row} của sao kê chưa đúng ({why}). Không có gì được ghi.',
    'banking.statementPeriod': 'Dòng {row} nằm ngoài kỳ sao kê từ {from} đến {to}.',
    'banking.statementUnproven':
      'Sao kê thiếu số dư nên không chứng minh được là đủ. Tải lại bản đầy đủ.',
    'banking.statementSums':
      'Dòng {row}: số dư phải là {expected} đ nhưng tệp ghi {printed} đ. Tệp thiếu hoặc bị sửa.',
    'banking.reportLayoutUnknown':
      'Chưa nhận ra mẫu báo cáo đối soát. Chỉ cột một lần, lần sau hệ thống tự đọc.',
    'banking.reportRow': 'Dòng {row} của báo cáo chưa đúng ({why}). Không có gì được ghi.',
    'banking.reportTotal':
      'Dòng {row}: tệp ghi tổng {printed} đ nhưng các dòng cộng được {sum} đ. Tệp thiếu dòng hoặc bị sửa.',
    'banking.reportEmpty': 'Báo cáo không có giao dịch thành công nào.',
    'banking.walletNotFound': 'Không tìm thấy ví này.',
    'banking.walletEnded': 'Thỏa thuận với ví này đã kết thúc.',
    'banking.walletTaken': 'Đơn vị đã có một ví tên {name} đang dùng.',
    'banking.walletLooksLikeNothing':
      'Cho biết cách nhận ra tiền ví chuyển về: từ trong nội dung hoặc tài khoản chuyển, ít nhất {least} chữ, số.',
    'banking.batchNotFound': 'Không tìm thấy đợt đối soát này.',
    'banking.batchProven': 'Đợt này đã gắn với một khoản tiền về. Gỡ khoản đó trước.',
    'banking.batchDiffers': 'Khoản tiền về khác số tiền của đợt, nên không gắn được.',
    'banking.recordProvesAnother': 'Khoản tiền về này đã gắn với một đợt khác.',
    'banking.statementTotals':
      'Dòng {row}: tổng phải là {expected} đ nhưng tệp ghi {printed} đ. Tệp thiếu hoặc bị sửa.',
  },
  en: {
    'banking.accountNotFound': 'This receiving account was not found.',
    'banking.accountInUse': 'This account number is in use by a board.',
    'banking.accountNeedsAnotherPerson':
      'Whoever proposed it cannot approve it. Ask another person with that right.',
    'banking.accountAlreadyApproved': 'This account was approved already.',
    'banking.accountNotApproved': 'This account is not approved yet.',
    'banking.accountAlreadyProven': 'This account is proven already.',
    'banking.probeNotFound':
      'This money did not come into that account, or the bank has not confirmed it.',
    'banking.feedNotFound': 'This bank feed was not found.',
    'banking.feedEnded': 'This bank feed has ended.',
    'banking.feedWayUnknown': 'This sender does not prove itself in the chosen way.',
    'banking.feedAccountMissing': 'Choose the receiving account in use that this feed is of.',
    'banking.feedSecretMissing': 'Enter the secret that the sender made.',
    'banking.feedNotPulled': 'This sender cannot be asked.',
    'banking.pullNotSet': 'This feed has no token to ask with.',
    'banking.pullNotNow':
      'It is being asked, or SePay wants to be left alone. Try again in a few minutes.',
    'banking.deliveryNotFound': 'This message was not found.',
    'banking.statementAccountMissing':
      'No receiving account fits this statement. Choose the account of this file.',
    'banking.statementOtherAccount': 'This statement belongs to another account.',
    'banking.statementBeforeAccount':
      'Row {row} lies before the day the account was taken into use ({openedOn}). Download from that day.',
    'banking.statementAccountNotLive': 'This account is not approved, or was closed by then.',
    'banking.statementUnlike':
      'Row {row} ({amountVnd}): an earlier statement shows this day in such other words that nobody can say whether it is the same transfer. Download it in the form you imported before.',
    'banking.statementXml': 'The XML file is broken or holds what is not accepted ({why}).',
    'banking.statementCurrency': 'The statement is in {currency}; only VND accounts are taken.',
    'banking.statementSeveralAccounts':
      'The file holds statements of {count} accounts. Download each account by itself.',
    'banking.layoutNotFound': 'This statement layout was not found.',
    'banking.layoutEnded': 'This statement layout is no longer used.',
    'banking.layoutIncomplete':
      'Name the column of the day and those of the amount (debit and credit, or one); each column once.',
    'banking.questionNotFound': 'This question was not found.',
    'banking.questionAnswered': 'This question was answered already.',
    'banking.answerNotPossible': 'That answer does not fit this question.',
    'banking.statementLayoutUnknown':
      'The layout of the statement is not known. These can be read: {banks}.',
    'banking.statementCell':
      'Row {row}, column {column}: "{value}" cannot be read. Nothing was recorded.',
    'banking.statementRow':
      'Row {row} of the statement is not right ({why}). Nothing was recorded.',
    'banking.statementPeriod': "Row {row} lies outside the statement's period from {from} to {to}.",
    'banking.statementUnproven':
      'The statement lacks a balance, so it cannot be proven complete. Download the full one.',
    'banking.statementSums':
      'Row {row}: the balance should be {expected} đ but reads {printed} đ. The file is cut or edited.',
    'banking.reportLayoutUnknown':
      'The layout of this settlement report is not known. Map its columns once; it is read from then on.',
    'banking.reportRow': 'Row {row} of the report is not right ({why}). Nothing was recorded.',
    'banking.reportTotal':
      'Row {row}: the file says {printed} đ in all, its lines add up to {sum} đ. It is cut or edited.',
    'banking.reportEmpty': 'The report has no transaction that succeeded.',
    'banking.walletNotFound': 'This wallet was not found.',
    'banking.walletEnded': 'The agreement with this wallet has ended.',
    'banking.walletTaken': 'The board has a wallet named {name} already.',
    'banking.walletLooksLikeNothing':
      'Say how the wallet’s transfers are known: words of the text or its account, {least} signs or more.',
    'banking.batchNotFound': 'This batch was not found.',
    'banking.batchProven': 'This batch is tied to a credit already. Untie it first.',
    'banking.batchDiffers': 'The credit is another sum than the batch, so they cannot be tied.',
    'banking.recordProvesAnother': 'This credit is tied to another batch.',
    'banking.statementTotals':
      'Row {row}: the total should be {expected} đ but reads {printed} đ. The file is cut or edited.',
  },
};
