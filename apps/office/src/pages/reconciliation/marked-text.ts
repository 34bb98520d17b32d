export interface Segment {
  readonly text: string;
  readonly isCode: boolean;
}

/** Banks change case, cut words and add signs: a text is read as its letters and digits alone. */
function plainOf(text: string): { sign: string; at: number }[] {
  return Array.from(text).flatMap((character, at) => {
    const sign = character.normalize('NFD').charAt(0).toUpperCase();
    return /[A-Z0-9]/.test(sign) ? [{ sign, at }] : [];
  });
}

/** A text in segments, the payment codes in it marked however the bank wrote them. */
export function markedText(text: string, codes: readonly string[]): Segment[] {
  const signs = plainOf(text);
  const plain = signs.map(({ sign }) => sign).join('');
  const characters = Array.from(text);
  const isMarked = characters.map(() => false);
  for (const code of codes)
    for (let at = plain.indexOf(code); at >= 0 && code !== ''; at = plain.indexOf(code, at + 1)) {
      const from = signs[at]?.at ?? 0;
      isMarked.fill(true, from, (signs[at + code.length - 1]?.at ?? from) + 1);
    }
  const segments: { text: string; isCode: boolean }[] = [];
  characters.forEach((character, at) => {
    const isCode = isMarked[at] ?? false;
    const last = segments.at(-1);
    if (last?.isCode === isCode) last.text += character;
    else segments.push({ text: character, isCode });
  });
  return segments;
}
