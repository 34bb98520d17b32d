import { addDays, businessDateOf, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { MarketDays } from '@cho40/markets';
import { CLOCK, type Reading, systemActor } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { lateSince, MORNINGS, type Silence, silenceOf } from '../domain/silence';
import {
  accountDays,
  type AccountDays,
  firstMoney,
  LOOK_BACK_DAYS,
  openMarkets,
} from './silence.queries';

/** A silent account. */
export interface SilentAccount extends Silence {
  readonly accountId: Id;
  readonly number: string;
  /** Minutes after midnight by which money usually is there, where it is missed since today. */
  readonly usualBy: number | null;
}

/** Accounts that usually receive money and do not. */
@Injectable()
export class SilentAccounts {
  constructor(
    private readonly marketDays: MarketDays,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those in sight, as far as is known now. */
  async now(tx: Reading): Promise<SilentAccount[]> {
    const today = businessDateOf(this.clock.now());
    const silent: SilentAccount[] = [];
    const calendars = new Map<Id, BusinessDate[] | null>();
    for (const account of await accountDays(tx, today)) {
      // Money of today ends a silence before the day is over.
      if (account.days.includes(today)) continue;
      const { boardId } = account;
      const marketDays = calendars.get(boardId) ?? (await this.calendarOf(tx, boardId, today));
      calendars.set(boardId, marketDays);
      const one = await this.silence(tx, account, { today, marketDays });
      if (one) silent.push(one);
    }
    return silent;
  }

  private async silence(
    tx: Reading,
    account: AccountDays,
    { today, marketDays }: { today: BusinessDate; marketDays: BusinessDate[] | null },
  ): Promise<SilentAccount | null> {
    const { accountId, number, days, hasFeed, provenUntil } = account;
    const yesterday = addDays(today, -1);
    const until = hasFeed ? yesterday : earlierOf(provenUntil, yesterday);
    const silence = until === null ? null : silenceOf(days, until, marketDays);
    if (silence) return { accountId, number, ...silence, usualBy: null };
    const inOrder = days.toSorted();
    const [first, since] = [inOrder.at(0), inOrder.at(-1)];
    if (!hasFeed || !first || !since || !marketDays?.includes(today)) return null;
    const before = marketDays.filter((day) => day >= first && day < today).slice(-MORNINGS);
    const usualBy = lateSince(await firstMoney(tx, account, before), this.minuteNow(today));
    return usualBy === null ? null : { accountId, number, since, days: 0, usualDays: 0, usualBy };
  }

  private minuteNow(today: BusinessDate): number {
    const midnight = Date.parse(`${today}T00:00:00+07:00`);
    return Math.floor((this.clock.now().getTime() - midnight) / 60_000);
  }

  /** The days on which any market of a board meets; null where those of one are not known. */
  private async calendarOf(tx: Reading, boardId: Id, today: BusinessDate) {
    const days = new Set<BusinessDate>();
    // An account is the whole board's, whichever of its markets somebody may look at.
    const wholeBoard = { ...tx, actor: systemActor([boardId]) };
    for (const marketId of await openMarkets(tx, boardId, today)) {
      const from = addDays(today, -LOOK_BACK_DAYS);
      const known = await this.marketDays.between(wholeBoard, marketId, from, today);
      if (known === null) return null;
      for (const day of known) days.add(day);
    }
    return days.size === 0 ? null : [...days].sort();
  }
}

const earlierOf = (one: BusinessDate | null, other: BusinessDate) =>
  one !== null && one > other ? other : one;
