import { vnd, type Month } from '@cho40/kernel';
import { bankOf, encodeVietQr, transferText } from '@cho40/vietqr';
import type { BillQrDto } from './bill.dto';
import type { PayTo } from './bills.queries';

interface PaidByCode {
  readonly code: string;
  readonly stallCode: string;
  readonly period: Month;
  readonly due: number;
}

/** The VietQR that pays what is still due, to the đồng; its code names the bill. */
export function billQrOf(bill: PaidByCode, payTo: PayTo): BillQrDto {
  const { code, stallCode, period, due: amount } = bill;
  return qrOf({ code, amount, words: [stallCode, `T${Number(period.slice(5))}`] }, payTo);
}

/** The VietQR that pays an exact sum by a code. */
export function qrOf(
  { code, amount, words }: { code: string; amount: number; words: readonly string[] },
  { bin, number, holderName, isThroughSePay }: PayTo,
): BillQrDto {
  const purpose = transferText({ code, bin, isThroughSePay, words });
  const qr = { bin, account: number, amount: vnd(amount), purpose, billNumber: code, holderName };
  const bank = bankOf(bin)?.shortName ?? bin;
  return { payload: encodeVietQr(qr), purpose, amount, account: number, holderName, bin, bank };
}
