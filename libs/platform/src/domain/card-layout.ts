import type { CardFormat } from '@cho40/kernel';

/** In millimetres, from the upper left corner of the sheet or card. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a card of a page stands; the far face of a tent stands on its head. */
export interface CardSpot extends Box {
  readonly card: number;
  readonly isUpsideDown: boolean;
}

const SHEET = { width: 210, height: 297 };

interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** The upper half of the sheet shows the same cards: it is folded along the middle. */
  readonly isTent?: boolean;
}

const GRIDS: Readonly<Record<CardFormat, Grid>> = {
  'sticker-10': { columns: 2, rows: 5 },
  'sticker-8': { columns: 2, rows: 4 },
  'tent-a6': { columns: 2, rows: 2, isTent: true },
  'tent-a5': { columns: 1, rows: 2, isTent: true },
  'poster-a4': { columns: 1, rows: 1 },
};

/** All places of a page, row by row. */
export function cardSpots(format: CardFormat): CardSpot[] {
  const { columns, rows, isTent = false } = GRIDS[format];
  const width = SHEET.width / columns;
  const height = SHEET.height / rows;
  return Array.from({ length: columns * rows }, (_, at) => {
    const row = Math.floor(at / columns);
    const column = at % columns;
    const spot = { x: column * width, y: row * height, width, height };
    return { ...spot, card: isTent ? column : at, isUpsideDown: isTent && row === 0 };
  });
}

/** Where a sheet is cut or folded: across at these heights, down at these widths. */
export function cuts(format: CardFormat): { across: number[]; down: number[] } {
  const { columns, rows } = GRIDS[format];
  const inner = (count: number, length: number) =>
    Array.from({ length: count - 1 }, (_, at) => ((at + 1) * length) / count);
  return { across: inner(rows, SHEET.height), down: inner(columns, SHEET.width) };
}

/** Where everything stands on a card; no two boxes meet, so no text can push the code away. */
export interface CardPlaces {
  readonly frame: Box;
  readonly mark: Box;
  readonly code: Box;
  readonly title: Box;
  readonly name: Box;
  readonly place: Box;
  readonly payee: Box;
  readonly account: Box;
  readonly note: Box;
  readonly foot: Box;
}

// Shares of the height below each other, which add up to one.
const BESIDE = {
  title: 0.1,
  name: 0.26,
  place: 0.13,
  payee: 0.16,
  account: 0.08,
  note: 0.18,
  foot: 0.09,
};
const ABOVE = { title: 0.09, name: 0.17 };
const BELOW = { place: 0.06, payee: 0.065, account: 0.04, note: 0.065, foot: 0.035 };
const CODE_HEIGHT = 0.475;

/** A wide card has its code on the left, a high one in the middle. */
export function cardPlaces({ width, height }: Pick<Box, 'width' | 'height'>): CardPlaces {
  const edge = Math.min(width, height) * 0.07;
  const inside = { x: edge, y: edge, width: width - 2 * edge, height: height - 2 * edge };
  return width > height ? wide(inside, edge) : high(inside);
}

function wide({ x, y, width, height }: Box, gap: number): CardPlaces {
  const side = Math.min(height * 0.9, width * 0.46);
  const frame = { x, y: y + (height - side / 0.9) / 2, width: side, height: side / 0.9 };
  const left = x + side + gap;
  const room = { x: left, y, width: x + width - left, height };
  return { ...framed(frame), ...stacked(BESIDE, room) };
}

function high({ x, y, width, height }: Box): CardPlaces {
  const above = stacked(ABOVE, { x, y, width, height });
  const top = y + height * (ABOVE.title + ABOVE.name);
  const side = Math.min(height * CODE_HEIGHT * 0.9, width);
  const frame = { x: x + (width - side) / 2, y: top, width: side, height: side / 0.9 };
  const below = stacked(BELOW, { x, y: top + height * CODE_HEIGHT, width, height });
  return { ...framed(frame), ...above, ...below };
}

/** A code under the word that says whose it is. */
function framed(frame: Box): Pick<CardPlaces, 'frame' | 'mark' | 'code'> {
  const { x, y, width, height } = frame;
  const markHeight = height - width;
  return {
    frame,
    mark: { x, y, width, height: markHeight },
    code: { x, y: y + markHeight, width, height: width },
  };
}

function stacked<Name extends string>(
  shares: Readonly<Record<Name, number>>,
  { x, y, width, height }: Box,
): Record<Name, Box> {
  let top = y;
  const boxes: Partial<Record<Name, Box>> = {};
  for (const name in shares) {
    const share = shares[name] * height;
    boxes[name] = { x, y: top, width, height: share };
    top += share;
  }
  return boxes as Record<Name, Box>;
}
