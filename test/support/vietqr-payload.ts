import { type DecodedVietQr, decodeVietQr } from '@cho40/vietqr';

// CRC-16/CCITT-FALSE over UTF-8, bit by bit: the lib's own table does not judge itself here.
function crcOf(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1)
      crc = ((crc << 1) ^ ((crc & 0x8000) === 0 ? 0 : 0x1021)) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** Closes a payload with its right CRC, so that only what the test is about can be wrong. */
export function sealed(body: string): string {
  return `${body}6304${crcOf(`${body}6304`)}`;
}

export function object(id: string, value: string): string {
  return id + String(Array.from(value).length).padStart(2, '0') + value;
}

export const PAYEE = object('00', '970436') + object('01', '0123456789');
export const NAPAS = object('00', 'A000000727') + object('01', PAYEE) + object('02', 'QRIBFTTA');

export interface Parts {
  readonly head?: string;
  readonly account?: string;
  readonly currency?: string;
  readonly country?: string;
  readonly rest?: string;
}

/** A static VietQR to 0123456789 at Vietcombank, with what the test is about put in its place. */
export function payload(parts: Parts = {}): string {
  const { head = '000201010211', account = object('38', NAPAS), rest = '' } = parts;
  const { currency = '5303704', country = '5802VN' } = parts;
  return sealed(head + account + currency + country + rest);
}

/** What is read of a payload that must be right. */
export function read(text: string): DecodedVietQr {
  const reading = decodeVietQr(text);
  if (!reading.ok) throw new Error(reading.problems.join('; '));
  return reading;
}

/** What is wrong with a payload, in one line; `ok` with a right one. */
export function problems(text: string): string {
  const reading = decodeVietQr(text);
  return reading.ok ? 'ok' : reading.problems.join('; ');
}
