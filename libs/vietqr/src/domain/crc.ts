const POLYNOMIAL = 0x1021;
const TABLE = Uint16Array.from({ length: 256 }, (_, byte) => shiftOut(byte << 8));

function shiftOut(word: number): number {
  let crc = word;
  for (let bit = 0; bit < 8; bit += 1) {
    crc = crc & 0x8000 ? ((crc << 1) ^ POLYNOMIAL) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

/**
 * CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF) over the UTF-8 bytes of `text`, as EMVCo
 * wants it: the check of `123456789` is 0x29B1. A lone surrogate counts as U+FFFD.
 */
export function crc16(text: string): number {
  let crc = 0xffff;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return crc16OfBytes(utf8(text));
    crc = stepped(crc, code);
  }
  return crc;
}

/** Four upper-case hexadecimal digits, as a payload ends. */
export function crcText(crc: number): string {
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

function crc16OfBytes(bytes: readonly number[]): number {
  return bytes.reduce(stepped, 0xffff);
}

function stepped(crc: number, byte: number): number {
  return ((TABLE[(crc >> 8) ^ byte] ?? 0) ^ (crc << 8)) & 0xffff;
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
