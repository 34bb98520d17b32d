const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const MODE = { end: 0, numeric: 1, alphanumeric: 2, bytes: 4 } as const;
const MODE_BITS = 4;

/** The bits of bytes, read from the first on. */
class Bits {
  private at = 0;

  constructor(private readonly bytes: readonly number[]) {}

  get left(): number {
    return this.bytes.length * 8 - this.at;
  }

  take(count: number): number {
    let value = 0;
    for (const end = this.at + count; this.at < end; this.at += 1)
      value = value * 2 + (((this.bytes[this.at >> 3] ?? 0) >> (7 - (this.at & 7))) & 1);
    return value;
  }
}

/** The text that codewords say, of ASCII signs; null where they say anything else. */
export function textOfData(bytes: readonly number[], version: number): string | null {
  const bits = new Bits(bytes);
  const size = version < 10 ? 0 : version < 27 ? 1 : 2;
  let text = '';
  while (bits.left >= MODE_BITS) {
    const mode = bits.take(MODE_BITS);
    if (mode === MODE.end) return text;
    const part = segment(bits, mode, size);
    if (part === null) return null;
    text += part;
  }
  return text;
}

function segment(bits: Bits, mode: number, size: 0 | 1 | 2): string | null {
  switch (mode) {
    case MODE.numeric:
      return numeric(bits, bits.take([10, 12, 14][size] ?? 0));
    case MODE.alphanumeric:
      return alphanumeric(bits, bits.take([9, 11, 13][size] ?? 0));
    case MODE.bytes:
      return ascii(bits, bits.take(size === 0 ? 8 : 16));
    default:
      return null;
  }
}

function numeric(bits: Bits, length: number): string {
  let text = '';
  for (let left = length; left > 0; left -= 3) {
    const digits = Math.min(left, 3);
    text += String(bits.take([0, 4, 7, 10][digits] ?? 0)).padStart(digits, '0');
  }
  return text;
}

function alphanumeric(bits: Bits, length: number): string {
  let text = '';
  for (let left = length; left > 1; left -= 2) {
    const pair = bits.take(11);
    text += (ALPHANUMERIC[Math.floor(pair / 45)] ?? '') + (ALPHANUMERIC[pair % 45] ?? '');
  }
  return length % 2 === 1 ? text + (ALPHANUMERIC[bits.take(6)] ?? '') : text;
}

function ascii(bits: Bits, length: number): string | null {
  let text = '';
  for (let left = length; left > 0; left -= 1) {
    const byte = bits.take(8);
    if (byte > 126) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}
