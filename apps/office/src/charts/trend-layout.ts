import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';

/** One line: a value a month, null where there is none; with low and high also a band. */
export interface Series {
  name: string;
  values: readonly (number | null)[];
  low?: readonly (number | null)[];
  high?: readonly (number | null)[];
}

export const MARGIN = { top: 12, right: 30, bottom: 32, left: 52 };
const MONTH_LABEL_PX = 64;
const TICKS = 5;

interface Sheet {
  months: readonly string[];
  series: readonly Series[];
  width: number;
  height: number;
}

export type Plot = ReturnType<typeof layOut>;

interface PointerOver {
  clientX: number;
  currentTarget: { getBoundingClientRect: () => { left: number; width: number } };
}

/** Where everything of a trend chart lies; drawing it needs no more arithmetic. */
export function layOut({ months, series, width, height }: Sheet) {
  const bottom = height - MARGIN.bottom;
  const innerWidth = width - MARGIN.left - MARGIN.right;
  const last = Math.max(months.length - 1, 1);
  const x = scaleLinear([0, last], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([0, highest(series)], [bottom, MARGIN.top]).nice(TICKS);
  const every = Math.max(1, Math.ceil((months.length * MONTH_LABEL_PX) / innerWidth));
  return {
    width,
    bottom,
    innerWidth,
    months,
    xOf: (at: number) => x(at),
    monthAt: ({ clientX, currentTarget }: PointerOver) => {
      const box = currentTarget.getBoundingClientRect();
      const share = (clientX - box.left) / box.width;
      return Math.min(months.length - 1, Math.max(0, Math.round(share * last)));
    },
    ticks: y.ticks(TICKS).map((value) => ({ value, y: y(value) })),
    // Counted from the newest month, which is always named.
    monthTicks: months
      .map((month, at) => ({ month, x: x(at), at }))
      .filter(({ at }) => (months.length - 1 - at) % every === 0),
    lines: series.map((one, at) => lineOf(one, at, x, y)),
  };
}

type Scale = (value: number) => number;

function highest(series: readonly Series[]): number {
  const values = series.flatMap(({ values: all, high = [] }) => [...all, ...high]);
  return Math.max(...values.map((value) => value ?? 0), 1e-9);
}

function lineOf(series: Series, at: number, x: Scale, y: Scale) {
  const path = line<number | null>(
    (_, index) => x(index),
    (value) => y(value ?? 0),
  )
    .defined((value) => value !== null)
    .curve(curveMonotoneX);
  const yOf = (index: number) => {
    const value = series.values[index];
    return value === null || value === undefined ? undefined : y(value);
  };
  return { series, at, path: path(series.values) ?? '', band: bandOf(series, x, y), yOf };
}

/** The room between low and high, or null for a series without an interval. */
function bandOf({ low, high }: Series, x: Scale, y: Scale): string | null {
  if (!low || !high) return null;
  const band = area<number | null>(
    (_, at) => x(at),
    (value) => y(value ?? 0),
    (_, at) => y(high[at] ?? 0),
  )
    .defined((value) => value !== null)
    .curve(curveMonotoneX);
  return band(low);
}
