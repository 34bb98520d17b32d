import {
  addMonths,
  businessDateOf,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsBetween,
  type Clock,
  type Month,
} from '@cho40/kernel';
import { CLOCK, marketScope, type Reading } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { shareRows, trendRows, type ShareRow, type TrendRow } from './domain/share-rows';
import * as facts from './share.queries';
import type { Cut, Level, Slice } from './share.queries';

/** By which units a report is cut, and with which borders. */
export interface Cutting {
  readonly by: Level;
  readonly as: Cut;
}

/** A month's shares; the CLI prints it as it is. */
export interface ShareOfMonth extends Cutting {
  readonly month: Month;
  readonly rows: readonly ShareRow[];
}

export interface ShareTrend extends Cutting {
  readonly months: readonly Month[];
  readonly rows: readonly TrendRow[];
}

@Injectable()
export class ShareReport {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** The month's shares of the units in the reader's reach. Both cuts add up to the same totals. */
  async of(tx: Reading, { month, by, as }: Cutting & { month: Month }): Promise<ShareOfMonth> {
    const slice = this.slice(tx, { by, as }, month, month);
    const collectedUntil = lastDayOf(addMonths(month, 1));
    const rows = shareRows(
      {
        fees: await facts.fees(tx, slice),
        unmatched: await facts.unmatched(tx, slice),
        leases: await facts.leases(tx, slice),
        collection: await facts.collection(tx, slice, month, collectedUntil),
        notHandedIn: await facts.notHandedIn(tx, slice),
        markets: await facts.markets(tx, slice, month),
      },
      await facts.units(tx, slice),
    );
    return { month, by, as, rows };
  }

  /**
   * The shares of `length` months up to and with `until`, or the running month; as few queries
   * however many they are.
   */
  async trend(
    tx: Reading,
    { until, length, by, as }: Cutting & { until?: Month; length: number },
  ): Promise<ShareTrend> {
    const last = until ?? monthOf(businessDateOf(this.clock.now()));
    const first = addMonths(last, 1 - length);
    const slice = this.slice(tx, { by, as }, first, last);
    const months = monthsBetween(first, last);
    const money = {
      fees: await facts.fees(tx, slice),
      unmatched: await facts.unmatched(tx, slice),
    };
    return { by, as, months, rows: trendRows(months, money, await facts.units(tx, slice)) };
  }

  private slice(tx: Reading, { by, as }: Cutting, first: Month, last: Month): Slice {
    return {
      by,
      as,
      today: businessDateOf(this.clock.now()),
      from: firstDayOf(first),
      to: lastDayOf(last),
      markets: marketScope(tx.actor),
    };
  }
}
