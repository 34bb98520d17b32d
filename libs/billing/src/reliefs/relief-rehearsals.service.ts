import type { Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { marketOf } from '../market.queries';
import { LettingOffs } from './letting-offs.service';
import type { RehearseReliefDto, ReliefRehearsalDto } from './relief-rehearsal.dto';
import { leasesNamed, namesOfLeases } from './relief-rehearsals.queries';
import { leasesWithin } from './reliefs.queries';

/** Whom a relief would be for and what it would let off, before anybody proposes it. */
@Injectable()
export class ReliefRehearsals {
  constructor(private readonly lettingOffs: LettingOffs) {}

  /**
   * For those named, those of a zone, or all of a market, as proposing it would find them.
   * @throws billing.marketNotFound
   */
  async relief(
    tx: Reading,
    marketId: Id,
    { names, ...wanted }: RehearseReliefDto,
  ): Promise<ReliefRehearsalDto> {
    const { boardId } = await marketOf(tx, marketId);
    const named = names && (await leasesNamed(tx, { boardId, marketId }, [...new Set(names)]));
    const asked = named && [...new Set(named.flatMap(({ leaseId }) => leaseId ?? []))];
    const targets = await leasesWithin(tx, { boardId, marketId, ...wanted }, asked);
    const { percent = null, amount = null, feeType = null, fromOn, toOn } = wanted;
    const sums = { boardId, kind: 'relief' as const, percent, amount, feeType, fromOn, toOn };
    const would = await this.lettingOffs.wouldLetOff(tx, sums, targets);
    const found = new Set(targets.map(({ leaseId }) => leaseId));
    const leases = await namesOfLeases(tx, boardId, [...found]);
    return {
      leases: leases.map((lease) => ({ ...lease, amount: would.get(lease.leaseId) ?? 0 })),
      ...doubtsOf(named ?? [], found),
    };
  }
}

/** Names that nobody bears in these days, and those that several leases do. */
function doubtsOf(
  named: readonly { name: string; leaseId: Id | null }[],
  found: ReadonlySet<Id>,
): Pick<ReliefRehearsalDto, 'unknown' | 'several'> {
  const counts = new Map<string, number>();
  for (const { name, leaseId } of named)
    counts.set(name, (counts.get(name) ?? 0) + (leaseId && found.has(leaseId) ? 1 : 0));
  const those = (is: (count: number) => boolean) =>
    [...counts].filter(([, count]) => is(count)).map(([name]) => name);
  return { unknown: those((count) => count === 0), several: those((count) => count > 1) };
}
