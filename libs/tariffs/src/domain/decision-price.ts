import type { Vnd } from '@cho40/kernel';
import { specificity } from './price-on';
import type { PriceFactors, TariffUnit } from './tariff';

/** A line of a decision: what it allows for whatever has these factors. */
export interface DecisionPrice extends PriceFactors {
  readonly lineNumber: number;
  readonly description: string;
  readonly feeType: string;
  readonly unit: TariffUnit;
  /** With VAT; no tariff passes it. */
  readonly price: Vnd;
  readonly marketClass: number | null;
  /** A named group of markets. */
  readonly marketGroup: string | null;
  readonly tierFrom: number;
  /** The line that took its place, where it was typed wrong. */
  readonly replacedBy: number | null;
}

/** What a market is to a decision. */
export interface DecidedMarket {
  readonly declaredClass: number;
  readonly tariffGroup: string | null;
}

/** What a board asks for: a price for all that a line names, or for a part of it. */
export interface AskedTariff extends Partial<PriceFactors> {
  readonly price: number;
  readonly taxPercent?: number | null;
  readonly isPassThrough?: boolean;
}

/** What becomes of it. */
export interface PickedTariff extends PriceFactors {
  readonly decisionLine: number;
  readonly ceiling: Vnd;
  readonly feeType: string;
  readonly unit: TariffUnit;
  readonly tierFrom: number;
  readonly price: number;
  readonly taxPercent: number | null;
  readonly isPassThrough: boolean;
}

export type PickRefusal =
  | 'decisionLineReplaced'
  | 'decisionLineOfOtherMarkets'
  | 'priceAboveDecision'
  | 'tariffBeyondItsLine';

const FACTORS = [
  'isRoofed',
  'openSides',
  'isCorner',
  'rowGrade',
  'goodsGroup',
  'carrier',
  'priceClass',
] as const satisfies readonly (keyof PriceFactors)[];

/** A price as drafted from a line: what was not said is as the line has it. */
export function pickedFrom(line: DecisionPrice, asked: AskedTariff): PickedTariff {
  return {
    decisionLine: line.lineNumber,
    ceiling: line.price,
    feeType: line.feeType,
    unit: line.unit,
    tierFrom: line.tierFrom,
    isRoofed: asked.isRoofed ?? line.isRoofed,
    openSides: asked.openSides ?? line.openSides,
    isCorner: asked.isCorner ?? line.isCorner,
    rowGrade: asked.rowGrade ?? line.rowGrade,
    goodsGroup: asked.goodsGroup ?? line.goodsGroup,
    carrier: asked.carrier ?? line.carrier,
    priceClass: asked.priceClass ?? line.priceClass,
    price: asked.price,
    taxPercent: asked.taxPercent ?? null,
    isPassThrough: asked.isPassThrough ?? false,
  };
}

/** Why a board may not take this price from this line; null: it may. */
export function pickRefusal(
  line: DecisionPrice,
  market: DecidedMarket,
  tariff: PickedTariff,
): PickRefusal | null {
  if (line.replacedBy !== null) return 'decisionLineReplaced';
  if (!isFor(line, market)) return 'decisionLineOfOtherMarkets';
  if (tariff.price > line.price) return 'priceAboveDecision';
  return isWithin(tariff, line) ? null : 'tariffBeyondItsLine';
}

/**
 * The cheaper lines of a decision that a price would pass over: they are more telling than it and
 * allow less, and the market has no price of its own for them. Whoever falls under such a line
 * would be charged above the decision.
 */
export function passedOver(
  tariff: Omit<PickedTariff, 'decisionLine' | 'ceiling' | 'taxPercent' | 'isPassThrough'>,
  lines: readonly DecisionPrice[],
  market: DecidedMarket,
  standing: readonly PriceFactors[],
): DecisionPrice[] {
  return lines.filter(
    (line) =>
      line.replacedBy === null &&
      isFor(line, market) &&
      line.feeType === tariff.feeType &&
      line.unit === tariff.unit &&
      line.tierFrom === tariff.tierFrom &&
      line.price < tariff.price &&
      isWithin(line, tariff) &&
      specificity(line) > specificity(tariff) &&
      !standing.some((price) => isWithin(price, line) && isWithin(line, price)),
  );
}

function isFor(line: DecisionPrice, { declaredClass, tariffGroup }: DecidedMarket): boolean {
  return (
    (line.marketClass === null || line.marketClass === declaredClass) &&
    (line.marketGroup === null || line.marketGroup === tariffGroup)
  );
}

/** Whether whatever falls under `narrow` falls under `wide` too. */
function isWithin(narrow: PriceFactors, wide: PriceFactors): boolean {
  return FACTORS.every((factor) => wide[factor] === null || wide[factor] === narrow[factor]);
}
