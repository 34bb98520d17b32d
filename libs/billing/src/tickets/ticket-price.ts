import { roundToVnd, type Id, type Vnd } from '@cho40/kernel';
import { priceOfTicket, taxWithin, type PricedTariff, type TicketAsked } from '@cho40/tariffs';
import type { TicketContent } from '../domain/ticket';
import { billingError } from '../errors';

/** A ticket in the words of the tariffs. */
export type PriceableTicket = TicketContent & Pick<TicketAsked, 'unit' | 'carrier'>;

/** What a ticket costs, with the price it stands on. */
export interface TicketPrice {
  readonly tariffId: Id;
  readonly unitPrice: Vnd;
  readonly amount: Vnd;
  readonly taxPercent: number | null;
  /** The part of the amount that is VAT. */
  readonly taxAmount: Vnd;
  readonly isPassThrough: boolean;
}

/**
 * The price of a ticket by the approved tariffs of its market; null where none stands on its day.
 * @throws billing.ticketAreaWrong: only a price per m² has an area
 * @throws tariffs.priceAmbiguous
 */
export function priceTicket(
  tariffs: readonly PricedTariff[],
  { count, areaM2, ...asked }: PriceableTicket,
): TicketPrice | null {
  if ((asked.unit === 'm2-day') !== (areaM2 !== null)) throw billingError('ticketAreaWrong');
  const one = priceOfTicket(tariffs, { ...asked, areaM2: areaM2 ?? 1 });
  if (!one) return null;
  const { tariffId, unitPrice, taxPercent, isPassThrough } = one;
  const amount = roundToVnd(one.amount * count);
  const taxAmount = taxWithin(amount, taxPercent);
  return { tariffId, unitPrice, amount, taxPercent, taxAmount, isPassThrough };
}
