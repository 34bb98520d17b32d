// vietqr owns the VietQR payload, both ways, the market's payment codes, and the banks by BIN.
// It promises pure rules that never throw on what others wrote, and codes found in any bank's text.
// It never knows a bill, a market or a database; a right payload says nothing about who printed it.
export { decodeVietQr, type DecodedVietQr, type WrongVietQr } from './domain/decode';
export { type Asked, encodeVietQr, type Payee, type VietQrInput, vietQrTo } from './domain/encode';
export { transferText, type Transfer } from './domain/purpose';
export { type CodeKind, parseCode, type PaymentCode } from './domain/payment-code';
export { mintCode } from './domain/mint';
export { isPrefixAllowed, prefixProblem, type PrefixProblem } from './domain/prefix';
export { codeFinder, type CodeFinder, type CodesFound } from './domain/code-finder';
export { codesNear } from './domain/code-repair';
export { type Bank, bankOf, BANKS } from './domain/bank-directory';
export { readQrMatrix } from './domain/matrix/read-matrix';
export { drawQrPng, drawQrSvg, qrMatrix } from './drawing';
