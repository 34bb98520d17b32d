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
    'markets.notACommune': 'The chosen unit is not a commune.',
    'markets.notADistrict': 'The chosen unit is not a former district.',
    'markets.communeNotThen': 'This commune did not exist on the chosen day.',
    'markets.communeLaterKnown':
      'The market has a commune from a later day already. Choose a later day.',
  },
};
