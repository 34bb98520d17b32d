import { roundToVnd, ZERO_VND, type Vnd } from '@cho40/kernel';
import type { Charge, Days, PricedTariff } from './tariff';

/** A part of what is charged: so many units of a price for some days, as exact as can be. */
export interface Part {
  readonly tariff: PricedTariff;
  readonly days: Days;
  /** As the line shows it. */
  readonly quantity: number;
  /** đồng with a fraction. */
  readonly exact: number;
}

/** The VAT within an amount that includes it, half up. */
export function taxWithin(amount: Vnd, percent: number | null): Vnd {
  return percent === null ? ZERO_VND : roundToVnd((amount * percent) / (100 + percent));
}

/**
 * Lines of the parts of one thing, in time: the running sum is rounded half up and each line gets
 * what it adds. So the lines add up to the exact sum rounded once, and a later part changes no
 * earlier one. A line of 0 đ is no charge and is left out.
 */
export function chargesOfParts(parts: readonly Part[]): Charge[] {
  let exact = 0;
  let charged = 0;
  const charges = parts.map((part) => {
    exact += part.exact;
    const sum = roundToVnd(exact);
    const amount = roundToVnd(sum - charged);
    charged = sum;
    return chargeOf(part, amount);
  });
  return charges.filter((charge) => charge.amount > 0);
}

function chargeOf({ tariff, days, quantity }: Part, amount: Vnd): Charge {
  const { feeType, tariffId, unit, price: unitPrice, taxPercent, isPassThrough } = tariff;
  return {
    feeType,
    tariffId,
    quantity,
    unit,
    unitPrice,
    serviceFrom: days.from,
    serviceTo: days.to,
    amount,
    taxPercent,
    taxAmount: taxWithin(amount, taxPercent),
    isPassThrough,
  };
}
