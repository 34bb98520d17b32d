import { decodeVietQr, encodeVietQr, transferText } from '@cho40/vietqr';

/** The account a card leads to. */
export interface PaidInto {
  readonly bin: string;
  readonly number: string;
  readonly holderName: string;
  readonly isThroughSePay: boolean;
}

/** What a card says to a bank app: where to, and the stall's code; the payer types the sum. */
export function feeCardPayload(
  { code, stallCode }: { code: string; stallCode: string },
  { bin, number, holderName, isThroughSePay }: PaidInto,
): string {
  const purpose = transferText({ code, bin, isThroughSePay, words: [stallCode] });
  return encodeVietQr({ bin, account: number, purpose, holderName });
}

export interface SaidOfCard {
  readonly payload: string;
  readonly bin: string;
  readonly accountNumber: string;
  readonly code: string;
}

/** Whether what was read from a drawn code is the card's payload and leads where the card says. */
export function leadsWhereItSays(read: string | null, card: SaidOfCard): boolean {
  if (read === null || read !== card.payload) return false;
  const said = decodeVietQr(read);
  return (
    said.ok &&
    said.bin === card.bin &&
    said.account === card.accountNumber &&
    said.amount === null &&
    (said.purpose ?? '').split(' ').includes(card.code)
  );
}
