import type { Paper, PaperSize } from '@cho40/kernel';

/** Points, of which an inch has 72. */
export interface Sheet {
  readonly width: number;
  /** None on a roll, which is as long as what is printed. */
  readonly height?: number;
  readonly margin: { top: number; right: number; bottom: number; left: number };
  readonly fontSize: number;
}

const POINTS_PER_MM = 72 / 25.4;
export const points = (mm: number): number => mm * POINTS_PER_MM;

// Margins of sheets as decree 30/2020/NĐ-CP, annex I, has them for A4 (20–25 mm above and below,
// 15–20 mm on the right; the left a little less than its 30 mm, for tables). A thermal printer's
// head is 48 mm wide on a roll of 58 mm and 72 mm on one of 80 mm.
const SHEETS: Record<PaperSize, Sheet> = {
  A4: sheet({ width: 210, height: 297, fontSize: 10.5, margins: [20, 15, 20, 25] }),
  A5: sheet({ width: 148, height: 210, fontSize: 9, margins: [10, 10, 12, 12] }),
  'roll-80': sheet({ width: 80, fontSize: 8.5, margins: [4, 4, 8, 4] }),
  'roll-58': sheet({ width: 58, fontSize: 7.5, margins: [4, 5, 8, 5] }),
};
const NO_MARGINS = { top: 0, right: 0, bottom: 0, left: 0 };
/** PDF readers take no page longer than 14,400 points; a roll goes on as a second page before. */
const LONGEST_ROLL = 14_000;

export function sheetOf({ size, isLandscape = false, hasNoMargins = false }: Paper): Sheet {
  const usual = SHEETS[size];
  const upright = hasNoMargins ? { ...usual, margin: NO_MARGINS } : usual;
  if (!isLandscape || upright.height === undefined) return upright;
  const { top, right, bottom, left } = upright.margin;
  return {
    ...upright,
    width: upright.height,
    height: upright.width,
    margin: { top: left, right: top, bottom: right, left: bottom },
  };
}

export const isRoll = ({ height }: Sheet): boolean => height === undefined;
export const bodyWidth = ({ width, margin }: Sheet): number => width - margin.left - margin.right;
export const bodyHeight = ({ height, margin }: Sheet): number =>
  (height ?? LONGEST_ROLL) - margin.top - margin.bottom;

function sheet(given: {
  width: number;
  height?: number;
  fontSize: number;
  margins: readonly [number, number, number, number];
}): Sheet {
  const [top, right, bottom, left] = given.margins.map(points) as [number, number, number, number];
  return {
    width: points(given.width),
    height: given.height === undefined ? undefined : points(given.height),
    fontSize: given.fontSize,
    margin: { top, right, bottom, left },
  };
}
