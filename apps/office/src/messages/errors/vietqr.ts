import type { Sentences } from '../errors';

export const vietqrErrors: Sentences = {
  vi: {
    'vietqr.binInvalid': 'Mã ngân hàng phải gồm 6 chữ số.',
    'vietqr.accountInvalid': 'Số tài khoản gồm 1 đến 19 chữ cái hoặc chữ số.',
    'vietqr.amountOutOfRange': 'Số tiền phải lớn hơn 0 và nhỏ hơn {below} đ.',
    'vietqr.textEmpty': 'Nội dung chuyển khoản đang trống.',
    'vietqr.textNotAscii': 'Nội dung chuyển khoản có ký tự không dùng được: {character}',
    'vietqr.textTooLong': 'Nội dung chuyển khoản dài {length} ký tự, chỉ được tối đa {most}.',
    'vietqr.payloadTooLong': 'Nội dung quá dài để in thành mã QR.',
    'vietqr.prefixNotAllowed': 'Tiền tố {prefix} không dùng được. Chọn ba chữ cái khác.',
    'vietqr.serialOutOfRange': 'Số thứ tự của mã thanh toán phải từ 0 đến 9.999.999.',
    'vietqr.keyInvalid': 'Khóa của mã thanh toán không hợp lệ.',
  },
  en: {
    'vietqr.binInvalid': "The bank's BIN must have 6 digits.",
    'vietqr.accountInvalid': 'An account number has 1 to 19 letters or digits.',
    'vietqr.amountOutOfRange': 'The sum must be above 0 and below {below} đ.',
    'vietqr.textEmpty': 'The purpose of the transfer is empty.',
    'vietqr.textNotAscii': 'The purpose has a character that cannot be used: {character}',
    'vietqr.textTooLong': 'The purpose has {length} characters; {most} are the most.',
    'vietqr.payloadTooLong': 'The content is too long for a QR code.',
    'vietqr.prefixNotAllowed': 'The prefix {prefix} cannot be used. Choose three other letters.',
    'vietqr.serialOutOfRange': 'The serial of a payment code is from 0 to 9,999,999.',
    'vietqr.keyInvalid': 'The key of the payment codes is not valid.',
  },
};
