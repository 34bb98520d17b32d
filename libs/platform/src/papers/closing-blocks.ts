import type { PaperBlock } from '@cho40/kernel';
import type { DrawnPiece } from './pen';
import { bodyWidth, isRoll, points } from './sheet';
import { textPieces, type Desk } from './text-blocks';

type BlockOf<Kind extends PaperBlock['kind']> = Extract<PaperBlock, { kind: Kind }>;

/** A code with lines beside it; on a roll it stands in the middle and the lines below. */
export function qrPieces(desk: Desk, { matrix, sideMm, beside = [] }: BlockOf<'qr'>): DrawnPiece[] {
  const { pen, sheet } = desk;
  const side = Math.min(points(sideMm), bodyWidth(sheet));
  const before = sheet.fontSize * 0.6;
  if (isRoll(sheet)) {
    const left = (bodyWidth(sheet) - side) / 2;
    const code = (x: number, y: number) => pen.code(matrix, x + left, y, side);
    const lines = beside.flatMap((text) => textPieces(desk, text, { align: 'center', before: 0 }));
    return [{ height: side, before, isKeptWithNext: lines.length > 0, draw: code }, ...lines];
  }
  const gap = points(4);
  const width = bodyWidth(sheet) - side - gap;
  const size = sheet.fontSize;
  const lines = beside.flatMap((text) => pen.linesOf(text, width, size));
  const textHeight = lines.length * pen.lineHeight(size);
  const height = Math.max(side, textHeight);
  return [
    {
      height,
      before,
      draw: (x, y) => {
        pen.code(matrix, x, y, side);
        pen.write(lines, { x: x + side + gap, y: y + (height - textHeight) / 2, width, size });
      },
    },
  ];
}

const ROOM_TO_SIGN_MM = 20;
const HINT = 'Ký, ghi rõ họ tên';

/** Side by side on a sheet, below each other on a roll; one piece, so that nothing parts them. */
export function signaturePieces(desk: Desk, { columns }: BlockOf<'signatures'>): DrawnPiece[] {
  const { pen, sheet } = desk;
  const perRow = isRoll(sheet) ? 1 : columns.length;
  const width = bodyWidth(sheet) / perRow;
  const size = sheet.fontSize;
  const cells = columns.map(({ role, hint = HINT, name = '' }) => ({
    head: [
      ...pen.linesOf([{ text: role, isBold: true }], width - 4, size),
      ...pen.linesOf([{ text: `(${hint})`, isItalic: true }], width - 4, size),
    ],
    name: pen.linesOf([{ text: name, isBold: true }], width - 4, size),
  }));
  const lineHeight = pen.lineHeight(size);
  const headHeight = Math.max(...cells.map(({ head }) => head.length)) * lineHeight;
  const nameTop = headHeight + points(ROOM_TO_SIGN_MM);
  const rowHeight = nameTop + Math.max(...cells.map(({ name }) => name.length)) * lineHeight;
  return [
    {
      height: rowHeight * Math.ceil(columns.length / perRow),
      before: size * 1.2,
      draw: (x, y) => {
        for (const [at, { head, name }] of cells.entries()) {
          const column = { x: x + (at % perRow) * width, width, size, align: 'center' } as const;
          const top = y + Math.floor(at / perRow) * rowHeight;
          pen.write(head, { ...column, y: top });
          pen.write(name, { ...column, y: top + nameTop });
        }
      },
    },
  ];
}
