import type { Sentences } from '../errors';

export const cashErrors: Sentences = {
  vi: {
    'cash.amountOutOfBounds':
      'Số tiền trên một phiếu thu phải là số đồng tròn, lớn hơn 0 và trong mức cho phép.',
    'cash.takenInFuture': 'Giờ thu tiền đang ở tương lai. Kiểm tra đồng hồ của máy.',
    'cash.takenTooLongAgo': 'Ngày thu tiền lùi quá xa. Báo kế toán để xử lý.',
    'cash.leaseNotFound': 'Không tìm thấy hợp đồng này.',
    'cash.ticketNotFound': 'Không tìm thấy phiếu này.',
    'cash.ticketCashHandedIn':
      'Tiền của phiếu {number} đã nộp quỹ, người thu chỉ còn giữ {inHand}. Không hủy được phiếu này.',
    'cash.marketNotFound': 'Không tìm thấy chợ này.',
    'cash.bookNotFound': 'Không tìm thấy quyển vé này.',
    'cash.bookDiffers': 'Quyển vé này đã được nhập với số khác. Tải lại trang.',
    'cash.bookPriceDiffers':
      'Vé ký hiệu {series} in giá {priceVnd}, khác giá áp dụng ngày {on}. Không bán được vé này cho ngày đó.',
    'cash.serialsTaken': 'Ký hiệu {series} đã có số trong khoảng này. Kiểm tra số đầu và số cuối.',
    'cash.stubsReversed': 'Số cuối phải không nhỏ hơn số đầu ({serial}).',
    'cash.stubNamedTwice': 'Số {serial} được ghi hai lần.',
    'cash.stubElsewhere': 'Vé {series} số {serial} không ở chỗ đã ghi. Xem lịch sử quyển vé.',
    'cash.returnOfNothing': 'Ghi ít nhất một số vé.',
    'cash.receiptNotFound': 'Không tìm thấy phiếu thu này.',
    'cash.receiptDiffers':
      'Phiếu thu này đã được lưu số {number} với nội dung khác. Không lưu lần hai.',
    'cash.paymentNotFound': 'Không tìm thấy khoản nộp này.',
    'cash.paymentNotOfBank': 'Khoản nộp này không qua ngân hàng; tiền mặt đã có phiếu thu.',
    'cash.paymentUndone': 'Khoản nộp này đã được gỡ nên không lập biên nhận nữa.',
    'cash.paymentReceiptNotFound': 'Không tìm thấy biên nhận này.',
    'cash.deviceCloned':
      'Máy này ghi trùng số với phiếu {number} của một máy khác nên không lưu. Cài lại ứng dụng để máy có mã mới rồi gửi lại; ban quản lý đã được báo.',
    'cash.paperSheetTaken':
      'Tờ này của quyển phiếu giấy đã được nhập thành phiếu {number}. Kiểm tra lại số quyển, số tờ.',
    'cash.ceilingReached':
      'Người thu đang giữ {inHand} đ; nhận thêm {amount} sẽ vượt mức {ceiling} đ của ban quản lý. Nộp quỹ trước rồi thu tiếp, hoặc mời người nộp quét mã QR.',
    'cash.incidentNotFound': 'Không tìm thấy sự cố này.',
    'cash.incidentAnswered': 'Sự cố này đã có người trả lời. Tải lại trang để xem.',
    'cash.boardNotFound': 'Không tìm thấy ban quản lý này.',
    'cash.shiftNotFound': 'Không tìm thấy ca thu này.',
    'cash.countedByCollector':
      'Người thu tiền không tự đếm tiền mình nộp. Thủ quỹ đếm và xác nhận.',
    'cash.moreThanInHand': 'Người thu chỉ đang giữ {inHand} đ, không nộp {expected} đ được.',
    'cash.handInDiffers': 'Lần nộp quỹ này đã được lưu với số tiền khác. Tải lại trang để xem.',
    'cash.nothingCounted': 'Chưa có gì để nhận: số phải nộp và số đếm được đều bằng 0.',
    'cash.countDiffers':
      'Đếm được khác số phải nộp {difference} đ. Đếm lại; nếu vẫn vậy, xác nhận phần chênh để ghi tên người thu.',
    'cash.notesDoNotAddUp':
      'Các tờ tiền cộng lại là {amountOfNotes}, khác số tiền {amount} đã ghi.',
    'cash.moreThanOpen': 'Số này lớn hơn phần chênh còn treo của người thu.',
    'cash.actDiffers': 'Lần xử lý này đã được lưu với nội dung khác. Tải lại trang để xem.',
    'cash.accountNotFound': 'Không tìm thấy tài khoản nhận tiền này.',
    'cash.depositNotFound': 'Không tìm thấy lần nộp tiền này.',
    'cash.depositDiffers':
      'Bảng kê này đã được lưu số {number} với nội dung khác. Không lưu lần hai.',
    'cash.depositTied': 'Lần nộp tiền này đã gắn với một giao dịch ngân hàng. Gỡ ra trước.',
    'cash.depositNotTied': 'Lần nộp tiền này chưa gắn với giao dịch ngân hàng nào.',
    'cash.depositIsBack': 'Tiền của lần nộp này đã mang về quỹ.',
    'cash.depositRecordDiffers':
      'Ngân hàng ghi {amountOfRecord}, bảng kê {amount}. Ghi lý do chênh để gắn.',
    'cash.recordNotOfDeposit':
      'Không có giao dịch chưa khớp nào như vậy trên tài khoản của lần nộp này.',
    'cash.notEnoughInSafe': 'Theo sổ, quỹ chỉ còn {amountInSafe}, không đủ {amount}.',
    'cash.safeCountDiffers':
      'Biên bản này đã được lưu số {number} với nội dung khác. Không lưu lần hai.',
    'cash.safeDiffers':
      'Đếm được {amount}, theo sổ là {amountBooked}. Đếm lại; nếu vẫn vậy, xác nhận phần chênh để ghi tên thủ quỹ.',
    'cash.safeCountNotFound': 'Không tìm thấy biên bản kiểm kê này.',
    'cash.refundNotFound': 'Không tìm thấy khoản hoàn trả bằng tiền mặt này.',
    'cash.refundPaid': 'Khoản hoàn trả này đã chi. Tải lại trang để xem phiếu chi.',
    'cash.refundNotPaid': 'Khoản hoàn trả này chưa chi hoặc đã nhập lại quỹ.',
    'cash.paidByApprover': 'Người đã duyệt hoàn trả không tự chi tiền. Để thủ quỹ khác chi.',
    'cash.payoutDiffers': 'Lần chi này đã được lưu cho khoản khác. Tải lại trang.',
    'cash.witnessIsCashier': 'Người chứng kiến phải là người khác với thủ quỹ đang đếm.',
    'cash.settledByCashier':
      'Tiền ra vào quỹ do thủ quỹ ghi. Chỉ phần chênh của chính thủ quỹ ({collectorName} không phải) mới do trưởng ban ghi.',
    'cash.accountNotLive':
      'Tài khoản {number} chưa dùng được: còn chờ đủ 24 giờ và một khoản chuyển thử, hoặc đã ngừng. Chọn tài khoản đang dùng.',
    'cash.remarkMissing': 'Số đếm khác sổ {difference} đ: ghi rõ nguyên nhân hoặc hướng xử lý.',
    'cash.handInNotFound': 'Không tìm thấy lần nộp quỹ này.',
  },
  en: {
    'cash.amountOutOfBounds':
      'The sum on one receipt must be whole đồng, above 0 and within the limit.',
    'cash.takenInFuture':
      'The time of taking lies in the future. Check the clock of this computer.',
    'cash.takenTooLongAgo': 'The day of taking is too long ago. Ask the accountant.',
    'cash.leaseNotFound': 'This lease was not found.',
    'cash.ticketNotFound': 'This ticket was not found.',
    'cash.ticketCashHandedIn':
      'The cash of ticket {number} was handed in, the collector holds {inHand} only. The ticket cannot be voided.',
    'cash.marketNotFound': 'This market was not found.',
    'cash.bookNotFound': 'This ticket book was not found.',
    'cash.bookDiffers': 'This ticket book was entered with other serials. Reload the page.',
    'cash.bookPriceDiffers':
      'Tickets of series {series} have {priceVnd} printed on them, which is not the price of {on}. They cannot be sold for that day.',
    'cash.serialsTaken':
      'Series {series} has serials among these already. Check the first and the last.',
    'cash.stubsReversed': 'The last serial must not be below the first ({serial}).',
    'cash.stubNamedTwice': 'Serial {serial} is named twice.',
    'cash.stubElsewhere':
      'Ticket {series} {serial} is not where it is said to be. See the history of the book.',
    'cash.returnOfNothing': 'Name at least one serial.',
    'cash.receiptNotFound': 'This receipt was not found.',
    'cash.receiptDiffers':
      'This receipt was kept as number {number} with other content. It was not kept twice.',
    'cash.paymentNotFound': 'This payment was not found.',
    'cash.paymentNotOfBank': 'This payment did not come by bank; cash has its receipt already.',
    'cash.paymentUndone': 'This payment was undone, so no receipt is made for it any more.',
    'cash.paymentReceiptNotFound': 'This receipt was not found.',
    'cash.deviceCloned':
      'This phone used the number that receipt {number} of another phone has, so it was not kept. Install the app again to get a new device code, then send again; the board has been told.',
    'cash.paperSheetTaken':
      'This sheet of the paper book was entered as receipt {number}. Check the book and the sheet.',
    'cash.ceilingReached':
      'The collector holds {inHand} đ; {amount} more would exceed the board’s ceiling of {ceiling} đ. Hand in first, or have the payer scan the QR code.',
    'cash.incidentNotFound': 'This incident was not found.',
    'cash.incidentAnswered': 'Somebody has answered this incident. Reload the page to see it.',
    'cash.boardNotFound': 'This board was not found.',
    'cash.shiftNotFound': 'This shift was not found.',
    'cash.countedByCollector':
      'Collectors do not count their own hand-in. The cashier counts and confirms.',
    'cash.moreThanInHand': 'The collector only holds {inHand} đ and cannot hand in {expected} đ.',
    'cash.handInDiffers': 'This hand-in was kept with another sum. Reload the page to see it.',
    'cash.nothingCounted':
      'There is nothing to take: what is expected and what was counted are both 0.',
    'cash.countDiffers':
      'The count differs by {difference} đ from what is expected. Count again; if it stands, confirm the difference under the collector’s name.',
    'cash.notesDoNotAddUp':
      'The notes add up to {amountOfNotes}, not to the {amount} that was typed.',
    'cash.moreThanOpen': 'This is more than the collector’s open difference.',
    'cash.actDiffers': 'This was kept with other content. Reload the page to see it.',
    'cash.accountNotFound': 'This receiving account was not found.',
    'cash.depositNotFound': 'This deposit was not found.',
    'cash.depositDiffers':
      'This deposit was kept as number {number} with other content. It was not kept twice.',
    'cash.depositTied': 'This deposit is tied to a bank record. Untie it first.',
    'cash.depositNotTied': 'This deposit is not tied to a bank record.',
    'cash.depositIsBack': 'The money of this deposit was brought back to the safe.',
    'cash.depositRecordDiffers':
      'The bank says {amountOfRecord}, the deposit {amount}. Say why they differ to tie them.',
    'cash.recordNotOfDeposit': 'There is no such unmatched record on the account of this deposit.',
    'cash.notEnoughInSafe': 'By the books the safe holds only {amountInSafe}, not {amount}.',
    'cash.safeCountDiffers':
      'This count was kept as number {number} with other content. It was not kept twice.',
    'cash.safeDiffers':
      'You counted {amount}, the books say {amountBooked}. Count again; if it stands, confirm the difference under the cashier’s name.',
    'cash.safeCountNotFound': 'This count of the safe was not found.',
    'cash.refundNotFound': 'This refund in cash was not found.',
    'cash.refundPaid': 'This refund was paid out. Reload the page to see its slip.',
    'cash.refundNotPaid': 'This refund was not paid out, or lies in the safe again.',
    'cash.paidByApprover': 'Whoever approved a refund does not pay it out. Another cashier does.',
    'cash.payoutDiffers': 'This payout was kept for another refund. Reload the page.',
    'cash.witnessIsCashier': 'The witness must be somebody else than the cashier who counts.',
    'cash.settledByCashier':
      'What goes in or out of the safe is the cashier’s to write. The head does so only for a difference of the cashier’s own, and {collectorName} does not keep the safe.',
    'cash.accountNotLive':
      'Account {number} is not in use: it waits for its 24 hours and a probe payment, or was closed. Choose one that is.',
    'cash.remarkMissing':
      'The count differs from the books by {difference} đ: say why or what will be done.',
    'cash.handInNotFound': 'This hand-in was not found.',
  },
};
