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
    high: Uint16Array.from({ length: 256 }, (_, byte) => crc16(zeros, byte << 8)),
    low: Uint16Array.from({ length: 256 }, (_, byte) => crc16(zeros, byte)),
  };
  JUMPS.set(bytes, jump);
  return jump;
}
