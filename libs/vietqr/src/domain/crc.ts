import { ASCII, KINDS } from './characters';

const POLYNOMIAL = 0x1021;
/** The CRC of nothing. */
export const CRC_START = 0xffff;
const TABLE = Uint16Array.from({ length: 256 }, (_, byte) => shiftedOut(byte << 8));

const TABLE_OF_FIRST = TABLE.map((crc) => crcAfter(crc, 0));

function shiftedOut(word: number): number {
  let crc = word;
  for (let bit = 0; bit < 8; bit += 1) {
    crc = crc & 0x8000 ? ((crc << 1) ^ POLYNOMIAL) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

/**
 * CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF) over the UTF-8 bytes of `text`, as EMVCo
 * wants it: the check of `123456789` is 0x29B1. A lone surrogate counts as U+FFFD. `before` is the
 * CRC of what stands before the text.
 */
export function crc16(text: string, before = CRC_START): number {
  const crc = crcOfKind(ASCII, text, 0, text.length, before);
  return crc === null ? utf8(text).reduce(crcAfter, before) : crc;
}

/**
 * The CRC over the characters from `from` to `to`, if all are of one kind; else null. One pass says
 * both: half of what reading or writing a payload takes is looking at characters.
 */
export function crcOfKind(
  kind: number,
  text: string,
  from: number,
  to: number,
  before: number,
): number | null {
  let crc = before;
  let common = kind;
  let at = from;
  // Two at a time: one step waits for the one before, and half as many wait half as long.
  for (; at < to - 1; at += 2) {
    const first = text.charCodeAt(at);
    const second = text.charCodeAt(at + 1);
    common &= (KINDS[first] ?? 0) & (KINDS[second] ?? 0);
    crc = (TABLE_OF_FIRST[(crc >> 8) ^ first] ?? 0) ^ (TABLE[(crc & 0xff) ^ second] ?? 0);
  }
  if (at < to) {
    const last = text.charCodeAt(at);
    common &= KINDS[last] ?? 0;
    crc = crcAfter(crc, last);
  }
  return common === 0 ? null : crc;
}

function crcAfter(crc: number, byte: number): number {
  return ((TABLE[(crc >> 8) ^ byte] ?? 0) ^ (crc << 8)) & 0xffff;
}

const DIGIT_CODES = Uint8Array.from('0123456789ABCDEF', (digit) => digit.charCodeAt(0));
const HEX = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).toUpperCase().padStart(2, '0'),
);

/** Four upper-case hexadecimal digits, as a payload ends. */
export function crcText(crc: number): string {
  return `${HEX[crc >> 8]}${HEX[crc & 0xff]}`;
}

/** Whether a CRC stands at a place of a text, in four upper-case digits. */
export function isCrcAt(text: string, at: number, crc: number): boolean {
  return (
    text.charCodeAt(at) === DIGIT_CODES[crc >> 12] &&
    text.charCodeAt(at + 1) === DIGIT_CODES[(crc >> 8) & 15] &&
    text.charCodeAt(at + 2) === DIGIT_CODES[(crc >> 4) & 15] &&
    text.charCodeAt(at + 3) === DIGIT_CODES[crc & 15]
  );
}

// The platform's TextEncoder belongs to no language edition, and this folder uses only the language.
function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = wellFormed(character.codePointAt(0) ?? 0);
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point));
    else bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point));
  }
  return bytes;
}

function wellFormed(point: number): number {
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
