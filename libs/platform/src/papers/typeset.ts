import type { Paper, PaperBlock } from '@cho40/kernel';
import PDFDocument from 'pdfkit';
import { paginate, type Placed } from '../domain/pagination';
import { cardPieces } from './card-blocks';
import { qrPieces, signaturePieces } from './closing-blocks';
import { Pen, type DrawnPiece } from './pen';
import { bodyHeight, bodyWidth, isRoll, sheetOf, type Sheet } from './sheet';
import { tablePieces } from './table-blocks';
import {
  fieldPieces,
  headingPieces,
  nationalHeadingPieces,
  paragraphPieces,
  titlePieces,
  type Desk,
} from './text-blocks';

/**
 * Sets papers into one PDF, each on pages of its own with numbers of its own. The same papers and
 * the same instant give the same bytes. `onPrinted` is told how many are done.
 */
export async function typeset(
  papers: readonly Paper[],
  printedAt: Date,
  onPrinted: (count: number) => void,
): Promise<Uint8Array> {
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: titleOf(papers), CreationDate: printedAt, Producer: 'Chợ 4.0' },
  });
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  const pen = new Pen(document);
  for (const [at, paper] of papers.entries()) {
    setPaper(document, pen, paper);
    onPrinted(at + 1);
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

const titleOf = ([first, ...others]: readonly Paper[]): string =>
  first === undefined ? '' : others.length > 0 ? first.title : nameOf(first);

const nameOf = ({ title, number }: Paper): string => (number ? `${title} ${number}` : title);

function setPaper(document: InstanceType<typeof PDFDocument>, pen: Pen, paper: Paper): void {
  const sheet = sheetOf(paper);
  const pages = paginate(piecesOf({ pen, sheet }, paper.blocks), bodyHeight(sheet));
  for (const [at, page] of pages.entries()) {
    document.addPage({ size: [sheet.width, sheet.height ?? rollLength(sheet, page)], margin: 0 });
    for (const { piece, top } of page) piece.draw(sheet.margin.left, sheet.margin.top + top);
    if (pages.length > 1) writeFoot(pen, sheet, nameOf(paper), `Trang ${at + 1}/${pages.length}`);
  }
}

function piecesOf(desk: Desk, blocks: readonly PaperBlock[]): DrawnPiece[] {
  const pieces: DrawnPiece[] = [];
  let beginsPage = false;
  for (const block of blocks) {
    if (block.kind === 'page-break') {
      beginsPage = true;
      continue;
    }
    const [first, ...rest] = piecesOfBlock(desk, block);
    // Signatures alone on a page could be put under anything.
    const last = pieces.at(-1);
    if (block.kind === 'signatures' && last)
      pieces[pieces.length - 1] = { ...last, isKeptWithNext: true };
    if (first) pieces.push({ ...first, beginsPage }, ...rest);
    beginsPage = false;
  }
  return pieces;
}

function piecesOfBlock(
  desk: Desk,
  block: Exclude<PaperBlock, { kind: 'page-break' }>,
): DrawnPiece[] {
  switch (block.kind) {
    case 'national-heading':
      return nationalHeadingPieces(desk, block);
    case 'title':
      return titlePieces(desk, block);
    case 'heading':
      return headingPieces(desk, block);
    case 'paragraph':
      return paragraphPieces(desk, block);
    case 'fields':
      return fieldPieces(desk, block);
    case 'table':
      return tablePieces(desk, block);
    case 'qr':
      return qrPieces(desk, block);
    case 'qr-cards':
      return cardPieces(desk, block);
    case 'signatures':
      return signaturePieces(desk, block);
  }
}

function rollLength({ margin }: Sheet, page: readonly Placed<DrawnPiece>[]): number {
  const last = page.at(-1);
  return margin.top + (last ? last.top + last.piece.height : 0) + margin.bottom;
}

function writeFoot(pen: Pen, sheet: Sheet, name: string, pageNumber: string): void {
  if (isRoll(sheet)) return;
  const size = sheet.fontSize * 0.8;
  const width = bodyWidth(sheet);
  const y = (sheet.height ?? 0) - sheet.margin.bottom * 0.6;
  const foot = { x: sheet.margin.left, y, width, size };
  pen.write(pen.linesOf([{ text: name, isItalic: true }], width * 0.8, size).slice(0, 1), foot);
  pen.write(pen.linesOf(pageNumber, width, size), { ...foot, align: 'right' });
}
