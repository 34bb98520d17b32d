import type { BusinessDate, Id } from '@cho40/kernel';
import { offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import type { DatedRule, MarketCalendar, MarketDayException } from '../domain/market-days';
import type { MarketDayExceptionDto, MarketDayExceptionQueryDto } from './market-day.dto';

/** A market as its rows name it. */
export interface MarketKey {
  id: string;
  boardId: string;
}

/** A market's rules, the latest first. */
export function rulesOf(tx: Reading, market: MarketKey): Promise<DatedRule[]> {
  return tx.sql<DatedRule>(
    `select valid_from as "validFrom", weekdays, branches, lunar_days as "lunarDays"
       from markets.market_day_rule
      where board_id = $1 and market_id = $2
      order by valid_from desc`,
    [market.boardId, market.id],
  );
}

export function exceptionsBetween(
  tx: Reading,
  market: MarketKey,
  from: BusinessDate,
  to: BusinessDate,
): Promise<MarketDayException[]> {
  return tx.sql<MarketDayException>(
    `select on_date as "on", kind from markets.market_day_exception
      where board_id = $1 and market_id = $2 and on_date between $3 and $4`,
    [market.boardId, market.id, from, to],
  );
}

interface CalendarOfMarket extends MarketCalendar {
  boardId: Id;
  meets: 'daily' | 'market-days';
}

/** What tells the days of every market of some boards that is open on the last day of a span. */
export function calendarsOfBoards(
  tx: Reading,
  boardIds: readonly Id[],
  from: BusinessDate,
  to: BusinessDate,
): Promise<CalendarOfMarket[]> {
  return tx.sql<CalendarOfMarket>(
    `select m.board_id as "boardId", m.meets,
            (select coalesce(jsonb_agg(jsonb_build_object('validFrom', r.valid_from,
                      'weekdays', r.weekdays, 'branches', r.branches,
                      'lunarDays', r.lunar_days)), '[]')
               from markets.market_day_rule r
              where r.board_id = m.board_id and r.market_id = m.id) as rules,
            (select coalesce(jsonb_agg(jsonb_build_object('on', e.on_date, 'kind', e.kind)), '[]')
               from markets.market_day_exception e
              where e.board_id = m.board_id and e.market_id = m.id
                and e.on_date between $2 and $3) as exceptions
       from markets.market m
      where m.board_id = any ($1) and m.opened_on <= $3
        and (m.closed_on is null or m.closed_on >= $3)`,
    [boardIds, from, to],
  );
}

const EXCEPTIONS = `
  select on_date as "on", kind, reason, count(*) over () as total
    from markets.market_day_exception
   where board_id = $1 and market_id = $2
     and ($3::date is null or on_date >= $3) and ($4::date is null or on_date <= $4)
     and ($5::text is null or kind = $5)
     and ($6::text is null or strpos(lower(unaccent(reason)), lower(unaccent($6))) > 0)
   order by case when $7 = 'on' then on_date end, on_date desc
   limit $8 offset $9`;

export async function listExceptions(
  tx: Reading,
  market: MarketKey,
  query: MarketDayExceptionQueryDto,
): Promise<Page<MarketDayExceptionDto>> {
  const rows = await tx.sql<MarketDayExceptionDto & { total: number }>(EXCEPTIONS, [
    market.boardId,
    market.id,
    query.from ?? null,
    query.to ?? null,
    query.kind ?? null,
    query.q?.trim() || null,
    query.sort ?? '-on',
    query.limit,
    offsetOf(query),
  ]);
  return pageOfRows(rows, query);
}
