import type { BusinessDate, Id, Vnd } from '@cho40/kernel';

/** What a lease is charged by for each month: per square metre, or per point whatever its size. */
export const LEASE_UNITS = ['m2-month', 'point-month'] as const;
/** What a ticket is sold by: square metres for a day, a vehicle or load coming in, a session. */
export const TICKET_UNITS = ['m2-day', 'visit', 'session'] as const;
/** What a reading is charged by. */
export const METER_UNITS = ['kwh', 'm3'] as const;
export const TARIFF_UNITS = [...LEASE_UNITS, ...TICKET_UNITS, ...METER_UNITS] as const;
export type TicketUnit = (typeof TICKET_UNITS)[number];
export type TariffUnit = (typeof TARIFF_UNITS)[number];

/** Who carries goods in: xe tải, xe thô sơ, gánh. */
export const CARRIERS = ['truck', 'cart', 'shoulder-pole'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** For what a price is meant; null: whatever it is. */
export interface PriceFactors {
  readonly isRoofed: boolean | null;
  /** 1 to 3. */
  readonly openSides: number | null;
  readonly isCorner: boolean | null;
  /** 1 to 8, the best row first. */
  readonly rowGrade: number | null;
  readonly goodsGroup: string | null;
  readonly carrier: Carrier | null;
  /** The class that a lease was agreed at. */
  readonly priceClass: string | null;
}

export const ANY_FACTORS: PriceFactors = {
  isRoofed: null,
  openSides: null,
  isCorner: null,
  rowGrade: null,
  goodsGroup: null,
  carrier: null,
  priceClass: null,
};

/** An approved price, as `tariffs.v_tariff` gives it. */
export interface PricedTariff extends PriceFactors {
  readonly tariffId: Id;
  readonly feeType: string;
  readonly unit: TariffUnit;
  /** With VAT. */
  readonly price: Vnd;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  /** Of a reading: the part above so many kWh or m³; 0: from the first. */
  readonly tierFrom: number;
  /** VAT within the price; null: not taxed. */
  readonly taxPercent: number | null;
  /** Collected for somebody else, such as the electricity company. */
  readonly isPassThrough: boolean;
}

/** Whose price is asked for; null: it has none, so a price that names one is not meant. */
export interface PricedPlace {
  readonly areaM2: number;
  readonly isRoofed: boolean | null;
  readonly openSides: number | null;
  readonly isCorner: boolean | null;
  readonly rowGrade: number | null;
  readonly goodsGroups: readonly string[];
  readonly priceClass: string | null;
  readonly carrier?: Carrier | null;
}

/** Some days, both ends included. */
export interface Days {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** One line of a bill: so many units at a price, for the days of service it names. */
export interface Charge {
  readonly feeType: string;
  readonly tariffId: Id;
  readonly quantity: number;
  readonly unit: TariffUnit;
  readonly unitPrice: Vnd;
  readonly serviceFrom: BusinessDate;
  readonly serviceTo: BusinessDate;
  readonly amount: Vnd;
  readonly taxPercent: number | null;
  /** The part of the amount that is VAT. */
  readonly taxAmount: Vnd;
  readonly isPassThrough: boolean;
}
