import { ALPHANUMERIC, DIGITS, PRINTABLE } from './characters';
import { crc16, crcOfKind, isCrcAt } from './crc';
import { AMOUNT_DIGITS, BIN_DIGITS, CRC_DIGITS, LAYOUT, TEXT_CHARACTERS } from './layout';
import { type Jump, jumpOver } from './piece';

/** How long the values of a payload are; 0 for an amount or a purpose that is not there. */
export interface Lengths {
  readonly account: number;
  readonly amount: number;
  readonly purpose: number;
}

/** A value with the piece before it. */
interface Part {
  readonly before: string;
  readonly length: number;
  readonly kind: number;
}

/** Where a value stands, of which characters it is, and the jump from its end to the CRC. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
  readonly toCrc: Jump;
}

/**
 * Payloads to an account as we write them whose values are of the same lengths: all between the
 * values is the same then. It is compared by an expression, which looks at four characters at a
 * time, and counted into the CRC in advance.
 */
export class Shape {
  private readonly expression: RegExp;
  private readonly crcWithoutValues: number;
  private readonly places: readonly Place[];

  constructor(parts: readonly Part[]) {
    const zeros = filled(parts, '\0');
    this.expression = new RegExp(`^${filled(parts, '.')}${'.'.repeat(CRC_DIGITS)}$`, 's');
    this.crcWithoutValues = crc16(zeros);
    this.places = placesOf(parts, zeros.length);
  }

  /** Whether the text is such a payload: pieces, values of their kinds, the right CRC. */
  fits(text: string): boolean {
    if (!this.expression.test(text)) return false;
    let crc = this.crcWithoutValues;
    for (const { start, end, kind, toCrc } of this.places) {
      const value = crcOfKind(kind, text, start, end, 0);
      if (value === null) return false;
      crc ^= toCrc.over(value);
    }
    return isCrcAt(text, text.length - CRC_DIGITS, crc);
  }
}

// Made when first met: an expression takes a thousand times as long to make as to use, and of the
// five thousand shapes there are, a province's bills have some dozens.
const SHAPES = new Map<number, Shape>();

/** Null where no payload of ours has values of such lengths. */
export function shapeOf(lengths: Lengths): Shape | null {
  const { account, amount, purpose } = lengths;
  if (amount < 0 || amount > AMOUNT_DIGITS) return null;
  if (purpose < 0 || purpose > TEXT_CHARACTERS) return null;
  const place = (account * (AMOUNT_DIGITS + 1) + amount) * (TEXT_CHARACTERS + 1) + purpose;
  const known = SHAPES.get(place);
  if (known) return known;
  const parts = partsOf(lengths);
  if (!parts) return null;
  const shape = new Shape(parts);
  SHAPES.set(place, shape);
  return shape;
}

function partsOf({ account, amount, purpose }: Lengths): readonly Part[] | null {
  const head = (amount === 0 ? LAYOUT.staticHead : LAYOUT.dynamicHead)[account];
  const beforeAccount = LAYOUT.account[account];
  if (!head || !beforeAccount) return null;
  const service = LAYOUT.services.QRIBFTTA;
  const beforeAmount = service.amount[amount] ?? service.noAmount;
  const beforePurpose = LAYOUT.purpose[purpose] ?? LAYOUT.country;
  return [
    { before: head.text, length: BIN_DIGITS, kind: DIGITS },
    { before: beforeAccount.text, length: account, kind: ALPHANUMERIC },
    { before: beforeAmount.text, length: amount, kind: DIGITS },
    { before: beforePurpose.text, length: purpose, kind: PRINTABLE },
  ];
}

/** The payload up to its CRC, with one and the same character all over its values. */
function filled(parts: readonly Part[], character: string): string {
  const texts = parts.map(({ before, length }) => before + character.repeat(length));
  return texts.join('') + LAYOUT.crc.text;
}

function placesOf(parts: readonly Part[], crcAt: number): readonly Place[] {
  let end = 0;
  return parts.map(({ before, length, kind }) => {
    const start = end + before.length;
    end = start + length;
    return { start, end, kind, toCrc: jumpOver(crcAt - end) };
  });
}
