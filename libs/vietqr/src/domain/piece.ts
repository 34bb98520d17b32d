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
    return (this.jump.high[crc >> 8] ?? 0) ^ (this.jump.low[crc & 0xff] ?? 0) ^ this.own;
  }
}

/** What a number of zero bytes does to the high and to the low byte of a CRC. */
interface Jump {
  readonly high: Uint16Array;
  readonly low: Uint16Array;
}

const JUMPS = new Map<number, Jump>();

function jumpOver(bytes: number): Jump {
  const known = JUMPS.get(bytes);
  if (known) return known;
  const zeros = '\0'.repeat(bytes);
  const jump = {
    high: linear((bit) => crc16(zeros, bit << 8)),
    low: linear((bit) => crc16(zeros, bit)),
  };
  JUMPS.set(bytes, jump);
  return jump;
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
