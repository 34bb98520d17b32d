import type { Sentences } from '../errors';

export const marketsErrors: Sentences = {
  vi: {
    'markets.adminUnitMissing': 'Không tìm thấy đơn vị hành chính này.',
    'markets.boardMissing': 'Không tìm thấy ban quản lý này.',
    'markets.marketMissing': 'Không tìm thấy chợ này.',
    'markets.zoneMissing': 'Không tìm thấy khu này trong chợ.',
    'markets.stallMissing': 'Không tìm thấy điểm kinh doanh này.',
    'markets.marketCodeTaken': 'Mã chợ {code} đã được dùng. Hãy chọn mã khác.',
    'markets.zoneCodeTaken': 'Mã khu {code} đã có trong chợ này. Hãy chọn mã khác.',
    'markets.stallCodeTaken': 'Mã điểm kinh doanh {code} đã có trong chợ này. Hãy chọn mã khác.',
    'markets.stallTooSmall':
      'Điểm {code} nhỏ hơn {leastM2} m² (Nghị định 60/2024/NĐ-CP). Hãy ghi lý do nếu điểm này đã có từ trước.',
    'markets.areaBeyondSides':
      'Diện tích {areaM2} m² của điểm {code} lớn hơn dài × rộng ({lengthM} m × {widthM} m).',
    'markets.stateBeforeLast':
      'Điểm {code} đã có trạng thái từ ngày {from}. Hãy chọn ngày đó hoặc muộn hơn.',
    'markets.stateInFuture': 'Chỉ ghi trạng thái từ hôm nay ({today}) trở về trước.',
    'markets.zoneInsideItself': 'Khu {name} không thể nằm trong chính nó.',
    'markets.stallIsLeased':
      'Điểm {codes} còn hợp đồng từ ngày {on}. Hãy kết thúc hoặc chuyển hợp đồng trước ngày đó.',
    'markets.successionCounts':
      'Tách: một điểm thành hai trở lên. Gộp: hai điểm trở lên thành một. Di dời: một điểm tới một chỗ. Bỏ điểm: không có điểm mới.',
    'markets.successionInFuture':
      'Chỉ ghi việc đã xảy ra: chọn ngày muộn nhất là hôm nay ({today}).',
    'markets.successionBeforeStall': 'Điểm {code} chỉ có từ ngày {from}. Hãy chọn ngày sau đó.',
    'markets.partsBeyondWhole':
      'Các phần cộng lại {partsM2} m², lớn hơn {areaM2} m² của điểm {code}.',
    'markets.mapIsEmpty': 'Tệp không có mã điểm kinh doanh nào.',
    'markets.mapHasFaults':
      'Sơ đồ còn {count} ô sai, ô đầu tiên là {address}. Chưa có gì được thay đổi.',
    'markets.spanTooLong': 'Khoảng ngày không hợp lệ hoặc dài quá {most} ngày.',
    'markets.ruleWithoutDays': 'Hãy chọn ít nhất một ngày họp.',
    'markets.marketHasDayRules':
      'Chợ này đã có lịch họp phiên. Hãy sửa lịch thay vì đổi thành họp hằng ngày.',
    'markets.contractMissing': 'Không tìm thấy hợp đồng khoán thu này.',
    'markets.contractDaysReversed': 'Ngày kết thúc {to} sớm hơn ngày bắt đầu {from}.',
    'markets.contractOverlaps': '{party} đã nhận khoán chợ này từ {from} đến {to}.',
    'markets.contractEndsLater':
      'Hãy chọn một ngày từ {from} đến trước {to}, ngày hợp đồng tự kết thúc.',
    'markets.notACommune': 'Đơn vị đã chọn không phải xã hay phường.',
    'markets.notADistrict': 'Đơn vị đã chọn không phải huyện cũ.',
    'markets.communeNotThen': 'Xã, phường này chưa có hoặc không còn vào ngày đã chọn.',
    'markets.communeLaterKnown':
      'Chợ này đã có xã, phường từ một ngày sau đó. Hãy chọn ngày muộn hơn.',
  },
  en: {
    'markets.adminUnitMissing': 'This administrative unit was not found.',
    'markets.boardMissing': 'This board was not found.',
    'markets.marketMissing': 'This market was not found.',
    'markets.zoneMissing': 'This zone was not found in the market.',
    'markets.stallMissing': 'This stall was not found.',
    'markets.marketCodeTaken': 'The market code {code} is taken. Choose another.',
    'markets.zoneCodeTaken': 'The zone code {code} exists in this market. Choose another.',
    'markets.stallCodeTaken': 'The stall code {code} exists in this market. Choose another.',
    'markets.stallTooSmall':
      'Stall {code} is smaller than {leastM2} m² (Decree 60/2024/NĐ-CP). Give a reason if it stood before.',
    'markets.areaBeyondSides':
      'The {areaM2} m² of stall {code} are more than its length × width ({lengthM} m × {widthM} m).',
    'markets.stateBeforeLast':
      'Stall {code} has a state from {from} already. Choose that day or a later one.',
    'markets.stateInFuture': 'A state is written from today ({today}) or earlier only.',
    'markets.zoneInsideItself': 'Zone {name} cannot lie in itself.',
    'markets.stallIsLeased':
      'Stall {codes} is leased on or after {on}. End or transfer the lease before that day.',
    'markets.successionCounts':
      'Split: one stall into two or more. Merge: two or more into one. Relocate: one to one place. Close: no new stall.',
    'markets.successionInFuture':
      'Only what has happened is written: choose today ({today}) or earlier.',
    'markets.successionBeforeStall': 'Stall {code} stands since {from}. Choose a later day.',
    'markets.partsBeyondWhole':
      'The parts add up to {partsM2} m², more than the {areaM2} m² of stall {code}.',
    'markets.mapIsEmpty': 'The file holds no stall code.',
    'markets.mapHasFaults':
      'The map has {count} wrong cells, the first is {address}. Nothing was changed.',
    'markets.spanTooLong': 'The span is not valid, or longer than {most} days.',
    'markets.ruleWithoutDays': 'Choose at least one day.',
    'markets.marketHasDayRules':
      'This market has its market days. Correct them instead of calling it daily.',
    'markets.contractMissing': 'This contract was not found.',
    'markets.contractDaysReversed': 'The end {to} is before the beginning {from}.',
    'markets.contractOverlaps': '{party} collects this market from {from} to {to} already.',
    'markets.contractEndsLater':
      'Choose a day from {from} and before {to}, when the contract ends by itself.',
    'markets.notACommune': 'The chosen unit is not a commune.',
    'markets.notADistrict': 'The chosen unit is not a former district.',
    'markets.communeNotThen': 'This commune did not exist on the chosen day.',
    'markets.communeLaterKnown':
      'The market has a commune from a later day already. Choose a later day.',
  },
};
