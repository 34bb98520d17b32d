import { CHARACTERS_AT_MOST, withoutMarks } from './ascii';

const VIETINBANK = '970415';
const SEPAY_MARK = 'SEVQR';

export interface Transfer {
  readonly code: string;
  /** Where the money goes, and whether SePay reports it from there. */
  readonly bin: string;
  readonly isThroughSePay: boolean;
  /** What helps a person who reads it, most telling first: the stall, the month. */
  readonly words?: readonly string[];
}

/**
 * The transfer text of a bill or card: the code first, then as many words as fit into the 25
 * characters a bank app fills in: `SKX1483027569 A12 T11`. VietinBank hands a transfer on to SePay
 * only when its text starts with `SEVQR `.
 */
export function transferText({ code, bin, isThroughSePay, words = [] }: Transfer): string {
  let text = isThroughSePay && bin === VIETINBANK ? `${SEPAY_MARK} ${code}` : code;
  for (const word of words) {
    const longer = `${text} ${plainWord(word)}`.trimEnd();
    if (longer.length > CHARACTERS_AT_MOST) break;
    text = longer;
  }
  return text;
}

// Hyphens and other signs do not survive every bank; better that a label never has them.
function plainWord(word: string): string {
  return withoutMarks(word)
    .replace(/[^A-Za-z0-9 ]/g, '')
    .trim();
}
