import { vnd, type Id } from '@cho40/kernel';
import { codeFinder, codesNear } from '@cho40/vietqr';
import { decide, type Subject } from '../../../libs/reconciliation/src/domain/decide';
import { foundIn } from '../../../libs/reconciliation/src/matching/found';
import type { LabelledText } from './labelled';
import { PREFIXES } from './sent';

/** A labelled text, and what the finder and the rule made of it. */
interface Outcome extends LabelledText {
  /** The one code that was read; whether it was ever given out is not asked. */
  readonly read: string | null;
  /** The code whose subject is credited. */
  readonly credited: string | null;
  readonly isSuggested: boolean;
}

/** What came of a labelled set. */
export interface Judged {
  readonly texts: number;
  /** With one code that stands in them whole, and those of them that were credited with it. */
  readonly toFind: number;
  readonly found: number;
  /** Mistyped or cut off, and those of which the code that was meant is suggested. */
  readonly mistyped: number;
  readonly suggested: number;
  /** Credited to another subject than the payer named, or to any where nobody may be. */
  readonly wrong: readonly LabelledText[];
  /** Read as a code that was not sent, by its check digits alone. */
  readonly misread: readonly LabelledText[];
  readonly missed: readonly LabelledText[];
}

const BOARD = '00000000-0000-7000-8000-000000000001' as Id;
const SUBJECT: Subject = { kind: 'stall', marketId: BOARD, leaseId: BOARD };
const owner = { boardId: BOARD, marketId: BOARD };
const prefixes = new Map(PREFIXES.map((prefix) => [prefix, owner]));
const finder = codeFinder(PREFIXES);

/** Judges the finder and the rule together. */
export function judged(texts: Iterable<LabelledText>): Judged {
  const outcomes = Array.from(texts, outcomeOf);
  const isSent = ({ credit, meant }: LabelledText, code: string) =>
    code === credit || code === meant;
  const toFind = outcomes.filter(({ credit }) => credit !== null);
  const mistyped = outcomes.filter(({ meant }) => meant !== null);
  return {
    texts: outcomes.length,
    toFind: toFind.length,
    found: toFind.filter(({ credit, credited }) => credit === credited).length,
    mistyped: mistyped.length,
    suggested: mistyped.filter(({ isSuggested }) => isSuggested).length,
    wrong: outcomes.filter((one) => one.credited !== null && !isSent(one, one.credited)),
    misread: outcomes.filter((one) => one.read !== null && !isSent(one, one.read)),
    missed: toFind.filter(({ credited }) => credited === null),
  };
}

function outcomeOf(labelled: LabelledText): Outcome {
  const { text, meant, credit } = labelled;
  const found = foundIn(finder, text);
  const creditedIn = (subjects: ReadonlyMap<string, Subject>) => {
    const known = { boardId: BOARD, amount: vnd(100_000), found, subjects, prefixes };
    const conclusion = decide({ ...known, direction: 'in', addressed: null, ruled: [] });
    return conclusion.kind === 'settle' ? conclusion.code : null;
  };
  const sent = [credit, meant].filter((code) => code !== null);
  const givenOut = [...sent, ...found.codes.filter(isGivenOut)];
  return {
    ...labelled,
    read: creditedIn(new Map(found.codes.map((code) => [code, SUBJECT]))),
    credited: creditedIn(new Map(givenOut.map((code) => [code, SUBJECT]))),
    isSuggested: meant !== null && nearIn(text).includes(meant),
  };
}

const nearIn = (text: string) => finder.find(text).broken.flatMap(codesNear);

// As many codes as a market of 300 stalls has given out after five years: 18,000 of ten million,
// any of them, so every 555th number stands for one that exists.
const isGivenOut = (code: string) => Number(code.slice(-10, -2)) % 555 === 0;
