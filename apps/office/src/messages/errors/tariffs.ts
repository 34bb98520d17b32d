import type { Sentences } from '../errors';

export const tariffsErrors: Sentences = {
  vi: {
    'tariffs.decisionMissing': 'Không tìm thấy quyết định giá này.',
    'tariffs.decisionNumberTaken':
      'Quyết định số {number} của {province} đã được nhập. Hãy chọn quyết định đó trong danh sách.',
    'tariffs.decisionDaysReversed': 'Ngày hết hiệu lực {to} đứng trước ngày có hiệu lực {from}.',
    'tariffs.decisionLineMissing': 'Quyết định này không có dòng {line}.',
    'tariffs.decisionLineReplaced': 'Dòng {line} đã được thay bằng dòng khác. Hãy chọn dòng mới.',
    'tariffs.decisionLineOfOtherMarkets':
      'Dòng {line} của quyết định {number} dành cho chợ hạng khác hoặc nhóm chợ khác.',
    'tariffs.priceAboveDecision':
      'Giá cao hơn mức của quyết định {number}, dòng {line}: {ceilingVnd}.',
    'tariffs.tariffBeyondItsLine':
      'Dòng {line} của quyết định {number} không áp dụng cho trường hợp đã chọn.',
    'tariffs.tariffTaxedAndPassedThrough': 'Khoản thu hộ thì không có thuế của đơn vị quản lý chợ.',
    'tariffs.cheaperLinePassedOver':
      'Quyết định {number} cho “{description}” mức thấp hơn ({ceilingVnd}, dòng {line}). Hãy duyệt giá của dòng đó trước.',
    'tariffs.feeTypeMissing': 'Không có khoản thu này.',
    'tariffs.tariffMissing': 'Không tìm thấy mức giá này.',
    'tariffs.tariffOutsideDecision':
      'Quyết định {number} có hiệu lực từ {from} đến {to}. Hãy chọn một ngày trong khoảng đó.',
    'tariffs.priceListMissing': 'Không có chợ nào mang mã {market}.',
    'tariffs.priceAmbiguous':
      'Ngày {on} có hai mức giá cùng áp dụng được cho một khoản ({feeType}): hãy đặt mức giá cụ thể hơn.',
    'tariffs.tariffLaterStands':
      'Đã có giá được duyệt áp dụng từ {from}. Hãy chọn ngày muộn hơn cho giá mới.',
    'tariffs.anotherPersonApproves': 'Giá do bạn nhập phải do người khác duyệt.',
  },
  en: {
    'tariffs.decisionMissing': 'This price decision was not found.',
    'tariffs.decisionNumberTaken':
      'Decision {number} of {province} is recorded already. Choose it from the list.',
    'tariffs.decisionDaysReversed': 'Its last day {to} is before its first day {from}.',
    'tariffs.decisionLineMissing': 'This decision has no line {line}.',
    'tariffs.decisionLineReplaced': 'Line {line} was replaced by another. Choose the new one.',
    'tariffs.decisionLineOfOtherMarkets':
      'Line {line} of decision {number} is for markets of another class or group.',
    'tariffs.priceAboveDecision':
      'The price is above that of decision {number}, line {line}: {ceilingVnd}.',
    'tariffs.tariffBeyondItsLine': 'Line {line} of decision {number} is not for what was chosen.',
    'tariffs.tariffTaxedAndPassedThrough': 'What is collected for others has no tax of the board.',
    'tariffs.cheaperLinePassedOver':
      'Decision {number} allows less for “{description}” ({ceilingVnd}, line {line}). Approve that price first.',
    'tariffs.feeTypeMissing': 'There is no such fee.',
    'tariffs.tariffMissing': 'This price was not found.',
    'tariffs.tariffOutsideDecision':
      'Decision {number} is in force from {from} to {to}. Choose a day between them.',
    'tariffs.priceListMissing': 'There is no market with the code {market}.',
    'tariffs.priceAmbiguous':
      'On {on} two prices fit one thing alike ({feeType}): set one that is more specific.',
    'tariffs.tariffLaterStands':
      'A price in force from {from} is approved already. Choose a later day for the new one.',
    'tariffs.anotherPersonApproves': 'A price that you drafted is approved by another person.',
  },
};
