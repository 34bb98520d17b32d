import type { Sentences } from '../errors';

/** What the office itself says when no code came back. */
export const officeErrors: Sentences = {
  vi: {
    'office.network':
      'Không kết nối được máy chủ. Kiểm tra mạng rồi thử lại; những gì đã nhập vẫn còn.',
    'office.http': 'Máy chủ trả lời lỗi {status}. Thử lại sau ít phút.',
    'office.unknown': 'Máy chủ từ chối với mã {code}. Báo người quản trị mã này.',
  },
  en: {
    'office.network':
      'The server cannot be reached. Check the network and try again; your entries are kept.',
    'office.http': 'The server answered with error {status}. Try again in a few minutes.',
    'office.unknown': 'The server refused with code {code}. Tell the administrator this code.',
  },
};
