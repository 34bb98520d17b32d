import type { BusinessDate } from './time';

/**
 * A paper as plain data: what stands on it, not where. A lib's domain makes it, platform's `Papers`
 * prints it.
 */
export interface Paper {
  /** In the file's properties and, where the paper has several pages, below each of them. */
  readonly title: string;
  readonly number?: string;
  readonly size: PaperSize;
  /** Upright without it; a roll has no other. */
  readonly isLandscape?: boolean;
  /** Set from edge to edge: cards are cut out of the whole sheet. */
  readonly hasNoMargins?: boolean;
  readonly blocks: readonly PaperBlock[];
}

/** Sheets, and the rolls of thermal printers: 58 and 80 mm wide, as long as what is printed. */
export const PAPER_SIZES = ['A4', 'A5', 'roll-80', 'roll-58'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

export interface TextRun {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
}
/** How cards with a code stand on A4: so many stickers, table tents folded along the middle, one. */
export const CARD_FORMATS = ['sticker-10', 'sticker-8', 'tent-a6', 'tent-a5', 'poster-a4'] as const;
export type CardFormat = (typeof CARD_FORMATS)[number];

/** What stands on a card. Whatever is too long for its place is set smaller, then cut. */
export interface QrCard {
  readonly matrix: QrMatrix;
  readonly title: string;
  /** Read from afar. */
  readonly name: string;
  readonly place: string;
  readonly payee: string;
  readonly account: string;
  readonly note: string;
  readonly foot: string;
}

/** A line feed in it begins a new line. */
export type PaperText = string | readonly TextRun[];
export type PaperAlign = 'left' | 'center' | 'right';

export interface PaperColumn {
  readonly title: string;
  /** Its share of the width, beside the other columns' shares. */
  readonly width: number;
  readonly align?: PaperAlign;
}

/** The modules of a code row by row, without the light ones around it. */
export interface QrMatrix {
  readonly side: number;
  readonly isDark: readonly boolean[];
}

export interface PaperSignature {
  readonly role: string;
  /** What stands in brackets below the role; "Ký, ghi rõ họ tên" without it. */
  readonly hint?: string;
  readonly name?: string;
}

export type PaperBlock =
  /** Whose paper it is on the left; national name, motto, place and day on the right. */
  | {
      readonly kind: 'national-heading';
      /** From the authority above to the one that signs, which stands in bold. */
      readonly issuer: readonly string[];
      readonly number?: string;
      readonly place: string;
      readonly on: BusinessDate;
    }
  | { readonly kind: 'title'; readonly text: string; readonly subtitle?: string }
  /** `Điều 1. …`: stays with what follows. */
  | { readonly kind: 'heading'; readonly text: PaperText }
  | {
      readonly kind: 'paragraph';
      readonly text: PaperText;
      readonly align?: PaperAlign;
      readonly isIndented?: boolean;
    }
  | {
      readonly kind: 'fields';
      readonly fields: readonly { readonly label: string; readonly value: PaperText }[];
      /** Side by side, where the paper is wide enough. */
      readonly columns?: 1 | 2;
    }
  /** The columns' titles stand again on each page; no row is cut, the total never stands alone. */
  | {
      readonly kind: 'table';
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly (readonly PaperText[])[];
      readonly total?: readonly PaperText[];
    }
  /** A code with its four light modules all around, and lines beside it (below it on a roll). */
  | {
      readonly kind: 'qr';
      readonly matrix: QrMatrix;
      readonly sideMm: number;
      readonly beside?: readonly PaperText[];
    }
  /** A page of cards, on a paper without margins. */
  | { readonly kind: 'qr-cards'; readonly format: CardFormat; readonly cards: readonly QrCard[] }
  /** Kept together, and with the line before. */
  | { readonly kind: 'signatures'; readonly columns: readonly PaperSignature[] }
  | { readonly kind: 'page-break' };
