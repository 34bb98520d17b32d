import { sumVnd, ZERO_VND, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';

/** What a lease is to be charged, or was: the same shape before and after issue. */
export interface BillLine {
  readonly feeType: string;
  /** null: an opening debt or a deposit, which no price makes. */
  readonly tariffId: Id | null;
  readonly quantity: number;
  readonly unit: string;
  readonly unitPrice: Vnd;
  readonly serviceFrom: BusinessDate;
  readonly serviceTo: BusinessDate;
  /** Let off before issue; `amount` is what is left to pay. */
  readonly reliefAmount: Vnd;
  readonly amount: Vnd;
  readonly taxPercent: number | null;
  /** The VAT in `amount`. */
  readonly taxAmount: Vnd;
  readonly isPassThrough: boolean;
  readonly readingId: Id | null;
}

/** What one fee came to on the bill before. */
export interface FeeBefore {
  readonly feeType: string;
  readonly amount: Vnd;
  readonly reliefAmount: Vnd;
  readonly unitPrices: readonly number[];
}

/** A lease that a month's run charges, or that was charged the time before. */
export interface LeaseOfMonth {
  readonly leaseId: Id;
  readonly marketId: Id;
  readonly stallCode: string;
  readonly vendorName: string;
  /** Whether any day of the lease lies in the month. */
  readonly isLet: boolean;
  /** Whether some of the charged days are suspended. */
  readonly isSuspended: boolean;
  /** Whether a meter could not be read and was estimated. */
  readonly hasOddReading: boolean;
  readonly lines: readonly BillLine[];
  /** Of the bill before (last month's; of a quarterly lease last quarter's); null: there was none. */
  readonly last: readonly FeeBefore[] | null;
  /** The live bill it has for the month already; `lines` are this bill's then. */
  readonly existingBillId: Id | null;
}

/** What makes somebody look twice, the gravest first. */
export const ODDITIES = [
  'noPrice',
  'zero',
  'meterOdd',
  'left',
  'new',
  'suspended',
  'priceChanged',
  'reliefBegins',
  'reliefEnds',
  'changed',
] as const;
export type Oddity = (typeof ODDITIES)[number];

/** One fee now and the time before; 0 where it was not charged. */
export interface FeeDifference {
  readonly feeType: string;
  readonly last: Vnd;
  readonly now: Vnd;
}

export interface RehearsedBill
  extends Pick<
    LeaseOfMonth,
    'leaseId' | 'marketId' | 'stallCode' | 'vendorName' | 'lines' | 'existingBillId'
  > {
  readonly total: Vnd;
  /** null: there was no bill before. */
  readonly lastTotal: Vnd | null;
  readonly fees: readonly FeeDifference[];
  /** The gravest first. */
  readonly oddities: readonly Oddity[];
}

export interface RehearsedBills {
  /** Oddities first, then by stall. */
  readonly bills: RehearsedBill[];
  /** What the month stands at once it is issued: bills there are and bills to come. */
  readonly total: Vnd;
  readonly newCount: number;
  readonly existingCount: number;
}

/** Every lease of a market's month as it would be billed, with what differs from the bill before. */
export function rehearse(leases: readonly LeaseOfMonth[]): RehearsedBills {
  // In a market's first month everybody would be new: nothing to look at.
  const hasBefore = leases.some((lease) => lease.last !== null);
  const bills = leases.map((lease) => rehearsedBill(lease, hasBefore)).sort(byOddity);
  return {
    bills,
    total: sumVnd(bills.map((bill) => bill.total)),
    newCount: bills.filter(isNew).length,
    existingCount: bills.filter((bill) => bill.existingBillId !== null).length,
  };
}

/** Whether issuing makes this bill: it has a price and none exists. What is let off whole is billed. */
export function isNew(bill: Pick<RehearsedBill, 'existingBillId' | 'lines'>): boolean {
  return bill.existingBillId === null && bill.lines.length > 0;
}

/** What each fee comes to, over any number of bills, in the order in which they first appear. */
export function sumOfFees(fees: Iterable<FeeDifference>): FeeDifference[] {
  const sums = new Map<string, FeeDifference>();
  for (const { feeType, last, now } of fees) {
    const sum = sums.get(feeType);
    sums.set(feeType, {
      feeType,
      last: sumVnd([sum?.last ?? ZERO_VND, last]),
      now: sumVnd([sum?.now ?? ZERO_VND, now]),
    });
  }
  return [...sums.values()];
}

function rehearsedBill(lease: LeaseOfMonth, hasBefore: boolean): RehearsedBill {
  const { leaseId, marketId, stallCode, vendorName, lines, last, existingBillId } = lease;
  const found = odditiesOf(lease, hasBefore);
  return {
    leaseId,
    marketId,
    stallCode,
    vendorName,
    lines,
    existingBillId,
    total: sumVnd(lines.map((line) => line.amount)),
    lastTotal: last && sumVnd(last.map((fee) => fee.amount)),
    fees: sumOfFees([
      ...lines.map(({ feeType, amount }) => ({ feeType, last: ZERO_VND, now: amount })),
      ...(last ?? []).map(({ feeType, amount }) => ({ feeType, last: amount, now: ZERO_VND })),
    ]),
    oddities: ODDITIES.filter((oddity) => found.has(oddity)),
  };
}

function odditiesOf(lease: LeaseOfMonth, hasBefore: boolean): Set<Oddity> {
  const { isLet, isSuspended, hasOddReading, lines, last } = lease;
  if (!isLet && lines.length === 0) return new Set(['left']);
  const found = new Set<Oddity>();
  if (isSuspended) found.add('suspended');
  if (hasOddReading || isUsageOdd(lines, last ?? [])) found.add('meterOdd');
  if (lines.length === 0 && !isSuspended) found.add('noPrice');
  if (lines.length > 0 && lines.every((line) => line.amount === 0)) found.add('zero');
  if (last === null) return hasBefore ? found.add('new') : found;
  if (isPriceChanged(lines, last)) found.add('priceChanged');
  const isRelieved = lines.some((line) => line.reliefAmount > 0);
  const wasRelieved = last.some((fee) => fee.reliefAmount > 0);
  if (isRelieved && !wasRelieved) found.add('reliefBegins');
  if (!isRelieved && wasRelieved && lines.length > 0) found.add('reliefEnds');
  // Another sum is its own oddity where nothing above explains it.
  const isSame = sumVnd(lines.map((line) => line.amount)) === sumVnd(last.map((fee) => fee.amount));
  return found.size > 0 || isSame ? found : found.add('changed');
}

/** Whether a fee charged both times has a unit price that it did not have. */
function isPriceChanged(lines: readonly BillLine[], last: readonly FeeBefore[]): boolean {
  return lines.some(({ feeType, unitPrice }) => {
    const before = last.find((fee) => fee.feeType === feeType);
    return before !== undefined && !before.unitPrices.includes(unitPrice);
  });
}

// A meter's charge that differs from the last one by more than 150 % of it is looked at.
const ODD_CHANGE = 1.5;

function isUsageOdd(lines: readonly BillLine[], last: readonly FeeBefore[]): boolean {
  const metered = lines.filter((line) => line.readingId !== null);
  return last.some(({ feeType, amount }) => {
    const now = metered.filter((line) => line.feeType === feeType);
    const sum = sumVnd(now.map((line) => line.amount));
    return now.length > 0 && amount > 0 && Math.abs(sum - amount) > ODD_CHANGE * amount;
  });
}

const rankOf = ({ oddities: [gravest] }: RehearsedBill) =>
  gravest === undefined ? ODDITIES.length : ODDITIES.indexOf(gravest);

// A-2 before A-10. Made once: a collator per comparison is a hundred times slower.
const stallOrder = new Intl.Collator('en', { numeric: true });

function byOddity(one: RehearsedBill, other: RehearsedBill): number {
  return rankOf(one) - rankOf(other) || stallOrder.compare(one.stallCode, other.stallCode);
}
