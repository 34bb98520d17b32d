import {
  allocate,
  daysBetween,
  monthOf,
  roundToVnd,
  sumVnd,
  vnd,
  ZERO_VND,
  type BusinessDate,
  type Id,
  type Vnd,
} from '@cho40/kernel';

/** An approved relief as far as a line is concerned. */
export interface StandingRelief {
  readonly reliefId: Id;
  /** null: of every fee of the board's own; what it passes on is let off only where it is named. */
  readonly feeType: string | null;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** A share of each line for its days within; or `amount`. */
  readonly percent: number | null;
  /** So much for each calendar month, from the lines of that month together. */
  readonly amount: Vnd | null;
}

export interface ReliefLine {
  readonly feeType: string;
  readonly isPassThrough: boolean;
  readonly serviceFrom: BusinessDate;
  readonly serviceTo: BusinessDate;
  /** What it costs without the relief. */
  readonly gross: Vnd;
  /** What may still be let off: never more than this is. */
  readonly most: Vnd;
}

/** So much of a line let off by a relief; `line` is the line's place in the list. */
export interface ReliefPart {
  readonly reliefId: Id;
  readonly line: number;
  readonly amount: Vnd;
}

/**
 * What reliefs let off of a lease's lines, in the order of the reliefs: a percentage of each line's
 * days within the relief, or a sum a month spread over that month's lines. A line is never let off
 * more than it costs, whatever reliefs meet on it.
 */
export function reliefParts(
  lines: readonly ReliefLine[],
  reliefs: readonly StandingRelief[],
): ReliefPart[] {
  const left = lines.map(({ most }) => most);
  return reliefs.flatMap((relief) =>
    wantedOf(relief, lines).flatMap((wanted, line) => {
      const most = left[line] ?? ZERO_VND;
      const amount = vnd(Math.min(wanted, most));
      if (amount === 0) return [];
      left[line] = vnd(most - amount);
      return [{ reliefId: relief.reliefId, line, amount }];
    }),
  );
}

function wantedOf(relief: StandingRelief, lines: readonly ReliefLine[]): Vnd[] {
  const shares = lines.map((line) => shareWithin(relief, line));
  const { percent, amount } = relief;
  if (percent !== null)
    return lines.map(({ gross }, at) => roundToVnd((gross * percent * (shares[at] ?? 0)) / 100));
  return spread(amount ?? ZERO_VND, lines, shares);
}

/** How much of a line's days a relief covers, 0 to 1. */
function shareWithin(relief: StandingRelief, line: ReliefLine): number {
  const isMeant = relief.feeType === null ? !line.isPassThrough : relief.feeType === line.feeType;
  if (!isMeant) return 0;
  const from = relief.from > line.serviceFrom ? relief.from : line.serviceFrom;
  const to = relief.to < line.serviceTo ? relief.to : line.serviceTo;
  if (from > to) return 0;
  return (daysBetween(from, to) + 1) / (daysBetween(line.serviceFrom, line.serviceTo) + 1);
}

/** A sum for each month, in proportion to what its lines cost for the days within. */
function spread(amount: Vnd, lines: readonly ReliefLine[], shares: readonly number[]): Vnd[] {
  const wanted = lines.map(() => ZERO_VND);
  const covered = lines.flatMap((line, at) =>
    (shares[at] ?? 0) > 0 ? [{ at, month: monthOf(line.serviceFrom), gross: line.gross }] : [],
  );
  for (const month of new Set(covered.map((line) => line.month))) {
    const ofMonth = covered.filter((line) => line.month === month);
    const most = sumVnd(ofMonth.map(({ gross }) => gross));
    if (most === 0) continue;
    const parts = allocate(
      vnd(Math.min(amount, most)),
      ofMonth.map(({ gross }) => gross),
    );
    ofMonth.forEach(({ at }, place) => {
      wanted[at] = parts[place] ?? ZERO_VND;
    });
  }
  return wanted;
}
