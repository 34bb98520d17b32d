import type { LabelledText } from './labelled';

/** What the program makes of a text when some codes were given out and others never. */
export type Conclusion = (
  text: string,
  isGivenOut: (code: string) => boolean,
) => {
  /** The code whose subject is credited. */
  readonly credited: string | null;
  readonly suggested: readonly string[];
};

/** A labelled text, and what the program made of it. */
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

/** Judges the finder and the rule together. */
export function judged(texts: Iterable<LabelledText>, conclude: Conclusion): Judged {
  const outcomes = Array.from(texts, (labelled) => outcomeOf(labelled, conclude));
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

const isSent = ({ credit, meant }: LabelledText, code: string) => code === credit || code === meant;

function outcomeOf(labelled: LabelledText, conclude: Conclusion): Outcome {
  const { text, meant } = labelled;
  const { credited, suggested } = conclude(
    text,
    (code) => isSent(labelled, code) || isGivenOut(code),
  );
  const read = conclude(text, () => true).credited;
  return { ...labelled, read, credited, isSuggested: meant !== null && suggested.includes(meant) };
}

// As many codes as a market of 300 stalls has given out after five years: 18,000 of ten million,
// any of them, so every 555th number stands for one that exists.
const isGivenOut = (code: string) => Number(code.slice(-10, -2)) % 555 === 0;
