import { invariant, type PaperAlign, type PaperBlock, type PaperText } from '@cho40/kernel';
import type { PaperLine } from '../domain/line-breaking';
import type { DrawnPiece } from './pen';
import { bodyHeight, bodyWidth, isRoll } from './sheet';
import type { Desk } from './text-blocks';

type Table = Extract<PaperBlock, { kind: 'table' }>;

const PADDING = 3;

interface Cell {
  readonly lines: readonly PaperLine[];
  readonly align: PaperAlign;
}

/**
 * Titles, rows and total. The titles stand again on each page; the last row stays with the total.
 * Only a row higher than a page is cut, between two lines.
 */
export function tablePieces(desk: Desk, table: Table): DrawnPiece[] {
  const row = rowMaker(desk, table);
  const [titles] = row(
    table.columns.map(({ title }) => [{ text: title, isBold: true }]),
    {
      isTitle: true,
      room: bodyHeight(desk.sheet),
    },
  );
  invariant(titles !== undefined, 'a table without titles');
  const room = bodyHeight(desk.sheet) - titles.height;
  const rows = table.rows.flatMap((cells) => row(cells, { repeats: titles, room }));
  const before = desk.sheet.fontSize * 0.6;
  const head = { ...titles, before, isKeptWithNext: true };
  if (!table.total) return [head, ...rows];
  const total = row(table.total.map(inBold), { repeats: titles, room });
  return [head, ...rows.map((piece, at) => keptIf(piece, at === rows.length - 1)), ...total];
}

interface RowLook {
  readonly isTitle?: boolean;
  readonly repeats?: DrawnPiece;
  readonly room: number;
}

function rowMaker({ pen, sheet }: Desk, { columns }: Table) {
  const size = sheet.fontSize * (isRoll(sheet) ? 0.95 : 0.9);
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (bodyWidth(sheet) * width) / shares);
  const lineHeight = pen.lineHeight(size);

  const drawRow = (cells: readonly Cell[], height: number, isTitle: boolean) =>
    function draw(x: number, y: number): void {
      let left = x;
      for (const [at, width] of widths.entries()) {
        const cell = cells[at];
        if (!isRoll(sheet)) {
          if (isTitle) pen.shade(left, y, width, height);
          pen.frame(left, y, width, height);
        }
        if (cell) {
          const column = { x: left + PADDING, width: width - 2 * PADDING, size, align: cell.align };
          pen.write(cell.lines, { ...column, y: y + PADDING });
        }
        left += width;
      }
      if (isRoll(sheet)) pen.rule(x, y + height - 0.5, bodyWidth(sheet), isTitle ? 0.8 : 0.25);
    };

  return (texts: readonly PaperText[], { isTitle = false, repeats, room }: RowLook) => {
    const cells = widths.map((width, at): Cell => {
      const align = isTitle && !isRoll(sheet) ? 'center' : (columns[at]?.align ?? 'left');
      return { lines: pen.linesOf(texts[at] ?? '', width - 2 * PADDING, size), align };
    });
    const most = Math.max(1, Math.floor((room - 2 * PADDING) / lineHeight));
    const highest = Math.max(...cells.map(({ lines }) => lines.length));
    return Array.from({ length: Math.ceil(highest / most) }, (_, part): DrawnPiece => {
      const shown = cells.map(({ lines, align }) => ({
        lines: lines.slice(part * most, (part + 1) * most),
        align,
      }));
      const height = Math.min(most, highest - part * most) * lineHeight + 2 * PADDING;
      return { height, repeats, draw: drawRow(shown, height, isTitle) };
    });
  };
}

const inBold = (text: PaperText): PaperText =>
  typeof text === 'string'
    ? [{ text, isBold: true }]
    : text.map((run) => ({ ...run, isBold: true }));

const keptIf = (piece: DrawnPiece, isKept: boolean): DrawnPiece =>
  isKept ? { ...piece, isKeptWithNext: true } : piece;
