import { isSentAs } from './code-edges';
import { vietqrError } from './errors';
import { type BrokenCode, mayBe, repairsAt, writtenAt } from './code-repair';
import { folded } from './normalise';
import { CHECKED_DIGITS, kindOfDigits } from './payment-code';
import { DIGIT, digitsFrom, LETTER_I, LETTER_O, SIGNS } from './signs';

/** Codes whose check digits hold, in the order met, each once; and what broken ones may have been. */
export interface CodesFound {
  readonly codes: readonly string[];
  /** Only suggestions for a person: O read as 0, I as 1, one missing digit filled in. */
  readonly repairs: readonly string[];
  /** What begins as a code and is none, nor one of `codes` mistyped or cut off. */
  readonly broken: readonly BrokenCode[];
}

export interface CodeFinder {
  find(text: string): CodesFound;
}

interface Prefix {
  readonly letters: string;
  readonly packed: number;
  readonly mask: number;
}

interface Start {
  /** Among the signs, and in the text itself. */
  readonly at: number;
  readonly textAt: number;
  readonly prefix: string;
}

const NOTHING: CodesFound = Object.freeze({ codes: [], repairs: [], broken: [] });
// A text with more broken codes than these is none that anybody typed.
const BROKEN_AT_MOST = 20;
const LONGEST_USUAL_TEXT = 512;
const LETTER_BITS = 5;
const PREFIX_BITS = 5 * LETTER_BITS;
const ALL_LETTERS = 2 ** PREFIX_BITS - 1;
const LAST_TWO = 2 ** (2 * LETTER_BITS) - 1;

/**
 * Finds payment codes of the given prefixes in transfer texts: one pass over the text, whatever
 * the number of prefixes, no expression. Compile it once and keep it; a code starts where digits
 * follow letters that end with a prefix, and has ten digits, whatever comes after; where what comes
 * after leaves a doubt that these ten were sent, they are a suggestion.
 */
export function codeFinder(prefixes: Iterable<string>): CodeFinder {
  const byEnding = grouped([...new Set(prefixes)].map(compiled));
  // Most letters before digits are no prefix: one look at the last two of them says so.
  const endings = Uint8Array.from({ length: LAST_TWO + 1 }, (_, pair) =>
    byEnding.has(pair) ? 1 : 0,
  );

  const prefixOf = (letters: number): string => {
    const candidates = byEnding.get(letters & LAST_TWO) ?? [];
    return candidates.find(({ packed, mask }) => (letters & mask) === packed)?.letters ?? '';
  };

  // The signs of the text being read; kept, since a new one for each text takes as long as reading.
  let plain = new Uint8Array(LONGEST_USUAL_TEXT);
  const find = (text: string): CodesFound => {
    if (plain.length < text.length) plain = new Uint8Array(text.length);
    const starts: Start[] = [];
    let length = 0;
    let letters = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) return find(folded(text));
      const sign = SIGNS[code] ?? 0;
      if (sign === 0) continue;
      const opens = sign >= DIGIT || sign === LETTER_O || sign === LETTER_I;
      if (opens && endings[letters & LAST_TWO] === 1) {
        const prefix = prefixOf(letters);
        if (prefix) starts.push({ at: length, textAt: at, prefix });
      }
      plain[length] = sign;
      length += 1;
      letters = sign < DIGIT ? ((letters << LETTER_BITS) | sign) & ALL_LETTERS : 0;
    }
    // What the text before left behind must not look like the end of this one.
    plain.fill(0, length, length + CHECKED_DIGITS);
    const [first] = starts;
    if (!first) return NOTHING;
    return starts.length === 1 ? readAt({ plain, text }, first) : read({ plain, text }, starts);
  };
  return { find };
}

/** For one text; where many are read, keep a `codeFinder`. */
export function findCodes(text: string, prefixes: Iterable<string>): CodesFound {
  return codeFinder(prefixes).find(text);
}

/** A text, and its signs. */
interface Read {
  readonly plain: Uint8Array;
  readonly text: string;
}

function read(from: Read, starts: readonly Start[]): CodesFound {
  const codes = new Set<string>();
  const repairs = new Set<string>();
  const broken: BrokenCode[] = [];
  for (const start of starts) {
    const found = codeAt(from, start);
    if (found) codes.add(found);
    else if (broken.length < BROKEN_AT_MOST) {
      const { repairs: perhaps, broken: written } = brokenAt(from, start);
      for (const code of perhaps) repairs.add(code);
      broken.push(...written);
    }
  }
  return {
    codes: [...codes],
    repairs: [...repairs].filter((code) => !codes.has(code)),
    broken: broken.filter((each) => !mayBe(each, codes)),
  };
}

function readAt(from: Read, start: Start): CodesFound {
  const code = codeAt(from, start);
  return code ? { codes: [code], repairs: [], broken: [] } : brokenAt(from, start);
}

function codeAt({ plain, text }: Read, { at, textAt, prefix }: Start): string | null {
  const digits = digitsFrom(plain, at, CHECKED_DIGITS);
  if (digits === null || !kindOfDigits(digits)) return null;
  return isSentAs(digits, text, textAt) ? prefix + digits : null;
}

function brokenAt({ plain }: Read, { at, prefix }: Start): CodesFound {
  const written = writtenAt(plain, at);
  if (written === '') return NOTHING;
  const repairs = repairsAt(plain, at).map((repaired) => prefix + repaired);
  return { codes: [], repairs, broken: [{ prefix, written }] };
}

function compiled(letters: string): Prefix {
  if (!/^[A-Z]{2,5}$/.test(letters)) {
    throw vietqrError('prefixNotAllowed', { field: 'prefix', prefix: letters, reason: 'shape' });
  }
  let packed = 0;
  for (const letter of letters)
    packed = (packed << LETTER_BITS) | (SIGNS[letter.charCodeAt(0)] ?? 0);
  return { letters, packed, mask: 2 ** (LETTER_BITS * letters.length) - 1 };
}

/** The prefixes by their last two letters, the longest first. */
function grouped(prefixes: readonly Prefix[]): Map<number, Prefix[]> {
  const groups = new Map<number, Prefix[]>();
  for (const prefix of [...prefixes].sort((a, b) => b.letters.length - a.letters.length)) {
    const ending = prefix.packed & LAST_TWO;
    groups.set(ending, [...(groups.get(ending) ?? []), prefix]);
  }
  return groups;
}
