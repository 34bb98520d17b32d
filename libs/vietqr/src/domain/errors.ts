import { errorsOf } from '@cho40/kernel';

/** What this lib refuses: `field` or `at` say where, the other facts what was found. */
export const vietqrError = errorsOf('vietqr', {
  binInvalid: 'invalid', // not 6 digits
  accountInvalid: 'invalid', // not 1–19 letters or digits
  amountOutOfRange: 'invalid', // not above 0 and below 500,000,000
  textEmpty: 'invalid', // given, but nothing of it is left
  textNotAscii: 'invalid', // a character without an ASCII letter to stand for it
  textTooLong: 'invalid', // more than the 25 characters a bank app fills in
  payloadTooLong: 'invalid', // no QR code of level M holds it
  prefixNotAllowed: 'invalid',
  serialOutOfRange: 'invalid', // not a whole number from 0 to 9,999,999
  keyInvalid: 'invalid', // not a whole number from 0 to 2^53 − 1
});
