import type { Sentences } from '../errors';

export const tenancyErrors: Sentences = {
  vi: {
    'tenancy.vendorMissing': 'Không tìm thấy tiểu thương này.',
    'tenancy.stallEnded': 'Điểm {stallCode} đã tách, gộp hoặc dời; ngày cuối của điểm là {on}.',
    'tenancy.stallMissing': 'Không tìm thấy điểm kinh doanh này.',
    'tenancy.leaseMissing': 'Không tìm thấy hợp đồng này.',
    'tenancy.phoneInvalid': 'Số điện thoại chưa đúng. Nhập số Việt Nam gồm 10 chữ số.',
    'tenancy.leaseOverlaps':
      'Điểm {stallCode} đã có hợp đồng {number} từ {from} đến {to}. Kết thúc hợp đồng đó trước.',
    'tenancy.leaseNumberTaken': 'Số hợp đồng {number} đã được dùng. Hãy chọn số khác.',
    'tenancy.leaseDaysReversed': 'Ngày kết thúc {to} đứng trước ngày bắt đầu {from}.',
    'tenancy.leaseEndedAlready': 'Hợp đồng {number} đã kết thúc ngày {to}.',
    'tenancy.certificateMissing': 'Không tìm thấy giấy chứng nhận này.',
    'tenancy.transferMissing': 'Không tìm thấy hồ sơ chuyển nhượng này.',
    'tenancy.idNumberInvalid':
      'Số căn cước chưa đúng. Nhập 12 chữ số (hoặc 9 chữ số của chứng minh nhân dân).',
    'tenancy.taxCodeInvalid': 'Mã số thuế chưa đúng. Nhập 10, 12 hoặc 13 chữ số.',
    'tenancy.vendorKnown':
      'Đã có một tiểu thương cùng loại với số căn cước này. Tìm theo số căn cước để mở.',
    'tenancy.certificateDaysReversed': 'Ngày hết hạn {to} đứng trước ngày cấp {from}.',
    'tenancy.certificateTitleMissing': 'Ghi tên giấy khi loại giấy là "Khác".',
    'tenancy.leaseDayOutside':
      'Ngày {day} nằm ngoài thời hạn của hợp đồng {number} ({from} đến {to}).',
    'tenancy.lumpSumNeedsEnd': 'Thu một lần cho cả thời hạn thì hợp đồng phải có ngày kết thúc.',
    'tenancy.leaseNotBegun': 'Hợp đồng {number} chưa đến ngày bắt đầu {from}.',
    'tenancy.leaseOpenEnded': 'Hợp đồng {number} không thời hạn nên không cần gia hạn.',
    'tenancy.leaseRenewedAlready':
      'Hợp đồng {number} đã được gia hạn. Mở hợp đồng gia hạn để làm tiếp.',
    'tenancy.leaseNotSuspended': 'Hợp đồng {number} không tạm ngừng trong hôm nay.',
    'tenancy.leaseSuspendedAlready': 'Hợp đồng {number} đang tạm ngừng. Cho kinh doanh lại trước.',
    'tenancy.suspensionOverlaps': 'Hợp đồng {number} đã có đợt tạm ngừng trùng ngày {from}.',
    'tenancy.transferForbidden': '{market} không cho chuyển nhượng điểm kinh doanh.',
    'tenancy.transferNeedsDocument':
      'Chợ này chuyển nhượng theo thủ tục: ghi số và ngày của văn bản.',
    'tenancy.transferToHolder': 'Người nhận đang là người thuê điểm này. Chọn người khác.',
    'tenancy.transferWaits': 'Hợp đồng {number} có hồ sơ chuyển nhượng đang chờ duyệt.',
    'tenancy.transferDecided': 'Hồ sơ chuyển nhượng này đã có người quyết định khác đi.',
    'tenancy.anotherPersonApproves': 'Người duyệt phải là người khác với người lập hồ sơ.',
    'tenancy.awardMissing': 'Chọn hình thức giao điểm trước khi ghi số hoặc ngày văn bản.',
  },
  en: {
    'tenancy.vendorMissing': 'This vendor was not found.',
    'tenancy.stallEnded':
      'Stall {stallCode} was split, merged or relocated; its last day was {on}.',
    'tenancy.stallMissing': 'This stall was not found.',
    'tenancy.leaseMissing': 'This lease was not found.',
    'tenancy.phoneInvalid':
      'The phone number is not right. Enter a Vietnamese number of 10 digits.',
    'tenancy.leaseOverlaps':
      'Stall {stallCode} already has lease {number} from {from} to {to}. End that lease first.',
    'tenancy.leaseNumberTaken': 'The lease number {number} is taken. Choose another.',
    'tenancy.leaseDaysReversed': 'The last day {to} is before the first day {from}.',
    'tenancy.leaseEndedAlready': 'Lease {number} already ended on {to}.',
    'tenancy.certificateMissing': 'This certificate was not found.',
    'tenancy.transferMissing': 'This transfer was not found.',
    'tenancy.idNumberInvalid':
      'The citizen number is not right. Enter 12 digits (9 of an older card).',
    'tenancy.taxCodeInvalid': 'The tax code is not right. Enter 10, 12 or 13 digits.',
    'tenancy.vendorKnown':
      'A vendor of this kind already has this citizen number. Search for it to open them.',
    'tenancy.certificateDaysReversed': 'The last day {to} is before the day of issue {from}.',
    'tenancy.certificateTitleMissing': 'Say what the certificate is when its kind is "Other".',
    'tenancy.leaseDayOutside': '{day} lies outside the term of lease {number} ({from} to {to}).',
    'tenancy.lumpSumNeedsEnd': 'One sum for the whole term needs a lease with a last day.',
    'tenancy.leaseNotBegun': 'Lease {number} begins only on {from}.',
    'tenancy.leaseOpenEnded': 'Lease {number} has no last day, so it needs no renewal.',
    'tenancy.leaseRenewedAlready': 'Lease {number} is renewed already. Open the renewal to go on.',
    'tenancy.leaseNotSuspended': 'Lease {number} is not suspended today.',
    'tenancy.leaseSuspendedAlready': 'Lease {number} is suspended. Let it trade again first.',
    'tenancy.suspensionOverlaps': 'Lease {number} already has a suspension that covers {from}.',
    'tenancy.transferForbidden': '{market} does not allow stalls to pass to another vendor.',
    'tenancy.transferNeedsDocument':
      'This market transfers by procedure: enter the document’s number and day.',
    'tenancy.transferToHolder': 'They hold this stall already. Choose somebody else.',
    'tenancy.transferWaits': 'Lease {number} has a transfer that waits for approval.',
    'tenancy.transferDecided': 'Somebody has already decided otherwise on this transfer.',
    'tenancy.anotherPersonApproves': 'Another person than who asked for it must approve.',
    'tenancy.awardMissing': 'Choose how the stall was given before its number or day.',
  },
};
