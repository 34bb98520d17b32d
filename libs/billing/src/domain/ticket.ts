import { addDays, type BusinessDate, type Id } from '@cho40/kernel';

/** How a seller means to pay; a QR that was shown is no money yet. */
export const TICKET_WAYS = ['cash', 'bank'] as const;
export type TicketWay = (typeof TICKET_WAYS)[number];

/** What makes a ticket this one: its id told again with the same is a retry. */
export interface TicketContent {
  readonly marketId: Id;
  readonly on: BusinessDate;
  readonly feeType: string;
  readonly unit: string;
  readonly isRoofed: boolean | null;
  readonly goodsGroup: string | null;
  readonly carrier: string | null;
  /** Of `m2-day` only. */
  readonly areaM2: number | null;
  /** Stubs of a paper book come several at once; else 1. */
  readonly count: number;
  readonly way: TicketWay;
}

export function isSameTicket(told: TicketContent, stands: TicketContent): boolean {
  return CONTENT.every((name) => told[name] === stands[name]);
}

const CONTENT = [
  'marketId',
  'on',
  'feeType',
  'unit',
  'areaM2',
  'isRoofed',
  'goodsGroup',
  'carrier',
  'count',
  'way',
] as const satisfies readonly (keyof TicketContent)[];

/** Days. Arrears of a season are still collected; half a year ahead no price is sure to stand. */
export const TICKET_DAYS = { back: 92, ahead: 183 } as const;

/** Why a ticket cannot be sold for its day, or null; `marketDays` null: nobody entered which. */
export function ticketDayProblem(
  { on, offDayReason }: { on: BusinessDate; offDayReason: string | null },
  today: BusinessDate,
  marketDays: readonly BusinessDate[] | null,
): 'ticketDayTooFar' | 'ticketOffMarketDay' | null {
  const { back, ahead } = TICKET_DAYS;
  if (on < addDays(today, -back) || on > addDays(today, ahead)) return 'ticketDayTooFar';
  return offDayReason === null && !marketDays?.includes(on) ? 'ticketOffMarketDay' : null;
}

/** `PN-2026-000123`: numbers run per board and year, the year being that of the sale. */
export function ticketNumber(year: number, serial: number): string {
  return `PN-${year}-${String(serial).padStart(6, '0')}`;
}
