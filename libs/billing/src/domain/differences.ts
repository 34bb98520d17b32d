import type { Id } from '@cho40/kernel';
import { ODDITIES, type Oddity, type RehearsedBill } from './rehearsal';

/** A rehearsed bill with its market's name, as a board's list of all its markets shows it. */
export interface BillOfMarket extends RehearsedBill {
  readonly marketName: string;
}

export const DIFFERENCE_SORTS = [
  'oddity',
  'stallCode',
  '-stallCode',
  'total',
  '-total',
  'difference',
  '-difference',
] as const;
export type DifferenceSort = (typeof DIFFERENCE_SORTS)[number];

/** Which bills are asked for; without anything all of them, the gravest oddity first. */
export interface DifferenceFilter {
  readonly marketId?: Id;
  /** `odd`: whatever is odd. */
  readonly oddity?: Oddity | 'odd';
  /** A part of a stall's code, a vendor's or a market's name; marks and case do not count. */
  readonly q?: string;
  readonly sort?: DifferenceSort;
}

/** What a bill comes to more or less than the one before; all of it where there was none. */
export const differenceOf = (bill: { total: number; lastTotal: number | null }) =>
  bill.total - (bill.lastTotal ?? 0);

/** The bills asked for, in the order asked for; bills that tie stand by market and stall. */
export function differences(
  bills: readonly BillOfMarket[],
  { marketId, oddity, q, sort = 'oddity' }: DifferenceFilter,
): BillOfMarket[] {
  const wanted = plain(q ?? '');
  const found = bills.filter(
    (bill) =>
      (!marketId || bill.marketId === marketId) &&
      isAsked(bill, oddity) &&
      (!wanted ||
        plain(`${bill.stallCode} ${bill.vendorName} ${bill.marketName}`).includes(wanted)),
  );
  const downwards = sort.startsWith('-') ? -1 : 1;
  return found.sort((one, other) => downwards * compareBy(sort, one, other) || byPlace(one, other));
}

function isAsked({ oddities }: BillOfMarket, oddity: DifferenceFilter['oddity']): boolean {
  if (!oddity) return true;
  return oddity === 'odd' ? oddities.length > 0 : oddities.includes(oddity);
}

function compareBy(sort: DifferenceSort, one: BillOfMarket, other: BillOfMarket): number {
  switch (sort) {
    case 'oddity':
      return rankOf(one) - rankOf(other);
    case 'total':
    case '-total':
      return one.total - other.total;
    case 'difference':
    case '-difference':
      return differenceOf(one) - differenceOf(other);
    case 'stallCode':
    case '-stallCode':
      return order.compare(one.stallCode, other.stallCode);
  }
}

const rankOf = ({ oddities: [gravest] }: BillOfMarket) =>
  gravest === undefined ? ODDITIES.length : ODDITIES.indexOf(gravest);

const order = new Intl.Collator('en', { numeric: true });

const byPlace = (one: BillOfMarket, other: BillOfMarket) =>
  order.compare(one.marketName, other.marketName) ||
  order.compare(one.stallCode, other.stallCode) ||
  (one.leaseId < other.leaseId ? -1 : 1);

const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase().trim();
