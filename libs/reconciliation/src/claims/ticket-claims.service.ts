import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { Audit, CLOCK, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { dueOnOfClaim } from '../domain/claim-clock';
import { insertTicketClaims, refuseTicketClaim } from './ticket-claims.queries';

/** Tickets whose QR was shown and whose money nobody has seen, from the desk that sold them. */
@Injectable()
export class TicketClaims {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes a claim of each that still waits and has none. Gives how many there were. */
  async make(
    tx: Tx,
    waiting: { boardId: Id; ticketIds: readonly Id[]; toldBy: string },
  ): Promise<number> {
    if (waiting.ticketIds.length === 0) return 0;
    const now = this.clock.now();
    const dueOn = dueOnOfClaim(businessDateOf(now));
    return insertTicketClaims(tx, waiting, { now, dueOn });
  }

  /** The ticket was paid in cash or taken back: its claim, if it has an open one, is answered so. */
  async answer(tx: Tx, ticketId: Id, answer: string): Promise<void> {
    const claim = await refuseTicketClaim(tx, ticketId, answer, this.clock.now());
    if (!claim) return;
    await this.audit.append(tx, {
      boardId: claim.boardId,
      act: 'reconciliation.answerClaim',
      subject: `claim:${claim.id}`,
      before: { state: 'open' },
      after: { state: 'refused', recordId: null, answer },
    });
  }
}
