import {
  addDays,
  businessDateOf,
  type BusinessDate,
  type Clock,
  groupBy,
  type Id,
} from '@cho40/kernel';
import { MarketDays } from '@cho40/markets';
import { CLOCK, type Reading } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { lateSince, MORNINGS, type Silence, silenceOf } from '../domain/silence';
import { accountDays, type AccountDays, firstMoney, LOOK_BACK_DAYS } from './silence.queries';

/** A silent account. */
export interface SilentAccount extends Silence {
  readonly accountId: Id;
  readonly number: string;
  /** Minutes after midnight by which money usually is there, where it is missed since today. */
  readonly usualBy: number | null;
}

/** An account without money today, and the days on which its board's markets meet, where known. */
interface Quiet extends AccountDays {
  readonly marketDays: readonly BusinessDate[] | null;
}

/** Accounts that usually receive money and do not. */
@Injectable()
export class SilentAccounts {
  constructor(
    private readonly marketDays: MarketDays,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those in sight, as far as is known now; as many queries for one account as for a province. */
  async now(tx: Reading): Promise<SilentAccount[]> {
    const today = businessDateOf(this.clock.now());
    const quiet = await this.quietAccounts(tx, today);
    const silences = quiet.map((account) => silenceBefore(account, today));
    const unsuspected = quiet.filter((_, at) => silences[at] === null);
    const missed = await this.missedToday(tx, unsuspected, today);
    return quiet.flatMap(({ accountId, number }, at) => {
      const silence = silences[at];
      if (silence) return { accountId, number, ...silence, usualBy: null };
      return missed.get(accountId) ?? [];
    });
  }

  /** Money of today ends a silence before the day is over. */
  private async quietAccounts(tx: Reading, today: BusinessDate): Promise<Quiet[]> {
    const accounts = (await accountDays(tx, today)).filter(({ days }) => !days.includes(today));
    const boardIds = [...new Set(accounts.map(({ boardId }) => boardId))];
    // An account is the whole board's, whichever of its markets somebody may look at.
    const calendars = await this.marketDays.ofBoards(
      tx,
      boardIds,
      addDays(today, -LOOK_BACK_DAYS),
      today,
    );
    return accounts.map((account) => ({
      ...account,
      marketDays: calendars.get(account.boardId) ?? null,
    }));
  }

  /** Accounts of feeds whose markets meet today, later than their money usually comes. */
  private async missedToday(
    tx: Reading,
    accounts: readonly Quiet[],
    today: BusinessDate,
  ): Promise<Map<Id, SilentAccount>> {
    const asked = accounts.flatMap((account) =>
      morningsBefore(account, today).map((on) => ({ ...account, on })),
    );
    const mornings = groupBy(await firstMoney(tx, asked), ({ accountId }) => accountId);
    const minuteNow = this.minuteNow(today);
    const missed = accounts.flatMap(({ accountId, number, days }): SilentAccount[] => {
      const since = days.toSorted().at(-1);
      const usualBy = lateSince(mornings.get(accountId) ?? [], minuteNow);
      if (since === undefined || usualBy === null) return [];
      return [{ accountId, number, since, days: 0, usualDays: 0, usualBy }];
    });
    return new Map(missed.map((one) => [one.accountId, one]));
  }

  private minuteNow(today: BusinessDate): number {
    const midnight = Date.parse(`${today}T00:00:00+07:00`);
    return Math.floor((this.clock.now().getTime() - midnight) / 60_000);
  }
}

/** The silence of whole days, until the last one that is known. */
function silenceBefore(account: Quiet, today: BusinessDate): Silence | null {
  const { days, hasFeed, provenUntil, marketDays } = account;
  const yesterday = addDays(today, -1);
  const until = hasFeed ? yesterday : earlierOf(provenUntil, yesterday);
  return until === null ? null : silenceOf(days, until, marketDays);
}

/** The market days from which a usual hour is learned, where today is one; else none. */
function morningsBefore({ days, hasFeed, marketDays }: Quiet, today: BusinessDate) {
  const first = days.toSorted().at(0);
  if (!hasFeed || !first || !marketDays?.includes(today)) return [];
  return marketDays.filter((day) => day >= first && day < today).slice(-MORNINGS);
}

const earlierOf = (one: BusinessDate | null, other: BusinessDate) =>
  one !== null && one > other ? other : one;
