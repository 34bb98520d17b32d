import { breakLines, type PaperLine, type StyledText, type WidthOf } from './line-breaking';

/** The room a text has, in the unit of its size. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
  readonly largest: number;
  readonly smallest: number;
  readonly isBold?: boolean;
  /** Never on two lines: a name that is read from afar. */
  readonly isOneLine?: boolean;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly PaperLine[];
}

const STEP = 0.93;

/**
 * The text as large as its room allows. What does not fit at the smallest size is cut, with three
 * dots at its end. `widthOf` gives widths at size 1.
 */
export function fitText(text: string, room: Room, widthOf: WidthOf): FittedText {
  const { width, height, lineHeight, smallest, isBold = false, isOneLine = false } = room;
  const runs = [{ text, isBold }];
  const linesAt = (size: number) =>
    breakLines(runs, width + 0.01, (part, style) => widthOf(part, style) * size);
  const most = (size: number) =>
    isOneLine ? 1 : Math.max(1, Math.floor((height + 0.01) / (size * lineHeight)));
  let size = Math.min(room.largest, height / lineHeight);
  while (size > smallest) {
    const lines = linesAt(size);
    if (lines.length <= most(size)) return { size, lines };
    size *= STEP;
  }
  const last = Math.min(smallest, height / lineHeight);
  const lines = linesAt(last);
  if (lines.length <= most(last)) return { size: last, lines };
  return {
    size: last,
    lines: cut(
      lines.slice(0, most(last)),
      width,
      (part) => widthOf(part, { isBold, isItalic: false }) * last,
    ),
  };
}

function cut(
  lines: readonly PaperLine[],
  width: number,
  widthOf: (text: string) => number,
): PaperLine[] {
  const [last] = lines.slice(-1);
  let text = (last ?? []).map((part) => part.text).join('');
  while (text.length > 0 && widthOf(`${text}…`) > width) text = text.slice(0, -1).trimEnd();
  const style: StyledText = last?.[0] ?? { text: '', isBold: false, isItalic: false };
  return [...lines.slice(0, -1), [{ ...style, text: `${text}…` }]];
}
