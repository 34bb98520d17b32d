import type { BusinessDate } from '@cho40/kernel';
import { chargesOfParts } from './charge';
import { fits, priceOn } from './price-on';
import type { Carrier, Charge, PricedTariff, TicketUnit } from './tariff';

/** What a casual seller is to pay for one day, one session or one load. */
export interface TicketAsked {
  readonly feeType: string;
  readonly unit: TicketUnit;
  /** Of `m2-day`. */
  readonly areaM2: number;
  readonly isRoofed: boolean | null;
  readonly goodsGroup: string | null;
  readonly carrier: Carrier | null;
  readonly on: BusinessDate;
}

/**
 * The price of a ticket; null where none stands on the day.
 * @throws tariffs.priceAmbiguous
 */
export function priceOfTicket(
  tariffs: readonly PricedTariff[],
  { feeType, unit, areaM2, isRoofed, goodsGroup, carrier, on }: TicketAsked,
): Charge | null {
  const place = {
    areaM2,
    isRoofed,
    openSides: null,
    isCorner: null,
    rowGrade: null,
    goodsGroups: goodsGroup === null ? [] : [goodsGroup],
    priceClass: null,
    carrier,
  };
  const fitting = tariffs.filter(
    (tariff) => tariff.unit === unit && tariff.feeType === feeType && fits(tariff, place),
  );
  const [tariff] = priceOn(fitting, on);
  if (!tariff) return null;
  const quantity = unit === 'm2-day' ? areaM2 : 1;
  const days = { from: on, to: on };
  return chargesOfParts([{ tariff, days, quantity, exact: tariff.price * quantity }])[0] ?? null;
}
