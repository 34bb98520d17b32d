import { businessDateOf, invariant, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { Audit, brokenConstraint, CLOCK, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type Renewal, renewalOf } from '../domain/continued';
import { type LeaseAct, refusalOf } from '../domain/lease-state';
import { tenancyError } from '../errors';
import { cutShort } from './cut-short';
import {
  insertSuspension,
  isSuspensionKnown,
  liftSuspension,
  type NewSuspension,
} from './suspensions.queries';
import type { LeaseHistoryDto } from './lease-course.dto';
import { lineOf, suspensionsOf } from './lease-history.queries';
import type { LeaseDto } from './lease.dto';
import { lockedLease, type LockedLease } from './locked-lease';
import { Leases } from './leases.service';

/** An end before the agreed day, with its reason. */
export interface Termination {
  readonly on: BusinessDate;
  readonly reason: string;
  readonly documentNumber?: string | null;
}

/** What becomes of a lease after it was signed: renewed, suspended, resumed, terminated. */
@Injectable()
export class LeaseCourse {
  constructor(
    private readonly leases: Leases,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Signs the lease that continues one from the day after its last. The old one stays as it is,
   * with its bills and debts. The same id again changes nothing.
   * @throws tenancy.leaseMissing, leaseOpenEnded, leaseRenewedAlready, leaseEndedAlready,
   *   leaseNotBegun, leaseOverlaps, leaseNumberTaken, lumpSumNeedsEnd, leaseDaysReversed
   */
  async renew(tx: Tx, id: Id, agreed: Renewal): Promise<LeaseDto> {
    const lease = await this.locked(tx, id);
    if (agreed.id && lease.renewedBy === agreed.id) return this.leases.get(tx, agreed.id);
    this.require('renew', lease);
    invariant(lease.validTo !== null, 'a lease without an end is not renewed');
    const [renewed] = await this.leases.sign(tx, [
      renewalOf({ ...lease, validTo: lease.validTo }, agreed),
    ]);
    invariant(renewed !== undefined, 'one renewal has one id');
    return this.leases.get(tx, renewed);
  }

  /**
   * Lets a stall stand still for some days of its lease, which are not billed; without a last day
   * until it is resumed. The same id again changes nothing.
   * @throws tenancy.leaseMissing, leaseNotBegun, leaseEndedAlready, leaseSuspendedAlready,
   *   leaseDaysReversed, leaseDayOutside, suspensionOverlaps
   */
  async suspend(tx: Tx, id: Id, suspension: NewSuspension): Promise<LeaseDto> {
    const lease = await this.locked(tx, id);
    const { from, to = null } = suspension;
    if (await isSuspensionKnown(tx, suspension.id)) return this.leases.get(tx, id);
    this.require('suspend', lease);
    if (to !== null && to < from) throw tenancyError('leaseDaysReversed', { from, to });
    requireWithin(lease, from);
    if (to !== null) requireWithin(lease, to);
    try {
      await insertSuspension(tx, lease, suspension);
    } catch (error) {
      if (brokenConstraint(error) !== 'lease_suspended_once') throw error;
      throw tenancyError('suspensionOverlaps', { number: lease.number, from });
    }
    await this.note(tx, lease, 'tenancy.suspendLease', { from, to });
    return this.leases.get(tx, id);
  }

  /**
   * Trades again from a day on: the suspension that lasts ends the day before. One that is lifted
   * on its own first day never was.
   * @throws tenancy.leaseMissing, leaseNotSuspended, leaseDayOutside
   */
  async resume(tx: Tx, id: Id, on: BusinessDate): Promise<LeaseDto> {
    const lease = await this.locked(tx, id);
    this.require('resume', lease);
    requireWithin(lease, on);
    const isLifted = await liftSuspension(tx, lease, { today: this.today(), on });
    if (!isLifted) throw tenancyError('leaseDayOutside', { ...factsOf(lease), day: on });
    await this.note(tx, lease, 'tenancy.resumeLease', { on });
    return this.leases.get(tx, id);
  }

  /**
   * Ends a lease with the end of a day before the agreed one, never later: somebody else may have
   * signed for the days after. One that has not begun is given back on its first day, which is not
   * billed either.
   * @throws tenancy.leaseMissing, leaseEndedAlready, leaseDaysReversed, leaseDayOutside
   */
  async terminate(tx: Tx, id: Id, { on, reason, documentNumber }: Termination): Promise<LeaseDto> {
    const lease = await this.locked(tx, id);
    if (lease.endedAs === 'terminated' && lease.validTo === on) return this.leases.get(tx, id);
    this.require('terminate', lease);
    const { validFrom: from, validTo } = lease;
    if (on < from) throw tenancyError('leaseDaysReversed', { from, to: on });
    requireWithin(lease, on);
    if (on === validTo) return this.leases.get(tx, id);
    await cutShort(tx, lease, { kind: 'terminated', lastDay: on, reason, documentNumber });
    if (lease.state === 'coming' && on === from)
      await insertSuspension(tx, lease, { from, to: on, reason });
    await this.note(tx, lease, 'tenancy.endLease', { validTo: on }, { validTo });
    return this.leases.get(tx, id);
  }

  /** @throws tenancy.leaseMissing */
  async history(tx: Reading, id: Id): Promise<LeaseHistoryDto> {
    await this.leases.get(tx, id);
    return { line: await lineOf(tx, id), suspensions: await suspensionsOf(tx, id) };
  }

  private locked(tx: Tx, id: Id): Promise<LockedLease> {
    return lockedLease(tx, this.today(), id);
  }

  /** @throws the refusal that stands against the act today. */
  private require(act: LeaseAct, lease: LockedLease): void {
    const refusal = refusalOf(act, lease, this.today());
    if (refusal) throw tenancyError(refusal, factsOf(lease));
  }

  private note(
    tx: Tx,
    lease: LockedLease,
    act: string,
    after: object,
    before?: object,
  ): Promise<void> {
    const { boardId, id } = lease;
    return this.audit.append(tx, { boardId, act, subject: `lease:${id}`, before, after });
  }

  private today() {
    return businessDateOf(this.clock.now());
  }
}

const factsOf = ({ number, validFrom: from, validTo: to }: LockedLease) => ({ number, from, to });

/** @throws tenancy.leaseDayOutside */
function requireWithin(lease: LockedLease, day: BusinessDate): void {
  const { validFrom, validTo } = lease;
  if (day < validFrom || (validTo !== null && day > validTo))
    throw tenancyError('leaseDayOutside', { ...factsOf(lease), day });
}
