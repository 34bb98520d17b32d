import { sumVnd, type Month } from '@cho40/kernel';
import { offsetOf, pageOf, type Page } from '@cho40/platform';
import { differences } from '../domain/differences';
import { isNew, ODDITIES, sumOfFees } from '../domain/rehearsal';
import type { Rehearsal } from './bill-runs.service';
import type {
  BoardRehearsalDto,
  DifferenceDto,
  DifferenceQueryDto,
  MarketRehearsalDto,
} from './board-run.dto';

/** A board's month in figures; the bills themselves are asked for page by page. */
export function boardRehearsalOf(month: Month, markets: readonly Rehearsal[]): BoardRehearsalDto {
  const fees = markets.flatMap(({ bills }) => bills.flatMap((bill) => bill.fees));
  return { month, markets: markets.map(marketOf), fees: sumOfFees(fees) };
}

export function differencePageOf(
  markets: readonly Rehearsal[],
  query: DifferenceQueryDto,
): Page<DifferenceDto> {
  const bills = markets.flatMap(({ marketName, bills: some }) =>
    some.map((bill) => ({ ...bill, marketName })),
  );
  const found = differences(bills, query);
  const from = offsetOf(query);
  return pageOf(found.slice(from, from + query.limit), query, found.length);
}

function marketOf({ bills, ...rehearsal }: Rehearsal): MarketRehearsalDto {
  const { marketId, market, marketName, dueOn, problems } = rehearsal;
  const { newCount, existingCount, total } = rehearsal;
  const odd = bills.filter((bill) => bill.oddities.length > 0);
  return {
    marketId,
    market,
    marketName,
    dueOn,
    newCount,
    existingCount,
    total,
    newTotal: sumVnd(bills.filter(isNew).map((bill) => bill.total)),
    lastTotal: sumVnd(bills.flatMap((bill) => bill.lastTotal ?? [])),
    oddCount: odd.length,
    oddities: ODDITIES.flatMap((oddity) => {
      const count = odd.filter((bill) => bill.oddities.includes(oddity)).length;
      return count > 0 ? [{ oddity, count }] : [];
    }),
    problems: [...problems],
  };
}
