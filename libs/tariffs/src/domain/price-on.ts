import type { BusinessDate } from '@cho40/kernel';
import { tariffsError } from './errors';
import type { PricedPlace, PricedTariff, PriceFactors } from './tariff';

/**
 * The stated order, most telling first: of two prices that fit, the one wins that names the first
 * factor in which they differ. A lease agreed at a class has its price wherever the stall stands.
 */
export const FACTOR_ORDER = [
  'priceClass',
  'goodsGroup',
  'carrier',
  'rowGrade',
  'isCorner',
  'openSides',
  'isRoofed',
] as const satisfies readonly (keyof PriceFactors)[];

/** Whether a price is meant for a place, the days aside. */
export function fits(tariff: PriceFactors, place: PricedPlace): boolean {
  const { goodsGroup, carrier } = tariff;
  return (
    isMet(tariff.isRoofed, place.isRoofed) &&
    isMet(tariff.openSides, place.openSides) &&
    isMet(tariff.isCorner, place.isCorner) &&
    isMet(tariff.rowGrade, place.rowGrade) &&
    isMet(tariff.priceClass, place.priceClass) &&
    isMet(carrier, place.carrier ?? null) &&
    (goodsGroup === null || place.goodsGroups.includes(goodsGroup))
  );
}

/** How telling a price is: a binary number with a place for each factor of the stated order. */
export function specificity(tariff: PriceFactors): number {
  return FACTOR_ORDER.reduce((sum, factor) => sum * 2 + (tariff[factor] === null ? 0 : 1), 0);
}

export const standsOn = (
  { validFrom, validTo }: Pick<PricedTariff, 'validFrom' | 'validTo'>,
  day: BusinessDate,
) => validFrom <= day && (validTo === null || validTo >= day);

/**
 * The price of one thing on a day, of those that fit it (one fee type, one thing priced): the most
 * telling ones, a row for each tier. Nothing where none stands.
 * @throws tariffs.priceAmbiguous where two are as telling: a stall with two goods groups, a price
 * for each. Somebody decides then; the program does not guess.
 */
export function priceOn(fitting: readonly PricedTariff[], day: BusinessDate): PricedTariff[] {
  const standing = fitting.filter((tariff) => standsOn(tariff, day));
  const most = Math.max(...standing.map(specificity));
  const told = standing
    .filter((tariff) => specificity(tariff) === most)
    .sort((one, other) => one.tierFrom - other.tierFrom);
  const twice = told.find((tariff, at) => tariff.tierFrom === told[at - 1]?.tierFrom);
  if (twice) throw tariffsError('priceAmbiguous', { feeType: twice.feeType, on: day });
  return told;
}

const isMet = <T>(asked: T | null, has: T | null) => asked === null || asked === has;
