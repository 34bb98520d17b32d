import type { PaperAlign, PaperText, QrMatrix } from '@cho40/kernel';
import type PDFDocument from 'pdfkit';
import type { Box } from '../domain/card-layout';
import { fitText, type FittedText, type Room } from '../domain/fit-text';
import { breakLines, type PaperLine, type TextStyle } from '../domain/line-breaking';
import type { Piece } from '../domain/pagination';

type Document = InstanceType<typeof PDFDocument>;

/** A piece that knows how to draw itself; `x` and `y` are the upper left corner. */
export interface DrawnPiece extends Piece {
  readonly repeats?: DrawnPiece;
  draw(x: number, y: number): void;
}

// The full fonts: the web's slices leave holes in a PDF, silently (design/stack.md).
const FONTS = {
  regular: '400Regular/BeVietnamPro_400Regular.ttf',
  bold: '700Bold/BeVietnamPro_700Bold.ttf',
  italic: '400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/BeVietnamPro_700Bold_Italic.ttf',
} as const;
const LINE_HEIGHT = 1.4;
/** From the upper edge of a line to that of its text. */
const LEADING = 0.09;
const QUIET_MODULES = 4;

/** Measures and draws on one document. */
export class Pen {
  /** Widths at size 1: a thousand bills say the same words. */
  private readonly widths = {
    regular: new Map<string, number>(),
    bold: new Map<string, number>(),
    italic: new Map<string, number>(),
    boldItalic: new Map<string, number>(),
  };

  private readonly fits = new Map<string, FittedText>();

  constructor(private readonly document: Document) {
    for (const [name, file] of Object.entries(FONTS))
      document.registerFont(name, require.resolve(`@expo-google-fonts/be-vietnam-pro/${file}`));
  }

  lineHeight(size: number): number {
    return size * LINE_HEIGHT;
  }

  linesOf(text: PaperText, width: number, size: number): PaperLine[] {
    // A hair more than asked: widths are sums of floating numbers.
    return breakLines(text, width + 0.01, (part, style) => this.widthOf(part, style, size));
  }

  /** Draws lines below each other in a column `width` wide. */
  write(
    lines: readonly PaperLine[],
    at: { x: number; y: number; width: number; size: number; align?: PaperAlign },
  ): void {
    for (const [row, line] of lines.entries()) {
      let x = at.x + this.indentOf(line, at);
      for (const { text, ...style } of line) {
        this.document.font(fontOf(style)).fontSize(at.size).fillColor('#000');
        const y = at.y + row * this.lineHeight(at.size) + LEADING * at.size;
        this.document.text(text, x, y, { lineBreak: false });
        x += this.widthOf(text, style, at.size);
      }
    }
  }

  /** As large as its room allows; many cards say the same. */
  fitted(text: string, room: Omit<Room, 'lineHeight'>): FittedText {
    const { width, height, largest, isBold = false, isOneLine = false } = room;
    const key = [text, width, height, largest, isBold, isOneLine].join('|');
    const known = this.fits.get(key);
    if (known) return known;
    const widthOf = (part: string, style: TextStyle) => this.widthOf(part, style, 1);
    const fit = fitText(text, { ...room, lineHeight: LINE_HEIGHT }, widthOf);
    this.fits.set(key, fit);
    return fit;
  }

  /** What is drawn inside stands on its head in the box. */
  turned({ x, y, width, height }: Box, draw: () => void): void {
    this.document.save();
    this.document.rotate(180, { origin: [x + width / 2, y + height / 2] });
    draw();
    this.document.restore();
  }

  /** Where a sheet is cut or folded. */
  hairline({ x, y, width, height }: Box): void {
    this.document.save().lineWidth(0.3).strokeColor('#999999').dash(3, { space: 3 });
    this.document
      .moveTo(x, y)
      .lineTo(x + width, y + height)
      .stroke();
    this.document.restore();
  }

  rule(x: number, y: number, width: number, thickness = 0.6): void {
    this.document.rect(x, y, width, thickness).fill('#000');
  }

  frame(x: number, y: number, width: number, height: number): void {
    this.document.lineWidth(0.5).strokeColor('#000').rect(x, y, width, height).stroke();
  }

  shade(x: number, y: number, width: number, height: number): void {
    this.document.rect(x, y, width, height).fill('#eeeeee');
  }

  /** One path for the whole code: readers draw no hair between its modules. */
  code({ side, isDark }: QrMatrix, x: number, y: number, width: number): void {
    const module = width / (side + 2 * QUIET_MODULES);
    const offset = QUIET_MODULES * module;
    this.document.save();
    // In modules: whole numbers take a third of the room in the file.
    this.document.transform(module, 0, 0, module, x + offset, y + offset);
    this.document.fillColor('#000').addContent(`${darkRuns({ side, isDark })} f`);
    this.document.restore();
  }

  private widthOf(text: string, style: TextStyle, size: number): number {
    const font = fontOf(style);
    const known = this.widths[font].get(text);
    if (known !== undefined) return known * size;
    const width = this.document.font(font).fontSize(1).widthOfString(text);
    this.widths[font].set(text, width);
    return width * size;
  }

  private indentOf(line: PaperLine, at: { width: number; size: number; align?: PaperAlign }) {
    if (at.align !== 'center' && at.align !== 'right') return 0;
    const room =
      at.width - line.reduce((sum, part) => sum + this.widthOf(part.text, part, at.size), 0);
    return at.align === 'center' ? room / 2 : room;
  }
}

function fontOf({ isBold, isItalic }: TextStyle): keyof typeof FONTS {
  if (isBold) return isItalic ? 'boldItalic' : 'bold';
  return isItalic ? 'italic' : 'regular';
}

/** The dark modules row by row as PDF's own rectangles, neighbours as one. */
function darkRuns({ side, isDark }: QrMatrix): string {
  let path = '';
  for (let row = 0; row < side; row += 1) {
    for (let column = 0, run = 0; column < side; column += Math.max(run, 1)) {
      run = 0;
      while (column + run < side && isDark[row * side + column + run]) run += 1;
      if (run > 0) path += `${column} ${row} ${run} 1 re `;
    }
  }
  return path;
}
