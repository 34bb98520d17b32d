import { businessDateOf, invariant, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { CLOCK, type Reading } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { reconciliationError } from '../errors';

/** Whom money is given to: a lease, with bills of others it pays too, or a ticket. */
export type Given =
  | { readonly leaseId: Id; readonly billIds: readonly Id[] }
  | { readonly ticketId: Id };

type CollectsAt = (tx: Reading, userId: Id, given: Given, today: BusinessDate) => Promise<boolean>;

/**
 * Who takes cash where, told by the lib that keeps the cash. Whoever took cash of a stall could pass
 * a transfer of somebody else's off as that stall's payment: another person says whose money it is
 * (design/security.md, four eyes).
 */
@Injectable()
export class StallCollectors {
  private collectsAt: CollectsAt | undefined;

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  register(collectsAt: CollectsAt): void {
    invariant(this.collectsAt === undefined, 'two keepers of the cash');
    this.collectsAt = collectsAt;
  }

  /** @throws reconciliation.matchedByCollector */
  async refuse(tx: Reading, given: Given): Promise<void> {
    const { userId } = tx.actor;
    const today = businessDateOf(this.clock.now());
    if (userId !== null && (await this.collectsAt?.(tx, userId, given, today)))
      throw reconciliationError('matchedByCollector');
  }
}
