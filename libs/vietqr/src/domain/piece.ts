import { crc16 } from './crc';

/**
 * A text known in advance, and what it does to a CRC. Most of a payload are such texts, and a CRC
 * is linear: passing over one costs two look-ups instead of one for each character.
 */
export class Piece {
  private readonly own: number;
  private readonly jump: Jump;

  constructor(readonly text: string) {
    this.own = crc16(text, 0);
    this.jump = jumpOver(text.length);
  }

  /** The CRC after this piece, of what stood before it. */
  after(crc: number): number {
    return this.jump.over(crc) ^ this.own;
  }
}

/** What a number of zero bytes does to a CRC. */
export class Jump {
  private readonly high: Uint16Array;
  private readonly low: Uint16Array;

  constructor(bytes: number) {
    const zeros = '\0'.repeat(bytes);
    this.high = linear((bit) => crc16(zeros, bit << 8));
    this.low = linear((bit) => crc16(zeros, bit));
  }

  over(crc: number): number {
    return (this.high[crc >> 8] ?? 0) ^ (this.low[crc & 0xff] ?? 0);
  }
}

const JUMPS = new Map<number, Jump>();

export function jumpOver(bytes: number): Jump {
  const known = JUMPS.get(bytes) ?? new Jump(bytes);
  JUMPS.set(bytes, known);
  return known;
}

/** A linear function of a byte, from what it makes of the eight single bits. */
function linear(ofBit: (bit: number) => number): Uint16Array {
  const values = new Uint16Array(256);
  for (let bit = 1; bit < 256; bit *= 2) {
    const value = ofBit(bit);
    for (let below = 0; below < bit; below += 1) values[bit + below] = value ^ (values[below] ?? 0);
  }
  return values;
}
