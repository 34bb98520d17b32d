import type { Vnd } from '@cho40/kernel';
import { vietqrError } from '../errors';
import { shortName, shortText } from './ascii';
import { crc16, crcText } from './crc';
import { NAPAS } from './decode-account';
import { tlv } from './tlv';

export interface VietQrInput {
  /** The bank's six digits. */
  readonly bin: string;
  /** Account, card or virtual account: 1 to 19 letters or digits. */
  readonly account: string;
  /** Whole đồng, above 0 and below 500,000,000; without it the payer types the amount. */
  readonly amount?: Vnd | undefined;
  /** The text the payer's bank fills in: at most 25 characters once its marks are dropped. */
  readonly purpose?: string | undefined;
  readonly billNumber?: string | undefined;
  /** The account holder, for the payer's eyes; cut after the last word that fits. */
  readonly holderName?: string | undefined;
  /** `QRIBFTTA` to an account (so without it), `QRIBFTTC` to a card. */
  readonly service?: 'QRIBFTTA' | 'QRIBFTTC' | undefined;
}

// NAPAS247 takes less than 500 million đồng in one transfer.
const AMOUNT_BELOW = 500_000_000;

/** The payload of a VietQR, ready to draw. Throws a refusal that names the field. */
export function encodeVietQr(input: VietQrInput): string {
  checkPayee(input);
  const amount = amountText(input.amount);
  const body =
    tlv('00', '01') +
    tlv('01', amount ? '12' : '11') +
    tlv('38', accountInformation(input)) +
    tlv('53', '704') +
    (amount && tlv('54', amount)) +
    tlv('58', 'VN') +
    optional('59', input.holderName, (name) => shortName(name, 'holderName')) +
    additionalData(input) +
    '6304';
  return body + crcText(crc16(body));
}

function accountInformation({ bin, account, service = 'QRIBFTTA' }: VietQrInput): string {
  return tlv('00', NAPAS) + tlv('01', tlv('00', bin) + tlv('01', account)) + tlv('02', service);
}

function additionalData({ billNumber, purpose }: VietQrInput): string {
  const objects =
    optional('01', billNumber, (text) => shortText(text, 'billNumber')) +
    optional('08', purpose, (text) => shortText(text, 'purpose'));
  return objects && tlv('62', objects);
}

function optional(id: string, text: string | undefined, shaped: (text: string) => string): string {
  return text === undefined ? '' : tlv(id, shaped(text));
}

function checkPayee({ bin, account }: VietQrInput): void {
  if (!/^[0-9]{6}$/.test(bin)) throw vietqrError('binInvalid', { field: 'bin', bin });
  if (!/^[0-9A-Za-z]{1,19}$/.test(account)) {
    throw vietqrError('accountInvalid', { field: 'account', account });
  }
}

function amountText(amount: Vnd | undefined): string {
  if (amount === undefined) return '';
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount >= AMOUNT_BELOW) {
    throw vietqrError('amountOutOfRange', { field: 'amount', amount, below: AMOUNT_BELOW });
  }
  return String(amount);
}
