import {
  sumVnd,
  type BusinessDate,
  type Facts,
  type Id,
  type Month,
  type Vnd,
} from '@cho40/kernel';
import { billableMonths } from './due-date';

/** What a lease is to be charged, or was: the same shape before and after issue. */
export interface BillLine {
  readonly feeType: string;
  readonly tariffId: Id;
  readonly quantity: number;
  readonly unit: string;
  readonly unitPrice: Vnd;
  readonly serviceFrom: BusinessDate;
  readonly serviceTo: BusinessDate;
  readonly amount: Vnd;
}

/** A lease that may be billed for a month, or was billed for the month before. */
export interface LeaseOfMonth {
  readonly leaseId: Id;
  readonly stallCode: string;
  readonly vendorName: string;
  /** Whether any day of the lease lies in the month. */
  readonly isLet: boolean;
  readonly lines: readonly BillLine[];
  /** Of the month before; null when it had no bill then. */
  readonly lastTotal: Vnd | null;
  /** The live bill it has for the month already; `lines` are this bill's then. */
  readonly existingBillId: Id | null;
}

/** What makes somebody look twice, the gravest first. */
export const ODDITIES = ['noPrice', 'left', 'new', 'changed'] as const;
export type Oddity = (typeof ODDITIES)[number];

export interface RehearsedBill extends Omit<LeaseOfMonth, 'isLet'> {
  readonly total: Vnd;
  readonly oddity: Oddity | null;
}

export interface RehearsedBills {
  /** Oddities first, then by stall. */
  readonly bills: RehearsedBill[];
  /** What the month stands at once it is issued: bills there are and bills to come. */
  readonly total: Vnd;
  readonly newCount: number;
  readonly existingCount: number;
}

/** Every lease of the month as it would be billed, with what differs from the month before. */
export function rehearse(leases: readonly LeaseOfMonth[]): RehearsedBills {
  // In a market's first month everybody would be new: nothing to look at.
  const hasLastMonth = leases.some((lease) => lease.lastTotal !== null);
  const bills = leases
    .filter((lease) => lease.isLet || lease.existingBillId !== null || lease.lastTotal !== null)
    .map((lease) => rehearsedBill(lease, hasLastMonth))
    .sort(byOddity);
  return {
    bills,
    total: sumVnd(bills.map((bill) => bill.total)),
    newCount: bills.filter(isNew).length,
    existingCount: bills.filter((bill) => bill.existingBillId !== null).length,
  };
}

/** Whether issuing makes this bill: it has a price and none exists. */
export function isNew(bill: Pick<RehearsedBill, 'existingBillId' | 'total'>): boolean {
  return bill.existingBillId === null && bill.total > 0;
}

function rehearsedBill({ isLet, ...lease }: LeaseOfMonth, hasLastMonth: boolean): RehearsedBill {
  const total = sumVnd(lease.lines.map((line) => line.amount));
  return { ...lease, total, oddity: oddityOf({ ...lease, isLet }, total, hasLastMonth) };
}

function oddityOf(lease: LeaseOfMonth, total: Vnd, hasLastMonth: boolean): Oddity | null {
  if (!lease.isLet && total === 0) return 'left';
  if (total === 0) return 'noPrice';
  if (lease.lastTotal === null) return hasLastMonth ? 'new' : null;
  return lease.lastTotal === total ? null : 'changed';
}

const rankOf = ({ oddity }: RehearsedBill) =>
  oddity === null ? ODDITIES.length : ODDITIES.indexOf(oddity);

// A-2 before A-10. Made once: a collator per comparison is a hundred times slower.
const stallOrder = new Intl.Collator('en', { numeric: true });

function byOddity(one: RehearsedBill, other: RehearsedBill): number {
  return rankOf(one) - rankOf(other) || stallOrder.compare(one.stallCode, other.stallCode);
}

/** Why a month cannot be issued; the code is the refusal's. */
export interface Problem {
  readonly code:
    | 'noPrefix'
    | 'noReceivingAccount'
    | 'noTariff'
    | 'monthBeforeOpening'
    | 'monthTooFar';
  readonly facts: Facts;
}

export interface BillingGround {
  readonly marketCode: string;
  readonly openedOn: BusinessDate;
  readonly hasPrefix: boolean;
  readonly hasAccount: boolean;
  readonly hasTariff: boolean;
}

/** Everything that must be put right before a month can be issued. */
export function problemsOf(ground: BillingGround, period: Month, today: BusinessDate): Problem[] {
  const [first, last] = billableMonths(ground.openedOn, today);
  const checks: readonly [boolean, Problem['code'], Facts][] = [
    [period >= first, 'monthBeforeOpening', { month: period, openedOn: ground.openedOn }],
    [period <= last, 'monthTooFar', { month: period, last }],
    [ground.hasTariff, 'noTariff', { month: period }],
    [ground.hasPrefix, 'noPrefix', {}],
    [ground.hasAccount, 'noReceivingAccount', {}],
  ];
  return checks
    .filter(([isMet]) => !isMet)
    .map(([, code, facts]) => ({ code, facts: { market: ground.marketCode, ...facts } }));
}
