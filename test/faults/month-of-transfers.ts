import type { StatementLine } from '../support/vietcombank-xlsx';
import type { Chance } from './seeded-chance';

/** A bill whose money comes. */
export interface OpenBill {
  readonly code: string;
  readonly leaseId: string;
  readonly due: number;
}

/** A real movement of money, however often and by whomever it is told. */
export interface Transfer {
  /** The provider's. */
  readonly id: number;
  readonly leaseId: string;
  readonly amount: number;
  /** `2026-10-05`, the day the bank booked it. */
  readonly on: string;
  readonly content: string;
}

/** A statement to be uploaded: which days, and in which of the bank's ways it is printed. */
export interface PrintedWeek {
  readonly from: string;
  readonly to: string;
  readonly numbers: 'comma' | 'dot' | 'number';
  readonly order: 'oldestFirst' | 'newestFirst';
}

/** One telling of one transfer or of a whole week of them. */
export type Telling =
  | { readonly by: 'webhook'; readonly transfer: Transfer }
  | { readonly by: 'statement'; readonly week: PrintedWeek };

const PARTS = 5;
const MOST_TELLINGS = 5;
// The days after the last week have no statement yet: of them only webhooks tell.
const WEEKS = [
  [1, 6],
  [7, 12],
  [13, 18],
  [19, 24],
] as const;
const DAYS = 26;
// Of the days that a statement shows, the feed loses so many transfers in a hundred.
const LOST_BY_FEED = 80;
// Every so many bills, two of the parts share day, amount and text as real payments do.
const TWINS_EVERY = 4;

const dayOf = (day: number) => `2026-10-${String(day).padStart(2, '0')}`;

/** Every bill is paid in five parts, so that at the end each is paid to the đồng or something is wrong. */
export function transfersFor(
  bills: readonly OpenBill[],
  firstId: number,
  chance: Chance,
): Transfer[] {
  return bills.flatMap(({ code, leaseId, due }, at) => {
    const hasTwins = at % TWINS_EVERY === 0;
    const twinsOn = dayOf(chance.between(1, DAYS));
    return partsOf(due).map((amount, part) => {
      const id = firstId + at * PARTS + part;
      const isTwin = hasTwins && part < 2;
      return {
        id,
        leaseId,
        amount,
        on: isTwin ? twinsOn : dayOf(chance.between(1, DAYS)),
        content: isTwin ? `${code} NOP TIEN CHO` : `MBVCB.${id}.${code} A01.CT tu 0123 toi 456`,
      };
    });
  });
}

function partsOf(due: number): number[] {
  const part = Math.floor(due / PARTS);
  return Array.from({ length: PARTS }, (_, at) => (at === 0 ? due - part * (PARTS - 1) : part));
}

/** Each transfer one to five times, by webhook, statement or both, in any order. */
export function tellingsOf(transfers: readonly Transfer[], chance: Chance): Telling[] {
  const prints = new Map(WEEKS.map(([first]) => [first, chance.between(1, 3)]));
  const webhooks = transfers.flatMap((transfer) => {
    const week = WEEKS.find(([first, last]) => isWithin(transfer, first, last));
    const shown = week ? (prints.get(week[0]) ?? 0) : 0;
    const isLostByFeed = shown > 0 && chance.between(1, 100) <= LOST_BY_FEED;
    const times = isLostByFeed ? 0 : chance.between(1, MOST_TELLINGS - shown);
    return Array.from({ length: times }, (): Telling => ({ by: 'webhook', transfer }));
  });
  const statements = WEEKS.flatMap(([first, last]) =>
    Array.from({ length: prints.get(first) ?? 0 }, (_, print): Telling => {
      const numbers = (['comma', 'dot', 'number'] as const)[print] ?? 'comma';
      const order = print === 1 ? 'newestFirst' : 'oldestFirst';
      return { by: 'statement', week: { from: dayOf(first), to: dayOf(last), numbers, order } };
    }),
  );
  return chance.shuffled([...webhooks, ...statements]);
}

const isWithin = ({ on }: Transfer, first: number, last: number) =>
  on >= dayOf(first) && on <= dayOf(last);

/** What the bank prints of a week: its transfers in their order, and what stood there before. */
export function weekOf(
  transfers: readonly Transfer[],
  { from, to }: PrintedWeek,
  openingBalance: number,
): { opening: number; lines: StatementLine[] } {
  const inOrder = [...transfers].sort((one, other) =>
    one.on === other.on ? one.id - other.id : one.on < other.on ? -1 : 1,
  );
  const before = inOrder.filter(({ on }) => on < from);
  return {
    opening: before.reduce((sum, { amount }) => sum + amount, openingBalance),
    lines: inOrder.filter(({ on }) => on >= from && on <= to),
  };
}
