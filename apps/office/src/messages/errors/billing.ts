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
    'billing.meterMissing': 'Không tìm thấy công tơ {meters}.',
    'billing.meterNotThere': 'Công tơ {meters} chưa lắp hoặc đã tháo vào ngày {day}.',
    'billing.meterCodeTaken': 'Chợ này đã có công tơ số {meters} đang dùng.',
    'billing.meterPlaceMissing': 'Không tìm thấy điểm kinh doanh hoặc khu của công tơ {meters}.',
    'billing.readingMissing': 'Không tìm thấy lần ghi chỉ số này.',
    'billing.readingOutsideMonth':
      'Chỉ số của tháng {month} phải ghi từ {from} đến {to}. Hãy chọn lại ngày ghi.',
    'billing.readingStands':
      'Đã có chỉ số khác của công tơ {meters}. Muốn sửa, hãy gửi đề nghị để người khác duyệt.',
    'billing.readingBeforeLast': 'Công tơ {meters} đã được ghi vào ngày {day} hoặc sau đó.',
    'billing.readingBelowLast':
      'Chỉ số mới nhỏ hơn chỉ số trước (công tơ {meters}). Nếu công tơ đã quay vòng, hãy đánh dấu quay vòng.',
    'billing.readingBeyondDial': 'Chỉ số có nhiều chữ số hơn mặt công tơ {meters}.',
    'billing.readingNotRolledOver':
      'Chỉ số mới không nhỏ hơn chỉ số trước nên công tơ {meters} chưa quay vòng.',
    'billing.readingBilled':
      'Chỉ số của công tơ {meters} ngày {day} đã lập thông báo nộp tiền nên không sửa được. Hãy điều chỉnh ở kỳ sau.',
    'billing.readingNotLast':
      'Sau ngày {day} công tơ {meters} đã có chỉ số mới hơn. Chỉ sửa được chỉ số gần nhất.',
    'billing.correctionAsked': 'Chỉ số của công tơ {meters} đang chờ duyệt một đề nghị sửa khác.',
    'billing.correctionMissing': 'Không tìm thấy đề nghị sửa chỉ số này.',
    'billing.correctionDecided': 'Đề nghị này đã được xử lý.',
    'billing.anotherPersonCorrects': 'Đề nghị do bạn gửi phải do người khác duyệt.',
    'billing.photoMissing': 'Chưa có ảnh của lần ghi này.',
    'billing.photoTaken': 'Lần ghi này đã có ảnh.',
    'billing.photoTooLarge': 'Ảnh nặng hơn {limitMb} MB. Hãy chụp nhỏ hơn.',
    'billing.photoUnreadable': 'Tệp này không phải ảnh JPEG hay PNG.',
    'billing.sheetColumnMissing': 'Tệp không có cột “{title}”. Hãy dùng tệp tải từ trang này.',
    'billing.sheetValueUnreadable': 'Dòng {row}: “{text}” không phải là chỉ số.',
    'billing.ticketNotFound': 'Không tìm thấy phiếu này.',
    'billing.ticketDiffers':
      'Phiếu này đã được bán với nội dung khác. Tải lại trang rồi bán phiếu mới.',
    'billing.ticketDayTooFar':
      'Ngày {on} quá xa: chỉ bán phiếu cho 92 ngày trước đến 183 ngày sau hôm nay.',
    'billing.ticketOffMarketDay':
      'Ngày {on} không phải phiên chợ. Ghi lý do để bán phiếu cho ngày này.',
    'billing.noTicketPrice':
      'Ngày {on} không có giá cho loại phiếu này. Kiểm tra bảng giá của chợ.',
    'billing.ticketAreaWrong': 'Chỉ phiếu tính theo m² mới có diện tích, và phải ghi diện tích.',
    'billing.ticketVoid': 'Phiếu {number} đã hủy.',
    'billing.ticketPaid': 'Phiếu này đã được nộp rồi.',
    'billing.ticketPaidByBank':
      'Phiếu {number} đã nhận tiền chuyển khoản. Gỡ khớp giao dịch ngân hàng trước khi hủy phiếu.',
    'billing.ticketAmountDiffers': 'Số tiền khác với số tiền trên phiếu.',
    'billing.paymentNotFound': 'Không tìm thấy khoản nộp này.',
    'billing.paymentRefunded':
      'Một phần khoản nộp này đã được hoàn trả. Rút đề nghị hoàn trả trước khi gỡ.',
    'billing.creditTooSmall': 'Hợp đồng này chỉ còn dư {amount}, không hoàn trả nhiều hơn được.',
    'billing.partsExceedPayment':
      'Các phần cộng lại là {amountGiven}, nhiều hơn số tiền của giao dịch ({amount}).',
    'billing.partExceedsBill':
      'Thông báo chỉ còn thiếu {amountDue}, không nhận {amount} được. Có thể vừa có người trả.',
    'billing.billNamedTwice': 'Một thông báo được chọn hai lần. Gộp lại thành một phần.',
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
    'billing.leaseNotRenewed':
      'Hợp đồng này chưa được gia hạn. Gia hạn trước, rồi chuyển tiền ký quỹ sang.',
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
    'billing.meterMissing': 'Meter {meters} was not found.',
    'billing.meterNotThere': 'Meter {meters} was not in use on {day}.',
    'billing.meterCodeTaken': 'This market has a meter {meters} in use already.',
    'billing.meterPlaceMissing': 'The stall or zone of meter {meters} was not found.',
    'billing.readingMissing': 'This reading was not found.',
    'billing.readingOutsideMonth':
      'Meters of {month} are read from {from} to {to}. Choose another day.',
    'billing.readingStands':
      'Meter {meters} has another reading already. Ask for a correction; another person approves it.',
    'billing.readingBeforeLast': 'Meter {meters} was read on {day} or later already.',
    'billing.readingBelowLast':
      'The new value is below the last one (meter {meters}). If the dial turned over, say so.',
    'billing.readingBeyondDial': 'The value has more digits than the dial of meter {meters}.',
    'billing.readingNotRolledOver':
      'The new value is not below the last one: meter {meters} has not turned over.',
    'billing.readingBilled':
      'The reading of meter {meters} on {day} stands on a bill and is locked. Adjust the next one.',
    'billing.readingNotLast':
      'Meter {meters} was read again after {day}. Only its last reading can be corrected.',
    'billing.correctionAsked': 'A correction of meter {meters} waits to be approved already.',
    'billing.correctionMissing': 'This correction was not found.',
    'billing.correctionDecided': 'This correction was decided already.',
    'billing.anotherPersonCorrects':
      'A correction that you asked for is approved by another person.',
    'billing.photoMissing': 'This reading has no picture.',
    'billing.photoTaken': 'This reading has its picture already.',
    'billing.photoTooLarge': 'The picture has more than {limitMb} MB. Take a smaller one.',
    'billing.photoUnreadable': 'This file is no JPEG or PNG picture.',
    'billing.sheetColumnMissing': 'The file has no column “{title}”. Use the file from this page.',
    'billing.sheetValueUnreadable': 'Row {row}: “{text}” is no meter value.',
    'billing.ticketNotFound': 'This ticket was not found.',
    'billing.ticketDiffers':
      'This ticket was sold with other content. Reload the page and sell a new one.',
    'billing.ticketDayTooFar':
      '{on} is too far: tickets are sold for days from 92 before to 183 after today.',
    'billing.ticketOffMarketDay':
      'The market does not meet on {on}. Give a reason to sell tickets for that day.',
    'billing.noTicketPrice':
      'No price stands for this kind of ticket on {on}. Look at the market’s prices.',
    'billing.ticketAreaWrong':
      'A ticket priced by the square metre needs an area, and no other has one.',
    'billing.ticketVoid': 'Ticket {number} is void.',
    'billing.ticketPaid': 'This ticket is paid already.',
    'billing.ticketPaidByBank':
      'Ticket {number} was paid by transfer. Undo the match of its bank record before voiding it.',
    'billing.ticketAmountDiffers': 'The sum is not that of the ticket.',
    'billing.paymentNotFound': 'This payment was not found.',
    'billing.paymentRefunded':
      'A part of this payment was given back. Withdraw that refund before undoing the payment.',
    'billing.creditTooSmall': 'This lease has {amount} of credit; no more can be given back.',
    'billing.partsExceedPayment':
      'The parts add up to {amountGiven}, more than the record has ({amount}).',
    'billing.partExceedsBill':
      'The bill only needs {amountDue} and cannot take {amount}. Somebody may just have paid it.',
    'billing.billNamedTwice': 'One bill is chosen twice. Put both sums into one part.',
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
    'billing.leaseNotRenewed':
      'Nothing renews this lease yet. Renew it first, then carry the deposit over.',
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
