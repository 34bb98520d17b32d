// What a spreadsheet program may take for a formula when a file is opened, saved as CSV or copied
// (OWASP, "CSV Injection"); the full-width signs are taken so by some too.
// An apostrophe before such a sign gets another, so that ours can be told from theirs.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'(?='*[=+\-@\t\r\n＝＋－＠])/;

/**
 * A text that no spreadsheet program runs: what looks like a formula gets the apostrophe with which
 * people themselves say "this is text". Numbers are no texts: −5 stays a number.
 */
export function neutral<Cell>(cell: Cell): Cell | string {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}

/** What was written, from a file of ours that comes back. */
export const unguarded = (text: string) => text.replace(GUARDED, '');
