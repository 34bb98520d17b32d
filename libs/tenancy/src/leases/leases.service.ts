import { businessDateOf, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { Audit, CLOCK, newId, type Page, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { tenancyError } from '../errors';
import type { LeaseDto, LeasedMarketDto } from './lease.dto';
import { Lease, type NewLease } from './lease.entity';
import { findLeases, leasedPerMarket, leaseOfStallOn, type LeaseFilter } from './leases.queries';
import { perMarket } from './lease-numbers';
import { insertLeases, placed } from './signing';

@Injectable()
export class Leases {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Signs leases, all or none; the same ids again change nothing. A stall has one lease on a day:
   * the database refuses another, and the refusal names the stall and the lease that runs. Gives
   * the ids in order.
   * @throws tenancy.leaseOverlaps, leaseNumberTaken, leaseDaysReversed, vendorMissing,
   *   stallMissing
   */
  async sign(tx: Tx, leases: readonly NewLease[]): Promise<Id[]> {
    const rows = await placed(
      tx,
      leases.map((lease) => ({ ...lease, id: lease.id ?? newId() })),
    );
    await insertLeases(tx, rows);
    for (const signed of perMarket(rows)) {
      const [{ id, place }] = signed;
      await this.audit.append(tx, {
        boardId: place.boardId,
        act: 'tenancy.signLeases',
        subject: signed.length === 1 ? `lease:${id}` : `market:${place.marketId}`,
        after: { numbers: signed.map((lease) => lease.number) },
      });
    }
    return rows.map((lease) => lease.id);
  }

  /** @throws tenancy.leaseMissing, also where it lies out of the actor's reach. */
  async get(tx: Reading, id: Id): Promise<LeaseDto> {
    const [lease] = (await findLeases(tx, { id, limit: 1 })).items;
    if (!lease) throw tenancyError('leaseMissing', { id });
    return lease;
  }

  list(tx: Reading, query: LeaseFilter): Promise<Page<LeaseDto>> {
    return findLeases(tx, query);
  }

  /** Who sits at a stall on a day; null: nobody. */
  ofStallOn(tx: Reading, stallId: Id, on: BusinessDate): Promise<LeaseDto | null> {
    return leaseOfStallOn(tx, stallId, on);
  }

  /** How many stalls of each market are leased on a day (today without one). */
  leasedPerMarket(tx: Reading, on?: BusinessDate): Promise<LeasedMarketDto[]> {
    return leasedPerMarket(tx, on ?? businessDateOf(this.clock.now()));
  }

  /**
   * Ends a lease with the end of a day. An end that was agreed may come earlier, never later:
   * somebody else may have signed for the days after.
   * @throws tenancy.leaseMissing, leaseDaysReversed, leaseEndedAlready
   */
  async end(tx: Tx, id: Id, on: BusinessDate): Promise<LeaseDto> {
    const lease = await this.get(tx, id);
    const { number, validFrom: from, validTo: to } = lease;
    if (on < from) throw tenancyError('leaseDaysReversed', { from, to: on });
    if (to === on) return lease;
    if (to !== null && to < on) throw tenancyError('leaseEndedAlready', { number, to });
    const { boardId } = await tx.manager.findOneByOrFail(Lease, { id });
    await tx.manager.update(Lease, { boardId, id }, { validTo: on });
    await this.audit.append(tx, {
      boardId,
      act: 'tenancy.endLease',
      subject: `lease:${id}`,
      before: { validTo: to },
      after: { validTo: on },
    });
    return this.get(tx, id);
  }
}
