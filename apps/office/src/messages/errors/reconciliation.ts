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
    'reconciliation.refundByHand':
      'Tiền hoàn trả được ghi từ một đề nghị hoàn trả đã duyệt, không phân loại bằng tay.',
    'reconciliation.reversalByHand':
      'Tiền ngân hàng thu hồi được ghi bằng cách chỉ ra giao dịch gốc, không phân loại bằng tay.',
    'reconciliation.settlementByHand':
      'Tiền ví chuyển về được ghi từ báo cáo đối soát, không phân loại bằng tay. Xem trang Đối soát ví.',
    'reconciliation.batchNotProven': 'Đợt này chưa gắn với khoản tiền về nào.',
    'reconciliation.batchDiffers':
      'Đợt này phải về đúng {net} đ, khoản đã chọn là {amount} đ. Không gắn được.',
    'reconciliation.batchOfOtherAccount': 'Khoản tiền này vào tài khoản khác với tài khoản của ví.',
    'reconciliation.batchRefundedLater': 'Một đợt sau đã hoàn tiền của đợt này. Gỡ đợt sau trước.',
    'reconciliation.boardWideOnly':
      'Việc này động đến mọi chợ của đơn vị, cần người có quyền trên toàn đơn vị.',
    'reconciliation.lineNotFound': 'Không tìm thấy dòng đối soát này.',
    'reconciliation.lineNotOpen': 'Dòng này đã được xử lý. Tải lại trang để xem kết quả.',
    'reconciliation.lineNotMatched': 'Dòng này chưa khớp nên không có gì để gỡ.',
    'reconciliation.lineMoved':
      'Trong lúc bạn xem, {by} đã xử lý dòng này. Việc của bạn chưa được ghi, không có gì bị ghi đè.',
    'reconciliation.refundNotFound': 'Không tìm thấy đề nghị hoàn trả này.',
    'reconciliation.refundDecided': 'Đề nghị hoàn trả này đã được xử lý. Tải lại trang để xem.',
    'reconciliation.refundNotInCash': 'Khoản hoàn trả này được duyệt chi qua ngân hàng.',
    'reconciliation.matchedByCollector':
      'Bạn có thu tiền mặt của người nộp này, nên người khác phải khớp khoản tiền. Nhờ kế toán hoặc trưởng ban.',
    'reconciliation.ticketNotFound': 'Không tìm thấy phiếu này.',
    'reconciliation.refundOpen': 'Khoản tiền này đang có một đề nghị hoàn trả.',
    'reconciliation.refundDiffers':
      'Khoản hoàn trả là {amount}, khác số tiền của giao dịch này nên không gắn được.',
    'reconciliation.approverIsMaker': 'Người đề nghị không tự duyệt. Nhờ một người khác duyệt.',
    'reconciliation.originalNotFound': 'Không tìm thấy giao dịch gốc.',
    'reconciliation.originalDiffers':
      'Giao dịch gốc phải vào cùng tài khoản, cùng số tiền và không muộn hơn lần thu hồi.',
    'reconciliation.originalTaken':
      'Giao dịch gốc đã được phân loại. Gỡ phân loại đó trước khi gắn.',
    'reconciliation.reversalNotFound': 'Giao dịch này chưa gắn với giao dịch gốc nào.',
    'reconciliation.recordMoved':
      'Trong lúc bạn xem, {by} đã xử lý giao dịch này. Việc của bạn chưa được ghi, không có gì bị ghi đè.',
    'reconciliation.leaseNotFound': 'Không tìm thấy hợp đồng này.',
    'reconciliation.payerUnknown': 'Ngân hàng không cho biết tài khoản của người chuyển.',
    'reconciliation.payerNotFound': 'Không tìm thấy người nộp đã nhớ này, hoặc đã tắt.',
    'reconciliation.ruleNotFound': 'Không tìm thấy quy tắc này.',
    'reconciliation.ruleSaysNothing':
      'Quy tắc cần ít nhất bốn chữ trong nội dung, hoặc một số tài khoản.',
    'reconciliation.ruleNotRehearsed':
      'Hãy chạy thử quy tắc trên giao dịch cũ rồi mới bật; quy tắc đã tắt không bật lại được.',
    'reconciliation.boardNotFound': 'Không tìm thấy đơn vị quản lý chợ này.',
    'reconciliation.stallOrLeaseNotFound':
      'Không tìm thấy điểm kinh doanh hoặc hợp đồng này ở đơn vị của tài khoản.',
    'reconciliation.virtualAccountNotFound': 'Không tìm thấy tài khoản ảo này, hoặc đã xử lý.',
    'reconciliation.virtualAccountTaken': 'Tài khoản ảo này đang dùng cho điểm kinh doanh khác.',
    'reconciliation.virtualAccountTooShort': 'Ngày cuối phải từ ngày đầu trở đi.',
    'reconciliation.billNotOfLease': 'Thông báo đã chọn không thuộc hợp đồng này.',
    'reconciliation.billNotFound': 'Không tìm thấy thông báo này, hoặc nó đã bị hủy.',
    'reconciliation.claimNotFound': 'Không tìm thấy lời báo này.',
    'reconciliation.claimAnswered': 'Lời báo này đã được trả lời. Tải lại trang để xem.',
    'reconciliation.ticketClaimed':
      'Phiếu này đã có lời báo. Tìm số phiếu ở trang Đã nộp mà chưa thấy.',
    'reconciliation.ticketNotWaiting': 'Phiếu này đã nộp hoặc đã hủy, không còn chờ tiền.',
    'reconciliation.leaseOrTicket': 'Chọn một điểm kinh doanh hoặc một phiếu.',
    'reconciliation.claimInFuture': 'Giờ nộp đang ở tương lai. Kiểm tra lại ngày và giờ.',
    'reconciliation.claimRecordElsewhere':
      'Khoản tiền này đã ghi cho điểm kinh doanh khác. Nếu ghi nhầm, gỡ khớp trước rồi chọn lại.',
  },
  en: {
    'reconciliation.recordNotFound': 'This bank record was not found.',
    'reconciliation.recordNotMatched': 'This record is not matched, so there is nothing to undo.',
    'reconciliation.recordNotOpen': 'This record was decided already. Reload the page to see how.',
    'reconciliation.recordNotClassified': 'This record has no class, so there is nothing to undo.',
    'reconciliation.classOfOtherDirection':
      'Incoming and outgoing money have classes of their own; this one is of the other direction.',
    'reconciliation.depositByHand': 'Banked cash is entered from its deposit, on the Cash page.',
    'reconciliation.refundByHand':
      'A refund is entered from an approved proposal, not classified by hand.',
    'reconciliation.reversalByHand':
      'What the bank took back is entered by naming the original, not classified by hand.',
    'reconciliation.settlementByHand':
      'A wallet’s credit is entered by its settlement report, not classified by hand.',
    'reconciliation.batchNotProven': 'This batch is not tied to any credit.',
    'reconciliation.batchDiffers':
      'This batch must bring exactly {net} đ; the credit chosen is {amount} đ. They cannot be tied.',
    'reconciliation.batchOfOtherAccount': 'This money came to another account than the wallet’s.',
    'reconciliation.batchRefundedLater':
      'A later batch gave back money of this one. Untie the later one first.',
    'reconciliation.boardWideOnly':
      'This reaches every market of the board; it needs somebody whose right covers the whole board.',
    'reconciliation.lineNotFound': 'This line was not found.',
    'reconciliation.lineNotOpen': 'This line was decided already. Reload the page to see how.',
    'reconciliation.lineNotMatched': 'This line is not matched, so there is nothing to undo.',
    'reconciliation.lineMoved':
      '{by} decided on this line while you looked at it. Nothing of yours was recorded or overwritten.',
    'reconciliation.refundNotFound': 'This refund was not found.',
    'reconciliation.refundDecided': 'This refund was decided already. Reload the page to see how.',
    'reconciliation.refundNotInCash': 'This refund was approved to leave by the bank.',
    'reconciliation.matchedByCollector':
      'You take cash from this payer, so somebody else has to match the money. Ask the accountant or the head.',
    'reconciliation.ticketNotFound': 'This ticket was not found.',
    'reconciliation.refundOpen': 'A refund of this money was proposed already.',
    'reconciliation.refundDiffers':
      'The refund is {amount}, another sum than this record, so they cannot be tied.',
    'reconciliation.approverIsMaker':
      'Whoever proposed it does not approve it. Ask another person.',
    'reconciliation.originalNotFound': 'The original transfer was not found.',
    'reconciliation.originalDiffers':
      'The original must have come to the same account, with the same sum, not later.',
    'reconciliation.originalTaken': 'The original has a class. Take that back before tying it.',
    'reconciliation.reversalNotFound': 'This record is not tied to an original.',
    'reconciliation.recordMoved':
      'While you were looking, {by} decided this record. Yours was not kept, and nothing was overwritten.',
    'reconciliation.leaseNotFound': 'This lease was not found.',
    'reconciliation.payerUnknown': 'The bank does not say whose account it came from.',
    'reconciliation.payerNotFound': 'This payer was not found, or is switched off.',
    'reconciliation.ruleNotFound': 'This rule was not found.',
    'reconciliation.ruleSaysNothing':
      'A rule needs at least four letters of the text, or an account number.',
    'reconciliation.ruleNotRehearsed':
      'Rehearse the rule on old records before switching it on; a rule that is off stays off.',
    'reconciliation.boardNotFound': 'This board was not found.',
    'reconciliation.stallOrLeaseNotFound':
      'This stall or lease was not found on the board of the account.',
    'reconciliation.virtualAccountNotFound': 'This virtual account was not found, or is done with.',
    'reconciliation.virtualAccountTaken': 'This virtual account stands for another stall.',
    'reconciliation.virtualAccountTooShort': 'The last day is before the first one.',
    'reconciliation.billNotOfLease': 'The chosen bill does not belong to this lease.',
    'reconciliation.billNotFound': 'This bill was not found, or it is void.',
    'reconciliation.claimNotFound': 'This claim was not found.',
    'reconciliation.claimAnswered': 'This claim was answered already. Reload the page to see how.',
    'reconciliation.ticketClaimed':
      'This ticket was claimed already. Find its number among the claims.',
    'reconciliation.ticketNotWaiting': 'This ticket is paid or void, and waits for no money.',
    'reconciliation.leaseOrTicket': 'Choose one stall or one ticket.',
    'reconciliation.claimInFuture': 'The time of paying lies in the future. Check day and time.',
    'reconciliation.claimRecordElsewhere':
      'This money was given to another stall. If that is wrong, undo it first and choose again.',
  },
};
