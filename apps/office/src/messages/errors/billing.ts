import type { Sentences } from '../errors';

export const billingErrors: Sentences = {
  vi: {
    'billing.marketNotFound': 'Không tìm thấy chợ này.',
    'billing.prefixNotAllowed': 'Tiền tố {prefix} không dùng được. Chọn ba chữ cái khác.',
    'billing.prefixTaken': 'Tiền tố {prefix} đã thuộc chợ khác. Hãy chọn tiền tố khác.',
    'billing.prefixEndsAnother':
      'Tiền tố {prefix} dễ nhầm với tiền tố của chợ khác. Hãy chọn tiền tố khác.',
    'billing.marketHasPrefix': 'Chợ này đã có tiền tố {prefix}.',
    'billing.noPrefix': 'Chợ chưa có tiền tố mã thanh toán. Chọn tiền tố cho chợ, rồi phát hành.',
    'billing.noReceivingAccount':
      'Ban quản lý chưa có tài khoản nhận tiền đang dùng. Thêm và duyệt tài khoản trước.',
    'billing.noTariff':
      'Chợ chưa có bảng giá được duyệt cho tháng này. Lập bảng giá theo quyết định trước.',
    'billing.monthBeforeOpening': 'Tháng này trước ngày chợ hoạt động ({openedOn}).',
    'billing.monthTooFar': 'Tháng này còn xa quá. Chỉ phát hành được tháng này và tháng kế tiếp.',
    'billing.billNotFound': 'Không tìm thấy thông báo nộp tiền này.',
    'billing.billPaid': 'Thông báo này đã nộp đủ.',
    'billing.leaseNotFound': 'Không tìm thấy hợp đồng này.',
    'billing.sourceHasPayment':
      'Khoản tiền này đã được ghi nhận cho hợp đồng khác. Hãy tải lại trang để xem.',
    'billing.sourceDiffers':
      'Số tiền hoặc ban quản lý không khớp với giao dịch gốc. Hãy tải lại trang để xem.',
    'billing.paymentNotFound': 'Không tìm thấy khoản nộp này.',
    'billing.zoneNotFound': 'Không tìm thấy khu này trong chợ.',
    'billing.printNotFound': 'Bản in này không còn. Hãy in lại.',
    'billing.debtPaperNotFound': 'Không tìm thấy giấy này.',
    'billing.vendorNotFound': 'Không tìm thấy tiểu thương này.',
    'billing.boardNotFound': 'Không tìm thấy ban quản lý này.',
    'billing.noTextGateway':
      'Chưa khai cổng gửi tin nhắn. Người quản trị khai TEXTS_TO rồi khởi động lại.',
    'billing.templateUnknownBlank':
      'Mẫu tin có chỗ trống {blank} không điền được. Chỉ dùng các chỗ trống đã ghi.',
    'billing.templateLacks': 'Mẫu tin thiếu {blank}: phải có số tiền, hạn nộp và mã thanh toán.',
    'billing.noEInvoiceGateway':
      'Chưa khai nhà cung cấp hóa đơn điện tử. Có thể nhập số hóa đơn bằng tay.',
    'billing.eInvoiceState': 'Hóa đơn của thông báo này đang ở trạng thái không cho làm việc này.',
    'billing.eInvoiceDay': 'Ngày hóa đơn {issuedOn} còn chưa tới.',
    'billing.eInvoiceNumberTaken': 'Số hóa đơn {number} đã ghi cho một thông báo khác.',
    'billing.billVoid': 'Thông báo {code} đã hủy.',
    'billing.hasOpeningDebt':
      'Nợ đầu kỳ của tháng này đã được nhập cho hợp đồng. Hủy thông báo nợ cũ trước khi nhập lại.',
    'billing.depositUsed': 'Tiền ký quỹ này đã được trừ hoặc trả lại. Hoàn tác việc đó trước.',
    'billing.depositTooSmall': 'Tiền ký quỹ chỉ còn giữ {amount}.',
    'billing.depositNotFound': 'Không tìm thấy lần dùng tiền ký quỹ này.',
    'billing.leaseOwes':
      'Hợp đồng còn nợ {amount}. Trừ nợ vào tiền ký quỹ hoặc thu đủ, rồi mới trả lại.',
    'billing.nothingOwed': 'Hợp đồng chỉ còn nợ {amount}. Không trừ quá số nợ.',
    'billing.reliefNotFound': 'Không tìm thấy đề nghị này.',
    'billing.reliefDecided': 'Đề nghị này đã được duyệt hoặc đã kết thúc.',
    'billing.reliefEnded': 'Việc miễn, giảm này đã kết thúc.',
    'billing.approverIsMaker': 'Người đề nghị không được tự duyệt. Cần một người khác.',
    'billing.nobodyToRelieve': 'Không có hợp đồng nào của khu này trong những ngày đã chọn.',
    'billing.nothingToRelieve':
      'Không còn gì để giảm: thông báo đã hủy, đã nộp đủ, hoặc là tiền ký quỹ.',
    'billing.correctionTooLarge': 'Thông báo chỉ còn {amount} để giảm.',
    'billing.daysReversed': 'Ngày cuối phải sau ngày đầu.',
  },
  en: {
    'billing.marketNotFound': 'This market was not found.',
    'billing.prefixNotAllowed': 'The prefix {prefix} cannot be used. Choose three other letters.',
    'billing.prefixTaken': 'The prefix {prefix} belongs to another market. Choose another.',
    'billing.prefixEndsAnother':
      "The prefix {prefix} can be mistaken for another market's. Choose another.",
    'billing.marketHasPrefix': 'This market already has the prefix {prefix}.',
    'billing.noPrefix': 'The market has no prefix for payment codes. Choose one, then issue.',
    'billing.noReceivingAccount':
      'The board has no live receiving account. Add one and have it approved first.',
    'billing.noTariff':
      'The market has no approved tariff for this month. Draft one from its decision first.',
    'billing.monthBeforeOpening': 'This month is before the market opened ({openedOn}).',
    'billing.monthTooFar':
      'This month is too far ahead. Only this month and the next can be issued.',
    'billing.billNotFound': 'This bill was not found.',
    'billing.billPaid': 'This bill is paid in full.',
    'billing.leaseNotFound': 'This lease was not found.',
    'billing.sourceHasPayment':
      'This money was recorded for another lease. Reload the page to see it.',
    'billing.sourceDiffers':
      'The amount or the board differs from the transaction itself. Reload the page to see it.',
    'billing.paymentNotFound': 'This payment was not found.',
    'billing.zoneNotFound': 'This zone was not found in the market.',
    'billing.printNotFound': 'This print is gone. Print it again.',
    'billing.debtPaperNotFound': 'This paper was not found.',
    'billing.vendorNotFound': 'This vendor was not found.',
    'billing.boardNotFound': 'This board was not found.',
    'billing.noTextGateway':
      'No gateway for texts is set. The administrator sets TEXTS_TO and starts again.',
    'billing.templateUnknownBlank':
      'Nobody can fill in {blank} of the template. Use the blanks that are listed.',
    'billing.templateLacks':
      'The template lacks {blank}: sum, due day and payment code must stand in it.',
    'billing.noEInvoiceGateway': 'No e-invoice provider is set. A number can be typed in by hand.',
    'billing.eInvoiceState': 'The e-invoice of this bill is in a state that does not allow this.',
    'billing.eInvoiceDay': 'The e-invoice’s day {issuedOn} is still to come.',
    'billing.eInvoiceNumberTaken': 'The e-invoice number {number} stands at another bill already.',
    'billing.billVoid': 'The bill {code} is void.',
    'billing.hasOpeningDebt':
      'The lease already has opening debts of this month. Void the old bill before entering them again.',
    'billing.depositUsed': 'This deposit was set off or given back. Undo that first.',
    'billing.depositTooSmall': 'The deposit holds {amount} only.',
    'billing.depositNotFound': 'This use of a deposit was not found.',
    'billing.leaseOwes':
      'The lease still owes {amount}. Set it off or collect it, then give the deposit back.',
    'billing.nothingOwed': 'The lease owes {amount} only. No more can be set off.',
    'billing.reliefNotFound': 'This proposal was not found.',
    'billing.reliefDecided': 'This proposal was approved or ended already.',
    'billing.reliefEnded': 'This relief has ended.',
    'billing.approverIsMaker': 'Who proposed it cannot approve it. Another person is needed.',
    'billing.nobodyToRelieve': 'No lease here has a day within the days chosen.',
    'billing.nothingToRelieve':
      'Nothing is left to take off: the bill is void, paid in full, or a deposit.',
    'billing.correctionTooLarge': 'Only {amount} is left of the bill.',
    'billing.daysReversed': 'The last day must follow the first.',
  },
};
