import type { Sentences } from '../errors';

export const reconciliationErrors: Sentences = {
  vi: {
    'reconciliation.recordNotFound': 'Không tìm thấy giao dịch ngân hàng này.',
    'reconciliation.recordNotMatched': 'Giao dịch này chưa khớp nên không có gì để gỡ.',
    'reconciliation.recordNotOpen': 'Giao dịch này đã được xử lý. Tải lại trang để xem kết quả.',
    'reconciliation.recordNotClassified': 'Giao dịch này chưa phân loại nên không có gì để gỡ.',
    'reconciliation.classOfOtherDirection':
      'Loại này không đúng chiều tiền: tiền vào và tiền ra có các loại riêng.',
    'reconciliation.depositByHand':
      'Tiền mặt nộp vào tài khoản được ghi từ bảng kê nộp tiền, trang Tiền mặt.',
    'reconciliation.recordMoved':
      'Trong lúc bạn xem, {by} đã xử lý giao dịch này. Việc của bạn chưa được ghi, không có gì bị ghi đè.',
    'reconciliation.leaseNotFound': 'Không tìm thấy hợp đồng này.',
    'reconciliation.billNotOfLease': 'Thông báo đã chọn không thuộc hợp đồng này.',
    'reconciliation.billNotFound': 'Không tìm thấy thông báo này, hoặc nó đã bị hủy.',
  },
  en: {
    'reconciliation.recordNotFound': 'This bank record was not found.',
    'reconciliation.recordNotMatched': 'This record is not matched, so there is nothing to undo.',
    'reconciliation.recordNotOpen': 'This record was decided already. Reload the page to see how.',
    'reconciliation.recordNotClassified': 'This record has no class, so there is nothing to undo.',
    'reconciliation.classOfOtherDirection':
      'Incoming and outgoing money have classes of their own; this one is of the other direction.',
    'reconciliation.depositByHand': 'Banked cash is entered from its deposit, on the Cash page.',
    'reconciliation.recordMoved':
      'While you were looking, {by} decided this record. Yours was not kept, and nothing was overwritten.',
    'reconciliation.leaseNotFound': 'This lease was not found.',
    'reconciliation.billNotOfLease': 'The chosen bill does not belong to this lease.',
    'reconciliation.billNotFound': 'This bill was not found, or it is void.',
  },
};
