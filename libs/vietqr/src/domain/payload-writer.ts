import { CRC_START, crcOfKind, crcText } from './crc';
import { LAYOUT } from './layout';
import type { Piece } from './piece';

/** The beginning of a payload, and its CRC so far. */
export interface Beginning {
  readonly text: string;
  readonly crc: number;
}

const NOTHING: Beginning = { text: '', crc: CRC_START };

/** Puts a payload together and keeps its CRC on the way. */
export class PayloadWriter implements Beginning {
  text: string;
  crc: number;

  constructor({ text, crc }: Beginning = NOTHING) {
    this.text = text;
    this.crc = crc;
  }

  fixed(piece: Piece): void {
    this.text += piece.text;
    this.crc = piece.after(this.crc);
  }

  /** Says whether the text is of the kind; a payload with another one is not to be used. */
  value(text: string, kind: number): boolean {
    const crc = crcOfKind(kind, text, 0, text.length, this.crc);
    this.text += text;
    this.crc = crc ?? 0;
    return crc !== null;
  }

  sealed(): string {
    return this.text + LAYOUT.crc.text + crcText(LAYOUT.crc.after(this.crc));
  }
}
