import type { Sentences } from '../errors';

export const cardsErrors: Sentences = {
  vi: {
    'cards.marketNotFound': 'Không tìm thấy chợ này.',
    'cards.zoneNotFound': 'Không tìm thấy khu này trong chợ.',
    'cards.stallNotFound': 'Không tìm thấy điểm kinh doanh này, hoặc điểm không còn nữa.',
    'cards.cardNotFound': 'Không tìm thấy thẻ này.',
    'cards.sheetNotFound': 'Không tìm thấy tờ in này, hoặc tệp đã quá một ngày.',
    'cards.noLiveAccount':
      'Ban quản lý chưa có tài khoản nhận tiền đang dùng. Thêm và kiểm tra tài khoản trước khi in thẻ.',
    'cards.tooManyCards': '{count} thẻ là quá nhiều cho một tệp (nhiều nhất {most}). In từng khu.',
    'cards.nothingToPrint': 'Mọi điểm đã chọn đều có thẻ còn dùng. Không có gì phải in.',
    'cards.reasonMissing': 'Điểm {stallCode} có thẻ còn dùng. Ghi lý do in lại.',
    'cards.noteMissing': 'Chọn “Lý do khác” thì ghi rõ lý do.',
    'cards.cardNotInUse': 'Thẻ số {serial} chưa in xong, đã được thay hoặc đã thu hồi.',
  },
  en: {
    'cards.marketNotFound': 'This market was not found.',
    'cards.zoneNotFound': 'This zone was not found in the market.',
    'cards.stallNotFound': 'This stall was not found, or it is no more.',
    'cards.cardNotFound': 'This card was not found.',
    'cards.sheetNotFound': 'This sheet was not found, or its file is older than a day.',
    'cards.noLiveAccount':
      'The board has no receiving account in use. Add one and prove it before you print cards.',
    'cards.tooManyCards':
      '{count} cards are too many for one file (at most {most}). Print zone by zone.',
    'cards.nothingToPrint': 'Every stall chosen has a valid card. There is nothing to print.',
    'cards.reasonMissing': 'Stall {stallCode} has a valid card. Say why it is printed again.',
    'cards.noteMissing': 'With “Another reason”, say which.',
    'cards.cardNotInUse': 'Card {serial} is not yet delivered, was replaced or is revoked.',
  },
};
