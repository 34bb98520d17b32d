import { addDays, daysBetween, groupBy, type BusinessDate, type Id } from '@cho40/kernel';
import { Audit, type Page, type Reading, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import {
  almanacOf,
  calendarOf,
  type DatedRule,
  daysOfAny,
  rulesToGoBy,
} from '../domain/market-days';
import { marketsError } from '../errors';
import { Market } from '../markets/market.entity';
import { Markets } from '../markets/markets.service';
import type {
  MarketCalendarDto,
  MarketDayExceptionDto,
  MarketDayExceptionQueryDto,
  NewMarketDayExceptionsDto,
} from './market-day.dto';
import {
  calendarsOfBoards,
  exceptionsBetween,
  listExceptions,
  rulesOf,
} from './market-days.queries';

const MOST_DAYS = 400;
const MOST_EXCEPTIONS = 60;

/** The days on which a market meets (chợ phiên). */
@Injectable()
export class MarketDays {
  constructor(
    private readonly markets: Markets,
    private readonly audit: Audit,
  ) {}

  /**
   * The market days of a span, both ends included; null where the market meets on market days and
   * nobody has entered which.
   * @throws markets.marketMissing, spanTooLong
   */
  async between(
    tx: Reading,
    marketId: Id,
    from: BusinessDate,
    to: BusinessDate,
  ): Promise<BusinessDate[] | null> {
    const { isKnown, days } = await this.calendar(tx, marketId, from, to);
    return isKnown ? days.flatMap(({ day, isMarketDay }) => (isMarketDay ? day : [])) : null;
  }

  /**
   * The days of a span on which any market of a board meets, of those open on its last day, whichever
   * of them the actor may look at; null where none is open or those of one are not known. One query,
   * however many boards and markets there are.
   */
  async ofBoards(
    tx: Reading,
    boardIds: readonly Id[],
    from: BusinessDate,
    to: BusinessDate,
  ): Promise<Map<Id, BusinessDate[] | null>> {
    const almanac = almanacOf(from, to);
    const markets = groupBy(
      (await calendarsOfBoards(tx, boardIds, from, to)).map((market) => ({
        ...market,
        rules: rulesToGoBy(market.meets, market.rules, from),
      })),
      ({ boardId }) => boardId,
    );
    return new Map(boardIds.map((id) => [id, daysOfAny(markets.get(id) ?? [], almanac)]));
  }

  /** Every day of a span, with what makes it a market day. */
  async calendar(
    tx: Reading,
    marketId: Id,
    from: BusinessDate,
    to: BusinessDate,
  ): Promise<MarketCalendarDto> {
    const market = await this.markets.get(tx, marketId);
    requireSpan(from, to, MOST_DAYS);
    const rules = rulesToGoBy(market.meets, await rulesOf(tx, market), from);
    const days = calendarOf(rules, from, to, await exceptionsBetween(tx, market, from, to));
    return { isKnown: rules.length > 0, days };
  }

  /** The rules of a market, the latest first. */
  async rules(tx: Reading, marketId: Id): Promise<DatedRule[]> {
    return rulesOf(tx, await this.markets.get(tx, marketId));
  }

  /**
   * Says on which days a market meets from a day on; a rule from the same day is corrected. From
   * then on the market is one that meets on market days.
   * @throws markets.marketMissing, ruleWithoutDays
   */
  async setRule(tx: Tx, marketId: Id, rule: DatedRule): Promise<void> {
    const { boardId } = await this.markets.get(tx, marketId);
    const { validFrom, weekdays, branches, lunarDays } = rule;
    if (weekdays.length + branches.length + lunarDays.length === 0)
      throw marketsError('ruleWithoutDays');
    await tx.sql(
      `insert into markets.market_day_rule
         (board_id, market_id, valid_from, weekdays, branches, lunar_days)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (board_id, market_id, valid_from) do update
         set weekdays = excluded.weekdays, branches = excluded.branches,
             lunar_days = excluded.lunar_days`,
      [boardId, marketId, validFrom, weekdays, branches, lunarDays],
    );
    await tx.manager.update(Market, { boardId, id: marketId }, { meets: 'market-days' });
    await this.wasSaid(tx, { boardId, marketId }, 'setMarketDayRule', { ...rule });
  }

  /** Takes a rule back that was entered by mistake; nothing happens where there is none. */
  async removeRule(tx: Tx, marketId: Id, validFrom: BusinessDate): Promise<void> {
    const { boardId } = await this.markets.get(tx, marketId);
    await tx.sql(
      `delete from markets.market_day_rule
        where board_id = $1 and market_id = $2 and valid_from = $3`,
      [boardId, marketId, validFrom],
    );
    await this.wasSaid(tx, { boardId, marketId }, 'removeMarketDayRule', { validFrom });
  }

  async exceptions(
    tx: Reading,
    marketId: Id,
    query: MarketDayExceptionQueryDto,
  ): Promise<Page<MarketDayExceptionDto>> {
    return listExceptions(tx, await this.markets.get(tx, marketId), query);
  }

  /**
   * Days off or extra days, one or several in a row; a day that was said already is corrected.
   * @throws markets.marketMissing, spanTooLong
   */
  async except(tx: Tx, marketId: Id, wanted: NewMarketDayExceptionsDto): Promise<void> {
    const { boardId } = await this.markets.get(tx, marketId);
    const { from, to = from, kind, reason } = wanted;
    requireSpan(from, to, MOST_EXCEPTIONS);
    const length = daysBetween(from, to) + 1;
    await tx.sql(
      `insert into markets.market_day_exception (board_id, market_id, on_date, kind, reason)
       select $1, $2, d.day, $4, $5 from unnest($3::date[]) as d (day)
       on conflict (board_id, market_id, on_date) do update
         set kind = excluded.kind, reason = excluded.reason`,
      [
        boardId,
        marketId,
        Array.from({ length }, (_, at) => addDays(from, at)),
        kind,
        reason.trim(),
      ],
    );
    await this.wasSaid(tx, { boardId, marketId }, 'exceptMarketDays', wanted);
  }

  /** Lets the rule hold again on a day; nothing happens where it does. */
  async removeException(tx: Tx, marketId: Id, on: BusinessDate): Promise<void> {
    const { boardId } = await this.markets.get(tx, marketId);
    await tx.sql(
      `delete from markets.market_day_exception
        where board_id = $1 and market_id = $2 and on_date = $3`,
      [boardId, marketId, on],
    );
    await this.wasSaid(tx, { boardId, marketId }, 'removeMarketDayException', { on });
  }

  private wasSaid(
    tx: Tx,
    { boardId, marketId }: { boardId: Id; marketId: Id },
    act: string,
    after: object,
  ): Promise<void> {
    const subject = `market:${marketId}`;
    return this.audit.append(tx, { boardId, act: `markets.${act}`, subject, after });
  }
}

function requireSpan(from: BusinessDate, to: BusinessDate, most: number): void {
  const days = daysBetween(from, to) + 1;
  if (days < 1 || days > most) throw marketsError('spanTooLong', { from, to, most });
}
