// Who pays in a month, how, and with which words: plain values in, plain values out.
import { lastDayOf, monthsBetween, month as asMonth, type Id, type Month } from '@cho40/kernel';
import { transferText } from '@cho40/vietqr';
import { bankText, PAYING_BANKS } from './bank-texts';
import { chanceOf, type Chance } from './chance';
import { FIRST_MONTH, LAST_MONTH, PROVINCE_SEED, SHARE_PATH } from './plan';

/** A bill that is not yet paid in full. Amounts in đồng. */
export interface OpenBill {
  readonly leaseId: Id;
  readonly code: string;
  readonly marketCode: string;
  readonly stallCode: string;
  readonly vendorName: string;
  readonly district: string;
  readonly period: Month;
  readonly due: number;
}

/** A transfer into the board's account, as its bank will print it. */
export interface Transfer {
  readonly day: number;
  readonly second: number;
  readonly direction: 'in' | 'out';
  readonly amount: number;
  readonly content: string;
  readonly payer: string;
}
export interface CashTaken {
  readonly leaseId: Id;
  readonly amount: number;
  readonly day: number;
  readonly second: number;
}
export interface MonthMoney {
  readonly transfers: Transfer[];
  readonly cash: CashTaken[];
}

// Of those who owe: most pay in the month, of those in arrears fewer. It settles at 5–10 % arrears.
const PAYS_CURRENT = 0.95;
const PAYS_ARREARS = 0.45;
const PAYS_A_PART = 0.03;
const LEAST_IN_PARTS = 20_000;
const SMALLEST_NOTE = 1000;
const TEXT_WITHOUT_CODE = 0.016;
const CHANGES_HABIT = 0.06;

/** The part of a district's vendors who pay through the account in a month, 0 to 1. */
export function shareOf(district: string, month: Month): number {
  const [first, last] = SHARE_PATH[district] ?? [20, 30];
  const months = monthsBetween(asMonth(FIRST_MONTH), asMonth(LAST_MONTH));
  const way = months.indexOf(month) / (months.length - 1);
  return (first + (last - first) * way) / 100;
}

/** What comes in of a board's open bills in a month. */
export function moneyOf(
  month: Month,
  bills: readonly OpenBill[],
  account: { bin: string },
): MonthMoney {
  const money: MonthMoney = { transfers: [], cash: [] };
  const byLease = new Map<Id, OpenBill[]>();
  for (const bill of bills) byLease.set(bill.leaseId, [...(byLease.get(bill.leaseId) ?? []), bill]);
  for (const owed of byLease.values()) {
    const chance = chanceOf(PROVINCE_SEED, month, ...placeOf(owed[0]));
    for (const bill of owed) {
      if (!chance.happens(bill.period === month ? PAYS_CURRENT : PAYS_ARREARS)) continue;
      pay(money, bill, { month, chance, bin: account.bin });
    }
  }
  return money;
}

// Ids differ in every database; what follows from the seed follows from names.
const placeOf = (bill?: OpenBill) => [bill?.marketCode ?? '', bill?.stallCode ?? ''];

interface Paying {
  readonly month: Month;
  readonly chance: Chance;
  readonly bin: string;
}

function pay(money: MonthMoney, bill: OpenBill, { month, chance, bin }: Paying): void {
  const isPart = bill.due >= LEAST_IN_PARTS && chance.happens(PAYS_A_PART);
  const amount = isPart ? partOf(bill.due) : bill.due;
  const when = { day: payDay(month, chance), second: chance.between(6 * 3600, 20 * 3600) };
  // A vendor's habit is the same every month but for a few: the district's share passes it by.
  const habit = chance.happens(CHANGES_HABIT)
    ? chance.next()
    : chanceOf(PROVINCE_SEED, 'habit', bill.vendorName, ...placeOf(bill)).next();
  if (habit >= shareOf(bill.district, month)) {
    if (amount < SMALLEST_NOTE) return;
    money.cash.push({ ...when, leaseId: bill.leaseId, amount });
    return;
  }
  const payer = bill.vendorName;
  const sent = chance.happens(TEXT_WITHOUT_CODE)
    ? `nop tien cho ${bill.stallCode}`
    : transferText({
        code: bill.code,
        bin,
        isThroughSePay: true,
        words: [bill.stallCode, `T${Number(bill.period.slice(5))}`],
      });
  const content = bankText(chance.pick(PAYING_BANKS), { text: sent, payer }, chance);
  money.transfers.push({ ...when, direction: 'in', amount, content, payer });
}

/** About half, in thousands: what somebody pays who is short of money. */
const partOf = (due: number) => Math.round(due / 2000) * 1000;

// Most pay between the 3rd and the due day, some later.
function payDay(month: Month, chance: Chance): number {
  const last = Number(lastDayOf(month).slice(8));
  return chance.happens(0.75) ? chance.between(3, 12) : chance.between(13, last);
}
