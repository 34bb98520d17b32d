import { type Chance, chanceOf } from '../../../apps/cli/src/province/chance';
import { BANK_NAMES, BANKS, finished, worn } from './banks';
import {
  aCode,
  asSigns,
  isWhole,
  mistyped,
  spelled,
  TYPING_ERRORS,
  type TypingError,
} from './sent';

/** A text as a bank would show it, with the truth about it. */
export interface LabelledText {
  readonly text: string;
  /** The one code that may be credited; null: nobody may be. */
  readonly credit: string | null;
  /** The code that was meant where it was mistyped. */
  readonly meant: string | null;
  /** What happened to it, for the counts. */
  readonly story: Story;
}
export type Story =
  | 'whole'
  | 'twice'
  | 'twoCodes'
  | 'oneMistyped'
  | 'cutOff'
  | 'none'
  | TypingError;

const NAMES = [
  'Vàng Thị Mỷ',
  'Nguyễn Văn Sơn',
  'Giàng Mí Dính',
  'Triệu Mùi Pham',
  'Đặng Thị Hồng Xoan',
  'LÒ VĂN QUẾ',
  'Hoàng Kim Oanh',
];
const WORDS = [
  'nộp tiền chợ',
  'tien cho thang 11',
  'Đóng tiền sạp',
  'thanh toan dien nuoc',
  'ck',
  'tra tien mat bang',
  'chuyen tien',
  'NOP TIEN',
  'phí vệ sinh tháng 10/2026',
  'A12',
  'sap B-07 T11/2026',
];
const PHONES = ['0912345678', '0387654321', '84977123456', '0868000111'];
const DAYS = ['23/11/2026', '23112026', '231126', '11/2026', '112026', '2026-11-23', '20261123'];
const NUMBERS = [
  '1',
  '12',
  '500000',
  '150.000',
  '1200000d',
  '20',
  '3 thang',
  'x2',
  '0011004123456',
];

/** `count` texts, the same for the same seed. */
export function* labelledTexts(seed: string, count: number): Generator<LabelledText> {
  for (let at = 0; at < count; at += 1) yield labelled(chanceOf(seed, at));
}

/** Texts in which no code was ever sent. */
export function* textsWithoutCode(seed: string, count: number): Generator<string> {
  for (let at = 0; at < count; at += 1) yield textOf([], chanceOf(seed, 'none', at)).text;
}

function labelled(chance: Chance): LabelledText {
  const fate = chance.next();
  if (fate < 0.08)
    return { text: textOf([], chance).text, credit: null, meant: null, story: 'none' };
  const code = aCode(chance);
  if (fate < 0.3) {
    const error = chance.pick(Object.keys(TYPING_ERRORS) as TypingError[]);
    const { text } = textOf([mistyped(code, error, chance)], chance);
    return { text, credit: null, meant: code, story: error };
  }
  if (fate < 0.36) return several(code, chance);
  const copies = fate < 0.4 ? [code, code] : [code];
  const { text, areWhole } = textOf(copies, chance, chance.happens(0.15));
  if (!areWhole.includes(true)) return { text, credit: null, meant: code, story: 'cutOff' };
  return { text, credit: code, meant: null, story: copies.length > 1 ? 'twice' : 'whole' };
}

/** Two codes of which each was meant, the second perhaps mistyped: for a person. */
function several(code: string, chance: Chance): LabelledText {
  const other = aCode(chance);
  const error = chance.pick(['oneWrong', 'oneMissing', 'twoSwapped', 'lettersForDigits'] as const);
  const isBroken = chance.happens(0.3);
  const second = isBroken ? mistyped(other, error, chance) : other;
  const codes = chance.happens(0.5) ? [code, second] : [second, code];
  const { text } = textOf(codes, chance);
  const story = isBroken ? 'oneMistyped' : 'twoCodes';
  return { text, credit: code === other ? code : null, meant: null, story };
}

function textOf(codes: readonly string[], chance: Chance, isCutOff = false) {
  const sent = sentWith(codes, chance);
  const payer = chance.pick(NAMES);
  const bank = BANKS[chance.pick(BANK_NAMES)];
  const wrapped = worn(bank?.(sent, payer, chance) ?? sent, chance);
  const kept = isCutOff ? wrapped.slice(0, chance.between(40, 150)) : wrapped;
  const text = finished(spelled(kept, codes), chance);
  return { text, areWhole: codes.map((code, at) => isWhole(kept, code, at)) };
}

/** What the payer's app sends: codes among words, numbers and labels, with and without spaces. */
function sentWith(codes: readonly string[], chance: Chance): string {
  const pieces = codes.map((code, at) => grouped(asSigns(code, at), chance));
  const before = chance.happens(0.3) ? [chance.pick([...WORDS, ...NAMES, ...PHONES])] : [];
  const after = chance.happens(0.6)
    ? [chance.pick([...WORDS, ...WORDS, ...NAMES, ...PHONES, ...DAYS, ...NUMBERS])]
    : [];
  const more = chance.happens(0.2) ? [chance.pick([...PHONES, ...DAYS, ...NAMES])] : [];
  const parts = [...before, ...pieces, ...after, ...more];
  const none = codes.length === 0 ? [chance.pick(WORDS)] : [];
  return [...parts, ...none].reduce((text, part) => text + joint(chance) + part, '').trim();
}

const joint = (chance: Chance) =>
  chance.pick([' ', ' ', ' ', ' ', ' ', '', '-', '.', ' - ', ', ', '/', '_']);

/** A code as people space it: usually not, else behind the prefix or in groups. */
function grouped(signs: string, chance: Chance): string {
  if (chance.happens(0.85)) return signs;
  const sign = chance.pick([' ', '-', '.', '  ']);
  const prefix = signs.length - 10;
  if (chance.happens(0.5)) return signs.slice(0, prefix) + sign + signs.slice(prefix);
  return signs.replace(new RegExp(`(.{${chance.pick([3, 4, 5])}})(?=.)`, 'g'), `$1${sign}`);
}
