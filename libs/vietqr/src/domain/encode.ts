import type { Vnd } from '@cho40/kernel';
import { vietqrError } from './errors';
import { shortName, shortText } from './ascii';
import { ALPHANUMERIC, DIGITS, PRINTABLE } from './characters';
import { BIN_DIGITS, LAYOUT, type Service } from './layout';
import { type Beginning, PayloadWriter } from './payload-writer';
import { tlv } from './tlv';

/** Where the money goes. */
export interface Payee {
  /** The bank's six digits. */
  readonly bin: string;
  /** Account, card or virtual account: 1 to 19 letters or digits. */
  readonly account: string;
  /** `QRIBFTTA` to an account (so without it), `QRIBFTTC` to a card. */
  readonly service?: Service | undefined;
}

/** What is asked for. */
export interface Asked {
  /** Whole đồng, above 0 and below 500,000,000; without it the payer types the amount. */
  readonly amount?: Vnd | undefined;
  /** The text the payer's bank fills in: at most 25 characters once its marks are dropped. */
  readonly purpose?: string | undefined;
  readonly billNumber?: string | undefined;
  /** The account holder, for the payer's eyes; cut after the last word that fits. */
  readonly holderName?: string | undefined;
}

export interface VietQrInput extends Payee, Asked {}

// NAPAS247 takes less than 500 million đồng in one transfer.
const AMOUNT_BELOW = 500_000_000;

/** The payload of a VietQR, ready to draw. Throws a refusal that names the field. */
export function encodeVietQr(input: VietQrInput): string {
  return finished(beginning(input, input.amount !== undefined), input.service, input);
}

/**
 * As above, for one payee: a run writes thousands of bills to the board's one account. Throws when
 * the payee is refused; what it gives throws when the rest is.
 */
export function vietQrTo(payee: Payee): (asked: Asked) => string {
  const open = beginning(payee, false);
  const withAmount = beginning(payee, true);
  return (asked) => finished(asked.amount === undefined ? open : withAmount, payee.service, asked);
}

/** Up to the account, its end included. */
function beginning({ bin, account }: Payee, isDynamic: boolean): Beginning {
  const payload = new PayloadWriter();
  const head = (isDynamic ? LAYOUT.dynamicHead : LAYOUT.staticHead)[account.length];
  const between = LAYOUT.account[account.length];
  if (!head || !between) throw vietqrError('accountInvalid', { field: 'account', account });
  payload.fixed(head);
  if (bin.length !== BIN_DIGITS || !payload.value(bin, DIGITS)) {
    throw vietqrError('binInvalid', { field: 'bin', bin });
  }
  payload.fixed(between);
  if (!payload.value(account, ALPHANUMERIC)) {
    throw vietqrError('accountInvalid', { field: 'account', account });
  }
  return payload;
}

function finished(begun: Beginning, service: Service | undefined, asked: Asked): string {
  const payload = new PayloadWriter(begun);
  const amount = amountText(asked.amount);
  const layout = LAYOUT.services[service ?? 'QRIBFTTA'];
  payload.fixed(layout.amount[amount.length] ?? layout.noAmount);
  payload.value(amount, DIGITS);
  writeTexts(asked, payload);
  return payload.sealed();
}

function writeTexts({ holderName, billNumber, purpose }: Asked, payload: PayloadWriter): void {
  const text = purpose === undefined ? '' : shortText(purpose, 'purpose');
  const isAlone = holderName === undefined && billNumber === undefined;
  const fixed = isAlone ? LAYOUT.purpose[text.length] : undefined;
  payload.fixed(fixed ?? LAYOUT.country);
  if (isAlone) payload.value(text, PRINTABLE);
  else payload.value(nameAndAdditional(holderName, billNumber, text), PRINTABLE);
}

function nameAndAdditional(name: string | undefined, bill: string | undefined, purpose: string) {
  const billObject = bill === undefined ? '' : tlv('01', shortText(bill, 'billNumber'));
  const additional = billObject + (purpose && tlv('08', purpose));
  const nameObject = name === undefined ? '' : tlv('59', shortName(name, 'holderName'));
  return nameObject + (additional && tlv('62', additional));
}

function amountText(amount: Vnd | undefined): string {
  if (amount === undefined) return '';
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount >= AMOUNT_BELOW) {
    throw vietqrError('amountOutOfRange', { field: 'amount', amount, below: AMOUNT_BELOW });
  }
  return String(amount);
}
