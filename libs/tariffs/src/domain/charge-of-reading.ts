import { daysBetween } from '@cho40/kernel';
import { chargesOfParts, type Part } from './charge';
import { spansBetween } from './days';
import { fits, priceOn } from './price-on';
import { METER_UNITS, type Charge, type Days, type PricedPlace, type PricedTariff } from './tariff';

/** What a meter counted over some days. */
export interface MeteredUsage extends Days {
  readonly feeType: string;
  /** kWh or m³, to a hundredth. */
  readonly quantity: number;
}

/**
 * What a reading costs: a line for each price and tier. Where the price changes between two
 * readings nobody knows what was used before and after, so the days share it evenly; a tier's limit
 * is that of one reading and shrinks with the share. The lines' quantities add up to the reading's.
 * @throws tariffs.priceAmbiguous
 */
export function chargeOfReading(
  tariffs: readonly PricedTariff[],
  place: PricedPlace,
  usage: MeteredUsage,
): Charge[] {
  const fitting = tariffs.filter(
    (tariff) =>
      METER_UNITS.some((unit) => unit === tariff.unit) &&
      tariff.feeType === usage.feeType &&
      fits(tariff, place),
  );
  const allDays = daysBetween(usage.from, usage.to) + 1;
  let given = 0;
  const parts = laddersOf(fitting, usage).flatMap(({ ladder, days }) => {
    const passed = daysBetween(usage.from, days.to) + 1;
    const quantity = hundredths((usage.quantity * passed) / allDays - given);
    given = hundredths(given + quantity);
    const share = (daysBetween(days.from, days.to) + 1) / allDays;
    return partsOfLadder(ladder, days, quantity, share);
  });
  return chargesOfParts(parts);
}

interface LadderDays {
  readonly ladder: readonly PricedTariff[];
  readonly days: Days;
}

/** The days of a reading, cut where another price begins; neighbours of one price stay together. */
function laddersOf(fitting: readonly PricedTariff[], usage: Days): LadderDays[] {
  return spansBetween(usage, fitting).reduce<LadderDays[]>((sofar, days) => {
    const ladder = priceOn(fitting, days.from);
    const before = sofar.at(-1);
    if (!before || !isSame(before.ladder, ladder)) return [...sofar, { ladder, days }];
    return [...sofar.slice(0, -1), { ladder, days: { from: before.days.from, to: days.to } }];
  }, []);
}

function partsOfLadder(
  ladder: readonly PricedTariff[],
  days: Days,
  quantity: number,
  share: number,
): Part[] {
  return ladder.flatMap((tariff, at) => {
    const above = tariff.tierFrom * share;
    const below = (ladder[at + 1]?.tierFrom ?? Number.POSITIVE_INFINITY) * share;
    const inTier = hundredths(Math.min(quantity, hundredths(below)) - hundredths(above));
    if (inTier <= 0) return [];
    return [{ tariff, days, quantity: inTier, exact: tariff.price * inTier }];
  });
}

const isSame = (one: readonly PricedTariff[], other: readonly PricedTariff[]) =>
  one.length === other.length && one.every((tariff, at) => tariff === other[at]);

const hundredths = (quantity: number) => Math.round(quantity * 100) / 100;
