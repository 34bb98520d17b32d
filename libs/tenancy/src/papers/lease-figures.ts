import { invariant, type BusinessDate, type Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import type { LeasePrice, LeaseStanding } from '../domain/papers/lease-paper-facts';

/** What a lease costs and owes. */
export interface LeaseFiguresSource {
  /** The prices of a whole month that stand on a day. */
  pricesOn(tx: Reading, leaseId: Id, on: BusinessDate): Promise<readonly LeasePrice[]>;
  standing(tx: Reading, leaseId: Id): Promise<LeaseStanding>;
}

/**
 * The figures on a lease's papers: told by the lib that bills, since tenancy knows no price. Where
 * no lib tells them, the papers leave room to write them by hand.
 */
@Injectable()
export class LeaseFigures {
  private source: LeaseFiguresSource | undefined;

  register(source: LeaseFiguresSource): void {
    invariant(this.source === undefined, 'two libs tell what a lease costs');
    this.source = source;
  }

  async pricesOn(tx: Reading, leaseId: Id, on: BusinessDate): Promise<readonly LeasePrice[]> {
    return this.source ? this.source.pricesOn(tx, leaseId, on) : [];
  }

  async standing(tx: Reading, leaseId: Id): Promise<LeaseStanding | null> {
    return this.source ? this.source.standing(tx, leaseId) : null;
  }
}
