import { businessDateOf, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { Zones } from '@cho40/markets';
import { Audit, CLOCK, newId, type Page, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refusalOf } from '../domain/lease-state';
import type { LeaseChange, NewLease } from '../domain/lease-terms';
import { zonesWithin } from '../domain/zones-within';
import { tenancyError } from '../errors';
import type { LeaseDto } from './lease.dto';
import type { LeasedMarketDto } from './lease-query.dto';
import { Lease } from './lease.entity';
import { findLeases, leasedPerMarket, leaseOfStallOn, type LeaseFilter } from './leases.queries';
import { perMarket } from './lease-numbers';
import { lockedLease } from './locked-lease';
import { insertLeases, placed, requireAward, requireVendorsOf } from './signing';

@Injectable()
export class Leases {
  constructor(
    private readonly zones: Zones,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Signs leases, all or none; the same ids again change nothing. A stall has one lease on a day:
   * the database refuses another, and the refusal names the stall and the lease that runs. Gives
   * the ids in order.
   * @throws tenancy.leaseOverlaps, leaseNumberTaken, leaseDaysReversed, lumpSumNeedsEnd,
   *   awardMissing, vendorMissing, stallMissing
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
    const [lease] = (await findLeases(tx, this.today(), { id, limit: 1 })).items;
    if (!lease) throw tenancyError('leaseMissing', { id });
    return lease;
  }

  /** Leases within reach as they stand today. @throws markets.marketMissing with a zone asked for */
  async list(tx: Reading, query: LeaseFilter & { zoneId?: Id }): Promise<Page<LeaseDto>> {
    const { zoneId, marketId } = query;
    const zones = zoneId && marketId ? await this.zones.list(tx, marketId) : [];
    const zoneIds = zoneId && zonesWithin(zones, zoneId);
    return findLeases(tx, this.today(), { ...query, zoneIds });
  }

  /** Who sits at a stall on a day; null: nobody. */
  ofStallOn(tx: Reading, stallId: Id, on: BusinessDate): Promise<LeaseDto | null> {
    return leaseOfStallOn(tx, stallId, on);
  }

  /** How many stalls of each market are leased on a day (today without one). */
  leasedPerMarket(tx: Reading, on?: BusinessDate): Promise<LeasedMarketDto[]> {
    return leasedPerMarket(tx, on ?? this.today());
  }

  /**
   * Corrects what may change while a lease stands; what is not given stays.
   * @throws tenancy.leaseMissing, leaseEndedAlready, vendorMissing, awardMissing
   */
  async amend(tx: Tx, id: Id, change: LeaseChange): Promise<LeaseDto> {
    const lease = await lockedLease(tx, this.today(), id);
    const { boardId, number, vendorId, validFrom: from, validTo: to } = lease;
    const refusal = refusalOf('amend', lease, this.today());
    if (refusal) throw tenancyError(refusal, { number, from, to });
    requireAward({ ...lease, ...change });
    const { operatorId, payerId } = change;
    const named = [operatorId, payerId].flatMap((one) => (one ? [{ boardId, id: one }] : []));
    await requireVendorsOf(tx, named);
    if (Object.keys(change).length === 0) return this.get(tx, id);
    const columns = {
      ...change,
      ...(operatorId && { operatorId: operatorId === vendorId ? null : operatorId }),
      ...(payerId && { payerId: payerId === vendorId ? null : payerId }),
    };
    await tx.manager.update(Lease, { boardId, id }, columns);
    await this.audit.append(tx, {
      boardId,
      act: 'tenancy.amendLease',
      subject: `lease:${id}`,
      after: change,
    });
    return this.get(tx, id);
  }

  private today() {
    return businessDateOf(this.clock.now());
  }
}
