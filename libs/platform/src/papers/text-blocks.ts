import { formatDate, type PaperAlign, type PaperBlock, type PaperText } from '@cho40/kernel';
import type { DrawnPiece, Pen } from './pen';
import { bodyWidth, isRoll, points, type Sheet } from './sheet';

type BlockOf<Kind extends PaperBlock['kind']> = Extract<PaperBlock, { kind: Kind }>;

/** What blocks are made with. */
export interface Desk {
  readonly pen: Pen;
  readonly sheet: Sheet;
}

/** Text over the whole width, line by line; never one line alone on either page. */
export function textPieces(
  { pen, sheet }: Desk,
  text: PaperText,
  look: { size?: number; align?: PaperAlign; indent?: number; before?: number } = {},
): DrawnPiece[] {
  const { size = sheet.fontSize, align = 'left', indent = 0, before = size * 0.45 } = look;
  const width = bodyWidth(sheet) - indent;
  const lines = pen.linesOf(text, width, size);
  return lines.map((line, at) => ({
    height: pen.lineHeight(size),
    before: at === 0 ? before : 0,
    isKeptWithNext: lines.length > 1 && (at === 0 || at === lines.length - 2),
    draw: (x, y) => pen.write([line], { x: x + indent, y, width, size, align }),
  }));
}

export function titlePieces(desk: Desk, { text, subtitle }: BlockOf<'title'>): DrawnPiece[] {
  const { fontSize } = desk.sheet;
  const title = textPieces(desk, [{ text, isBold: true }], {
    size: fontSize * (isRoll(desk.sheet) ? 1.15 : 1.4),
    align: 'center',
    before: fontSize * 1.2,
  });
  const below = subtitle
    ? textPieces(desk, [{ text: subtitle, isItalic: true }], { align: 'center', before: 0 })
    : [];
  return keptWithNext([...title, ...below]);
}

export function headingPieces(desk: Desk, { text }: BlockOf<'heading'>): DrawnPiece[] {
  const runs = typeof text === 'string' ? [{ text }] : text;
  const bold = runs.map((run) => ({ ...run, isBold: true }));
  return keptWithNext(textPieces(desk, bold, { before: desk.sheet.fontSize * 0.9 }));
}

export function paragraphPieces(
  desk: Desk,
  { text, align, isIndented = false }: BlockOf<'paragraph'>,
): DrawnPiece[] {
  return textPieces(desk, text, { align, indent: isIndented ? points(8) : 0 });
}

/** `Label: value`, each on its own line or, on a sheet, two side by side. */
export function fieldPieces(desk: Desk, { fields, columns = 1 }: BlockOf<'fields'>): DrawnPiece[] {
  if (columns === 1 || isRoll(desk.sheet))
    return fields.flatMap((field, at) =>
      textPieces(desk, fieldText(field), { before: at === 0 ? desk.sheet.fontSize * 0.6 : 1 }),
    );
  const pairs = Array.from({ length: Math.ceil(fields.length / 2) }, (_, at) =>
    fields.slice(at * 2, at * 2 + 2),
  );
  return pairs.map((pair, at) => pairPiece(desk, pair.map(fieldText), at === 0));
}

function pairPiece(
  { pen, sheet }: Desk,
  texts: readonly PaperText[],
  isFirst: boolean,
): DrawnPiece {
  const { fontSize: size } = sheet;
  const gap = points(5);
  const width = (bodyWidth(sheet) - gap) / 2;
  const cells = texts.map((text) => pen.linesOf(text, width, size));
  return {
    height: Math.max(...cells.map((lines) => lines.length)) * pen.lineHeight(size),
    before: isFirst ? size * 0.6 : 1,
    draw: (x, y) => {
      for (const [at, lines] of cells.entries())
        pen.write(lines, { x: x + at * (width + gap), y, width, size });
    },
  };
}

function fieldText({ label, value }: { label: string; value: PaperText }): PaperText {
  return [{ text: `${label}: ` }, ...(typeof value === 'string' ? [{ text: value }] : value)];
}

const NATIONAL_NAME = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** As decree 30/2020/NĐ-CP, annex I, sets it; a roll has room for the issuer only. */
export function nationalHeadingPieces(
  desk: Desk,
  block: BlockOf<'national-heading'>,
): DrawnPiece[] {
  if (isRoll(desk.sheet))
    return block.issuer.flatMap((line, at) =>
      textPieces(desk, [{ text: line, isBold: at === block.issuer.length - 1 }], {
        align: 'center',
        before: 0,
      }),
    );
  const { pen, sheet } = desk;
  const left = issuerColumn(block);
  const right: HeadingLine[] = [
    { text: NATIONAL_NAME, isBold: true },
    { text: MOTTO, isBold: true, isRuled: true },
    { text: placeAndDay(block), isItalic: true, isApart: true },
  ];
  const whole = bodyWidth(sheet);
  const size = sheet.fontSize * 0.93;
  const columns = [
    column(pen, left, { x: 0, width: whole * 0.42, size }),
    column(pen, right, { x: whole * 0.44, width: whole * 0.56, size }),
  ];
  return [
    {
      height: Math.max(...columns.map(({ height }) => height)),
      draw: (x, y) => {
        for (const one of columns) one.draw(x, y);
      },
    },
  ];
}

interface HeadingLine {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  /** Underlined by a rule shorter than the line. */
  readonly isRuled?: boolean;
  readonly isApart?: boolean;
}

function issuerColumn({ issuer, number }: BlockOf<'national-heading'>): HeadingLine[] {
  const lines: HeadingLine[] = issuer.map((line, at) => {
    const isLast = at === issuer.length - 1;
    return { text: line.toLocaleUpperCase('vi'), isBold: isLast, isRuled: isLast };
  });
  return number ? [...lines, { text: `Số: ${number}`, isApart: true }] : lines;
}

function column(
  pen: Pen,
  lines: readonly HeadingLine[],
  at: { x: number; width: number; size: number },
): DrawnPiece {
  const draws: ((x: number, y: number) => void)[] = [];
  let height = 0;
  for (const line of lines) {
    if (line.isApart) height += at.size * 0.6;
    const broken = pen.linesOf([line], at.width, at.size);
    const top = height;
    draws.push((x, y) => pen.write(broken, { ...at, x: x + at.x, y: y + top, align: 'center' }));
    height += broken.length * pen.lineHeight(at.size);
    if (!line.isRuled) continue;
    const ruleAt = height + 1;
    draws.push((x, y) => pen.rule(x + at.x + at.width * 0.3, y + ruleAt, at.width * 0.4));
    height += 4;
  }
  return { height, draw: (x, y) => draws.forEach((draw) => draw(x, y)) };
}

/** `Đồng Văn, ngày 05 tháng 11 năm 2026`: days below 10 and the first two months with a nought. */
function placeAndDay({ place, on }: BlockOf<'national-heading'>): string {
  const [day = '', month = '', year = ''] = formatDate(on).split('/');
  const monthInWords = Number(month) > 2 ? String(Number(month)) : month;
  return `${place}, ngày ${day} tháng ${monthInWords} năm ${year}`;
}

export function keptWithNext(pieces: readonly DrawnPiece[]): DrawnPiece[] {
  return pieces.map((piece) => ({ ...piece, isKeptWithNext: true }));
}
