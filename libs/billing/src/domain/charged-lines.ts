import { sumVnd, vnd, ZERO_VND, type Id, type Vnd } from '@cho40/kernel';
import { reliefParts, type StandingRelief } from './relief';
import type { BillLine } from './rehearsal';

/** A line before anything is let off. */
export type GrossLine = Omit<BillLine, 'reliefAmount'>;

/** A line to be issued, with whose relief it was given. */
export interface ChargedLine extends BillLine {
  readonly reliefs: readonly { readonly reliefId: Id; readonly amount: Vnd }[];
}

/**
 * What a lease is charged once its reliefs are taken off. VAT stays the same share of a line: who
 * pays half of it pays half of the VAT in it.
 */
export function chargedLines(
  lines: readonly GrossLine[],
  reliefs: readonly StandingRelief[],
  taxWithin: (amount: Vnd, percent: number | null) => Vnd,
): ChargedLine[] {
  const parts = reliefs.length === 0 ? [] : reliefParts(lines.map(relievable), reliefs);
  return lines.map((line, at) => {
    const ofLine = parts.filter((part) => part.line === at);
    if (ofLine.length === 0) return { ...line, reliefAmount: ZERO_VND, reliefs: [] };
    const reliefAmount = sumVnd(ofLine.map((part) => part.amount));
    const amount = vnd(line.amount - reliefAmount);
    return {
      ...line,
      reliefAmount,
      amount,
      taxAmount: taxWithin(amount, line.taxPercent),
      reliefs: ofLine.map(({ reliefId, amount: part }) => ({ reliefId, amount: part })),
    };
  });
}

const relievable = (line: GrossLine) => {
  const { feeType, isPassThrough, serviceFrom, serviceTo, amount } = line;
  return { feeType, isPassThrough, serviceFrom, serviceTo, gross: amount, most: amount };
};
