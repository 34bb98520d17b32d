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
    'markets.notACommune': 'The chosen unit is not a commune.',
    'markets.notADistrict': 'The chosen unit is not a former district.',
    'markets.communeNotThen': 'This commune did not exist on the chosen day.',
    'markets.communeLaterKnown':
      'The market has a commune from a later day already. Choose a later day.',
  },
};
