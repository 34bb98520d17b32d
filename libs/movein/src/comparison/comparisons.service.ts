import { lastDayOf, type Clock, type Id, type Month, type Vnd } from '@cho40/kernel';
import { Markets, Stalls } from '@cho40/markets';
import { CLOCK, type Page, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { OldFigure } from '../domain/comparison';
import { moveInError } from '../domain/errors';
import type { ComparisonDto, ComparisonSumDto } from './comparison.dto';
import {
  type ComparisonFilter,
  comparisonRows,
  comparisonSum,
  keepFigures,
  stallsOfMarket,
} from './comparison.queries';

/** Old books and new ones side by side, stall by stall, for the first months. */
@Injectable()
export class Comparisons {
  constructor(
    private readonly markets: Markets,
    private readonly stalls: Stalls,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws markets.marketMissing, also where it lies out of the actor's reach. */
  async list(tx: Reading, filter: ComparisonFilter): Promise<Page<ComparisonDto>> {
    await this.markets.get(tx, filter.marketId);
    return comparisonRows(tx, lastDayOf(filter.month), filter);
  }

  async sum(tx: Reading, marketId: Id, month: Month): Promise<ComparisonSumDto> {
    await this.markets.get(tx, marketId);
    return comparisonSum(tx, lastDayOf(month), { marketId, month });
  }

  /**
   * Keeps what the old book says, all of a file or nothing; a stall's figure is the last one given.
   * @throws markets.marketMissing, movein.figuresWrong for a stall that the market has not
   */
  async take(tx: Tx, marketId: Id, month: Month, figures: readonly OldFigure[]): Promise<void> {
    await this.markets.get(tx, marketId);
    const places = new Map((await stallsOfMarket(tx, marketId)).map((one) => [one.code, one]));
    const placed = figures.map(({ stallCode, amount }, at) => {
      const place = places.get(stallCode);
      const why = `không có điểm kinh doanh ${stallCode} ở chợ này.`;
      if (!place) throw moveInError('figuresWrong', { row: at + 1, why });
      return { ...place, amount };
    });
    await keepFigures(tx, month, placed, this.clock.now());
  }

  /** @throws markets.stallMissing, also where it lies out of the actor's reach. */
  async type(tx: Tx, stallId: Id, month: Month, amount: Vnd): Promise<void> {
    const { marketId, code: stallCode } = await this.stalls.get(tx, stallId);
    await this.take(tx, marketId, month, [{ stallCode, amount }]);
  }
}
