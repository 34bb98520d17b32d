import { vnd } from '@cho40/kernel';
import { ALPHANUMERIC, DIGITS, PRINTABLE } from './characters';
import { CRC_START, crcOfKind, isCrcAt } from './crc';
import type { DecodedVietQr } from './decode';
import { BIN_DIGITS, LAYOUT } from './layout';
import type { Piece } from './piece';
import { twoDigits } from './tlv';

const TO_ACCOUNT = LAYOUT.services.QRIBFTTA;
// Where the layout has the length of 38, the BIN, and the account behind its own header.
const INFORMATION_LENGTH_AT = 14;
const INFORMATION_WITHOUT_ACCOUNT = 44;
const BIN_AT = 38;
const ACCOUNT_AT = BIN_AT + BIN_DIGITS + 4;
// Where the lengths stand in the pieces before amount and purpose.
const AMOUNT_LENGTH_AT = 21;
const PURPOSE_LENGTH_AT = 12;
// `6304` and four digits.
const SEAL_CHARACTERS = 8;
const ZERO = 48;
const NO_WARNINGS: readonly string[] = Object.freeze([]);

/**
 * Reads a payload that is laid out as `encodeVietQr` does it, to an account, without name and bill
 * number: most payloads there are. Null for every other one, a wrong one too. It gives what
 * `decodeAny` gives, in a seventh of the time.
 */
export function decodeOwn(text: string): DecodedVietQr | null {
  const reader = new PayloadReader(text);
  const isDynamic = text.charCodeAt(11) === 0x32;
  const length = twoDigits(text, INFORMATION_LENGTH_AT) - INFORMATION_WITHOUT_ACCOUNT;
  reader.fixed((isDynamic ? LAYOUT.dynamicHead : LAYOUT.staticHead)[length]);
  reader.value(BIN_DIGITS, DIGITS);
  reader.fixed(LAYOUT.account[length]);
  reader.value(length, ALPHANUMERIC);
  const amount = isDynamic ? readAmount(reader) : null;
  if (!isDynamic) reader.fixed(TO_ACCOUNT.noAmount);
  const purpose = readPurpose(reader);
  const purposeEnd = reader.at;
  if (amount === 0 || !reader.isSealed()) return null;
  return {
    ok: true,
    scheme: 'napas',
    bin: text.substring(BIN_AT, BIN_AT + BIN_DIGITS),
    account: text.substring(ACCOUNT_AT, ACCOUNT_AT + length),
    service: 'QRIBFTTA',
    amount: amount === null ? null : vnd(amount),
    amountText: null,
    currency: '704',
    purpose: purpose === 0 ? null : text.substring(purposeEnd - purpose, purposeEnd),
    billNumber: null,
    initiation: isDynamic ? 'dynamic' : 'static',
    merchantName: null,
    warnings: NO_WARNINGS,
  };
}

function readAmount(reader: PayloadReader): number {
  const length = reader.lengthAt(AMOUNT_LENGTH_AT);
  reader.fixed(TO_ACCOUNT.amount[length]);
  reader.value(length, DIGITS);
  return reader.numberBefore(length);
}

/** The country, and the purpose; gives the purpose's length, 0 without one. */
function readPurpose(reader: PayloadReader): number {
  if (reader.charactersLeft() === LAYOUT.country.text.length + SEAL_CHARACTERS) {
    reader.fixed(LAYOUT.country);
    return 0;
  }
  const length = reader.lengthAt(PURPOSE_LENGTH_AT);
  reader.fixed(LAYOUT.purpose[length]);
  reader.value(length, PRINTABLE);
  return length;
}

/** Goes along a payload piece by piece and keeps its CRC on the way, as long as nothing differs. */
class PayloadReader {
  at = 0;
  private crc = CRC_START;
  private isOwn = true;

  constructor(private readonly text: string) {}

  fixed(piece: Piece | undefined): void {
    if (!piece) {
      this.isOwn = false;
      return;
    }
    const start = this.at;
    this.at += piece.text.length;
    this.isOwn = this.isOwn && this.text.substring(start, this.at) === piece.text;
    this.crc = piece.after(this.crc);
  }

  value(length: number, kind: number): void {
    const start = this.at;
    this.at += length;
    const isInside = this.isOwn && this.at < this.text.length;
    const crc = isInside ? crcOfKind(kind, this.text, start, this.at, this.crc) : null;
    this.isOwn = crc !== null;
    this.crc = crc ?? 0;
  }

  /** What the last `length` digits write. */
  numberBefore(length: number): number {
    let value = 0;
    for (let at = this.at - length; at < this.at; at += 1) {
      value = value * 10 + this.text.charCodeAt(at) - ZERO;
    }
    return value;
  }

  lengthAt(offset: number): number {
    return twoDigits(this.text, this.at + offset);
  }

  charactersLeft(): number {
    return this.text.length - this.at;
  }

  /** Whether all was our own and the CRC ends it. */
  isSealed(): boolean {
    const isAtSeal = this.charactersLeft() === SEAL_CHARACTERS;
    this.fixed(LAYOUT.crc);
    return isAtSeal && this.isOwn && isCrcAt(this.text, this.at, this.crc);
  }
}
