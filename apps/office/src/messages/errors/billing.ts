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
  },
};
