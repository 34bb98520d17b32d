import { vnd } from '@cho40/kernel';
import type { DecodedVietQr } from './decode';
import { BIN_DIGITS, CRC_DIGITS, LAYOUT } from './layout';
import { type Lengths, shapeOf } from './shape';
import { twoDigits } from './tlv';

// Where the layout has what says static or dynamic, the length of 38, the BIN and the account.
const INITIATION_AT = 11;
const DYNAMIC = 0x32;
const INFORMATION_LENGTH_AT = 14;
const INFORMATION_WITHOUT_ACCOUNT = 44;
const BIN_AT = 38;
const ACCOUNT_AT = BIN_AT + BIN_DIGITS + 4;
// What stands between account and amount, the amount's id and length last.
const SERVICE_CHARACTERS = LAYOUT.services.QRIBFTTA.noAmount.text.length;
const HEADER_CHARACTERS = 4;
// What stands behind the amount, without the purpose and with its headers.
const SEAL_CHARACTERS = LAYOUT.crc.text.length + CRC_DIGITS;
const COUNTRY_AND_SEAL = LAYOUT.country.text.length + SEAL_CHARACTERS;
const BESIDE_PURPOSE = COUNTRY_AND_SEAL + 2 * HEADER_CHARACTERS;
const ZERO = 48;
const NO_WARNINGS: readonly string[] = Object.freeze([]);

/**
 * Reads a payload that is laid out as `encodeVietQr` does it, to an account, without name and bill
 * number: most payloads there are. Null for every other one, a wrong one too. It gives what
 * `decodeAny` gives, in a fraction of the time.
 */
export function decodeOwn(text: string): DecodedVietQr | null {
  const lengths = lengthsIn(text);
  if (!shapeOf(lengths)?.fits(text)) return null;
  const amount = lengths.amount === 0 ? null : amountIn(text, lengths);
  if (amount === 0) return null;
  const purposeEnd = text.length - SEAL_CHARACTERS;
  return {
    ok: true,
    scheme: 'napas',
    bin: text.substring(BIN_AT, BIN_AT + BIN_DIGITS),
    account: text.substring(ACCOUNT_AT, ACCOUNT_AT + lengths.account),
    service: 'QRIBFTTA',
    amount: amount === null ? null : vnd(amount),
    amountText: null,
    currency: '704',
    purpose:
      lengths.purpose === 0 ? null : text.substring(purposeEnd - lengths.purpose, purposeEnd),
    billNumber: null,
    initiation: amount === null ? 'static' : 'dynamic',
    merchantName: null,
    warnings: NO_WARNINGS,
  };
}

/** What the lengths are if the payload is one of ours; whether it is says the shape. */
function lengthsIn(text: string): Lengths {
  const account = twoDigits(text, INFORMATION_LENGTH_AT) - INFORMATION_WITHOUT_ACCOUNT;
  const isDynamic = text.charCodeAt(INITIATION_AT) === DYNAMIC;
  const serviceEnd = ACCOUNT_AT + account + SERVICE_CHARACTERS;
  const amount = isDynamic ? twoDigits(text, serviceEnd + 2) : 0;
  const amountEnd = serviceEnd + (isDynamic ? HEADER_CHARACTERS + amount : 0);
  const left = text.length - amountEnd;
  return { account, amount, purpose: left === COUNTRY_AND_SEAL ? 0 : left - BESIDE_PURPOSE };
}

function amountIn(text: string, { account, amount }: Lengths): number {
  const start = ACCOUNT_AT + account + SERVICE_CHARACTERS + HEADER_CHARACTERS;
  let value = 0;
  for (let at = start; at < start + amount; at += 1) {
    value = value * 10 + text.charCodeAt(at) - ZERO;
  }
  return value;
}
