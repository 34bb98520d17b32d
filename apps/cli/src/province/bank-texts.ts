import type { Chance } from './chance';

/** What a payer's app sends: the transfer text, and whose account it comes from. */
export interface Transfer {
  readonly text: string;
  /** With its marks: `Vàng Thị Mỷ`. */
  readonly payer: string;
}

type Wrapping = (sent: { text: string; payer: string }, chance: Chance) => string;

interface BankShape {
  readonly wrapped: Wrapping;
  /** Characters that the bank's feed keeps. */
  readonly most: number;
  /** Whether it cuts every 35 characters, as SWIFT's field 70 does, and joins with spaces. */
  readonly cuts: boolean;
}

/**
 * How eight banks hand a transfer text on: shapes of design/vietqr.md, as seen in published lines,
 * with made-up numbers and names.
 */
const SHAPES = {
  vietcombank: {
    wrapped: ({ text, payer }, chance) =>
      `MBVCB.${digits(chance, 10)}.${digits(chance, 6)}.${text}.` +
      `CT tu ${digits(chance, 10)} ${payer} toi ${digits(chance, 12)} BQL CHO tai VIETCOMBANK`,
    most: 269,
    cuts: false,
  },
  mb: {
    wrapped: ({ text }, chance) =>
      `CUSTOMER ${text}- Ma GD ACSP/ ${letters(chance, 2)}${digits(chance, 6)}`,
    most: 210,
    cuts: true,
  },
  techcombank: {
    wrapped: ({ text, payer }, chance) => `${payer} ${text} FT${digits(chance, 14)}`,
    most: 210,
    cuts: true,
  },
  bidv: {
    wrapped: ({ text, payer }, chance) =>
      `REM Tfr Ac: ${digits(chance, 14)} O@L_${digits(chance, 6)}_${text} ${payer}`,
    most: 255,
    cuts: true,
  },
  vietinbank: {
    wrapped: ({ text }, chance) => `CT DEN:${digits(chance, 12)} ${text}; tai iPay`,
    most: 210,
    cuts: false,
  },
  agribank: {
    wrapped: ({ text }, chance) => `IBFT ${text} ${digits(chance, 8)}`,
    most: 150,
    cuts: true,
  },
  momo: {
    wrapped: ({ text }, chance) =>
      `${text}-CHUYEN TIEN-OQCH${digits(chance, 8)}-MOMO${digits(chance, 11)}MOMO`,
    most: 210,
    cuts: true,
  },
  tpbank: {
    wrapped: ({ text, payer }, chance) => `${payer} chuyen khoan ${text} GD ${digits(chance, 9)}`,
    most: 255,
    cuts: false,
  },
} satisfies Readonly<Record<string, BankShape>>;

export type PayingBank = keyof typeof SHAPES;
export const PAYING_BANKS = Object.keys(SHAPES) as readonly PayingBank[];

/** The text as the receiving bank books it: wrapped, folded, cut and joined, the same each time. */
export function bankText(bank: PayingBank, { text, payer }: Transfer, chance: Chance): string {
  const shape: BankShape = SHAPES[bank];
  const plainPayer = withoutMarks(payer).toUpperCase();
  const wrapped = shape.wrapped({ text: withoutMarks(text), payer: plainPayer }, chance);
  const worn = worded(wrapped, chance);
  return (shape.cuts ? cut(worn, chance) : worn).slice(0, shape.most);
}

const LINE_CHARACTERS = 35;

/** Lines of 35 characters, joined with one space, two, or none: inside words and codes too. */
function cut(text: string, chance: Chance): string {
  const joint = chance.pick(['', ' ', ' ', '  ']);
  const lines = text.match(new RegExp(`.{1,${LINE_CHARACTERS}}`, 'g')) ?? [];
  return lines.join(joint);
}

/** What switches do to signs and case: hyphens dropped, dots made spaces, often all capitals. */
function worded(text: string, chance: Chance): string {
  let worn = text;
  if (chance.happens(0.3)) worn = worn.replaceAll('-', '');
  if (chance.happens(0.3)) worn = worn.replaceAll('.', ' ');
  if (chance.happens(0.1)) worn = worn.replaceAll(' ', '');
  if (chance.happens(0.5)) return worn.toUpperCase();
  return chance.happens(0.3) ? worn.toLowerCase() : worn;
}

// Diacritics almost never survive.
function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.between(0, 9)).join('');
}

function letters(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.pick(['h', 't', 'k', 'm'])).join('');
}
