import type { Id } from '@cho40/kernel';
import type { Tx } from '@cho40/platform';
import { leaseNumber } from '../domain/lease-number';
import type { StallPlace } from './leases.queries';

/**
 * Gives the next lease numbers of a market, in order. Two who sign at once wait for each other
 * until the first has committed, so no number comes twice and none is skipped.
 */
export async function nextNumbers(
  tx: Tx,
  market: Pick<StallPlace, 'boardId' | 'marketId' | 'marketCode'>,
  count: number,
): Promise<string[]> {
  const { boardId, marketId, marketCode } = market;
  await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `leaseNumber:${marketId}`,
  ]);
  const [row] = await tx.sql<{ last: number }>(
    `select coalesce(max(substr(number, length($3) + 1)::integer), 0) as last
       from tenancy.lease
      where board_id = $1 and market_id = $2 and starts_with(number, $3)
        and substr(number, length($3) + 1) ~ '^[0-9]{4,6}$'`,
    [boardId, marketId, leaseNumber(marketCode, 0).slice(0, -4)],
  );
  const last = row?.last ?? 0;
  return Array.from({ length: count }, (_, at) => leaseNumber(marketCode, last + 1 + at));
}

/** The leases with their numbers: the given ones kept, the others made per market. */
export async function numbered<Lease extends { number?: string; place: StallPlace }>(
  tx: Tx,
  leases: readonly Lease[],
): Promise<(Lease & { number: string })[]> {
  const made = new Map<Lease, string>();
  for (const waiting of perMarket(leases.filter((lease) => lease.number === undefined))) {
    const numbers = await nextNumbers(tx, waiting[0].place, waiting.length);
    for (const [at, lease] of waiting.entries()) made.set(lease, numbers[at] ?? '');
  }
  return leases.map((lease) => ({ ...lease, number: lease.number ?? made.get(lease) ?? '' }));
}

/** The leases of each market together; the markets in id order, so that locks are taken in one. */
export function perMarket<Lease extends { place: StallPlace }>(
  leases: readonly Lease[],
): [Lease, ...Lease[]][] {
  const groups = new Map<Id, [Lease, ...Lease[]]>();
  for (const lease of leases) {
    const group = groups.get(lease.place.marketId);
    if (group) group.push(lease);
    else groups.set(lease.place.marketId, [lease]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
