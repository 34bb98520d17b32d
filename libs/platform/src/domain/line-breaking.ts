import type { PaperText, TextRun } from '@cho40/kernel';

export interface TextStyle {
  readonly isBold: boolean;
  readonly isItalic: boolean;
}
/** Neighbouring words of one style. */
export interface StyledText extends TextStyle {
  readonly text: string;
}
export type PaperLine = readonly StyledText[];
/** The width of a text in a style, in the unit of the width to fill. */
export type WidthOf = (text: string, style: TextStyle) => number;

interface Word extends StyledText {
  /** Whether a blank stands before it, in the style of the word. */
  readonly isApart: boolean;
}

/**
 * Breaks a text into lines no wider than `width`: at blanks, and inside a word only where the word
 * alone is wider than a line. A line feed begins a new line; blanks in a row count as one.
 */
export function breakLines(text: PaperText, width: number, widthOf: WidthOf): PaperLine[] {
  return paragraphsOf(text).flatMap((runs) => {
    const lines = new LineMaker(width, widthOf);
    for (const word of wordsOf(runs)) lines.take(word);
    return lines.end();
  });
}

export function styleOf({ isBold = false, isItalic = false }: Omit<TextRun, 'text'>): TextStyle {
  return { isBold, isItalic };
}

/** What stands between two line feeds, run by run. Marks are put together: the font has them so. */
function paragraphsOf(text: PaperText): TextRun[][] {
  const runs = typeof text === 'string' ? [{ text }] : text;
  const paragraphs: TextRun[][] = [[]];
  for (const run of runs) {
    for (const [at, part] of run.text.normalize('NFC').split('\n').entries()) {
      if (at > 0) paragraphs.push([]);
      paragraphs.at(-1)?.push({ ...run, text: part });
    }
  }
  return paragraphs;
}

function wordsOf(runs: readonly TextRun[]): Word[] {
  const words: Word[] = [];
  let isApart = false;
  for (const run of runs) {
    for (const [, blank = '', text = ''] of run.text.matchAll(/(\s+)|(\S+)/g)) {
      if (text === '') {
        isApart = blank !== '';
        continue;
      }
      words.push({ text, isApart: isApart && words.length > 0, ...styleOf(run) });
      isApart = false;
    }
  }
  return words;
}

class LineMaker {
  private readonly lines: PaperLine[] = [];
  private line: StyledText[] = [];
  private used = 0;

  constructor(
    private readonly width: number,
    private readonly widthOf: WidthOf,
  ) {}

  take(word: Word): void {
    const needed = this.widthOf(textAfter(this.line, word), word);
    if (this.used + needed <= this.width) this.add(word, needed);
    else if (this.line.length > 0) {
      this.feed();
      this.take(word);
    } else this.cut(word);
  }

  end(): PaperLine[] {
    return [...this.lines, this.line];
  }

  private add(word: Word, width: number): void {
    const last = this.line.at(-1);
    const text = textAfter(this.line, word);
    if (last && last.isBold === word.isBold && last.isItalic === word.isItalic)
      this.line[this.line.length - 1] = { ...last, text: last.text + text };
    else this.line.push({ text, isBold: word.isBold, isItalic: word.isItalic });
    this.used += width;
  }

  private feed(): void {
    this.lines.push(this.line);
    this.line = [];
    this.used = 0;
  }

  /** As many of the word's signs as the empty line holds, at least one; the rest follows. */
  private cut(word: Word): void {
    const signs = Array.from(word.text);
    let count = signs.length;
    while (count > 1 && this.widthOf(signs.slice(0, count).join(''), word) > this.width) count -= 1;
    const head = signs.slice(0, count).join('');
    this.add({ ...word, text: head }, this.widthOf(head, word));
    if (count === signs.length) return;
    this.feed();
    this.take({ ...word, text: signs.slice(count).join('') });
  }
}

const textAfter = (line: readonly StyledText[], { isApart, text }: Word) =>
  isApart && line.length > 0 ? ` ${text}` : text;
