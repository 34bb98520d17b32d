import { vietqrError } from './errors';

const SPACE = 0x20;
const TILDE = 0x7e;

/** `Chợ Đồng Văn` → `Cho Dong Van`: marks dropped, đ made d. What else is not ASCII stays. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

/** What bank apps fill in, and what EMVCo grants a name: ASCII, at most 25 characters. */
export const CHARACTERS_AT_MOST = 25;

/**
 * A text as a payload carries it: without marks, single spaces, printable ASCII. Refuses what has
 * no ASCII letter to stand for it; `field` names it in the refusal.
 */
export function asciiText(text: string, field: string): string {
  if (isPlain(text)) return text;
  const folded = withoutMarks(text).replace(/\s+/g, ' ').trim();
  if (folded === '') throw vietqrError('textEmpty', { field });
  const stranger = /[^\x20-\x7e]/u.exec(folded);
  if (stranger) throw vietqrError('textNotAscii', { field, character: stranger[0] });
  return folded;
}

/** As above, and refused when longer than 25: a text cut short could lose its payment code. */
export function shortText(text: string, field: string): string {
  const folded = asciiText(text, field);
  if (folded.length > CHARACTERS_AT_MOST) {
    throw vietqrError('textTooLong', { field, length: folded.length, most: CHARACTERS_AT_MOST });
  }
  return folded;
}

/** As many whole words of a name as fit into 25 characters; it is shown, nothing hangs on it. */
export function shortName(name: string, field: string): string {
  const folded = asciiText(name, field);
  if (folded.length <= CHARACTERS_AT_MOST) return folded;
  const cut = folded.slice(0, CHARACTERS_AT_MOST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || folded.slice(0, CHARACTERS_AT_MOST);
}

/** Most texts are plain already: printable ASCII, single spaces, none at the ends. */
function isPlain(text: string): boolean {
  let before = SPACE;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < SPACE || code > TILDE || (code === SPACE && before === SPACE)) return false;
    before = code;
  }
  return before !== SPACE;
}
