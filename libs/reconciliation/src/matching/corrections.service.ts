import { Payments } from '@cho40/billing';
import { invariant, type Clock, type Id, type Vnd } from '@cho40/kernel';
import { account } from '@cho40/ledger';
import { Audit, CLOCK, marketScope, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { reopenClaims } from '../claims/claims.queries';
import { reconciliationError } from '../errors';
import { marketOfLease, requireBillOfLease, requireBillsWithin } from './named-payee.queries';
import { seenStanding } from './seen-standing';
import { StallCollectors } from './stall-collectors';
import {
  bookedAtOf,
  keepDecisions,
  moveStandings,
  type LockedStanding,
  type Standing,
} from './standings.queries';

/** Whose money a person says a record is: a lease's. */
export interface Assignment extends Said {
  readonly leaseId: Id;
  /** The bill to pay first; the oldest due without it. */
  readonly billId?: Id;
  /** What goes to bills by name, also of other leases; the rest is as without them. */
  readonly parts?: readonly { readonly billId: Id; readonly amount: Vnd }[];
}

/** A lease or a ticket, as it was asked for. */
export type Named = Omit<Assignment, 'leaseId'> & {
  readonly leaseId?: Id;
  readonly ticketId?: Id;
};

interface Said {
  readonly reason: string;
  /** As the clerk saw the record; the money is not moved when it stands elsewhere by now. */
  readonly since?: Date;
}

/** Whom money is given to, and which of its bills first. */
type Payee = { readonly marketId: Id } & (
  | { readonly leaseId: Id; readonly firstBillId?: Id; readonly parts: Assignment['parts'] & {} }
  | { readonly leaseId: null; readonly ticketId: Id; readonly ticketAmount: Vnd }
);

/** What a person decides on a record. Each act keeps its reason, its decision row and its audit. */
@Injectable()
export class Corrections {
  constructor(
    private readonly payments: Payments,
    private readonly collectors: StallCollectors,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes the record's payment back; the money is nobody's again, and waits for a person. */
  async undo(tx: Tx, recordId: Id, reason: string, since?: Date): Promise<void> {
    const before = await seenStanding(tx, recordId, since);
    const { paymentId } = before;
    if (before.state !== 'matched' || paymentId === null)
      throw reconciliationError('recordNotMatched', { recordId, state: before.state });
    await this.payments.undo(tx, [paymentId], reason);
    const after: Standing = {
      recordId,
      state: 'unmatched',
      reason: 'undone',
      marketId: null,
      paymentId: null,
    };
    const reopened = await reopenClaims(tx, before.boardId, recordId);
    const claims = reopened.length > 0 ? { reopenedClaims: reopened } : {};
    await this.keep(tx, before, after, { reason, undonePaymentId: paymentId, ...claims });
  }

  /**
   * Names whose money an unmatched record is: a lease's, or one ticket's. Gives the payment.
   * @throws leaseOrTicket, and what `assign` and `assignTicket` throw
   */
  async name(tx: Tx, recordId: Id, { leaseId, ticketId, ...said }: Named): Promise<Id> {
    if (leaseId && !ticketId) return this.assign(tx, recordId, { leaseId, ...said });
    if (leaseId || !ticketId || said.billId || said.parts)
      throw reconciliationError('leaseOrTicket');
    return this.assignTicket(tx, recordId, { ticketId, ...said });
  }

  /**
   * Names whose money an unmatched record is. Gives the payment.
   * @throws recordNotFound, recordNotOpen, recordMoved, leaseNotFound, billNotOfLease, billNotFound
   * @throws matchedByCollector: whoever takes cash at the stall leaves it to another person
   */
  async assign(tx: Tx, recordId: Id, assignment: Assignment): Promise<Id> {
    const { leaseId, billId, parts = [], reason, since } = assignment;
    const before = await unmatchedStanding(tx, recordId, since);
    const marketId = await marketOfLease(tx, before.boardId, leaseId);
    if (billId) await requireBillOfLease(tx, leaseId, billId);
    const billIds = parts.map((part) => part.billId);
    await requireBillsWithin(tx, billIds);
    await this.collectors.refuse(tx, { leaseId, billIds });
    const payee = { marketId, leaseId, ...(billId ? { firstBillId: billId } : {}), parts };
    return this.give(tx, before, payee, { reason, leaseId, billId: billId ?? null, parts });
  }

  /**
   * Names the ticket that an unmatched record paid. Of another sum it pays the ticket all the same:
   * what is missing or too much stays owed among the tickets, and the ticket says so. Gives the
   * payment.
   * @throws recordNotFound, recordNotOpen, recordMoved, ticketNotFound, matchedByCollector
   * @throws billing.ticketVoid, ticketPaid
   */
  async assignTicket(
    tx: Tx,
    recordId: Id,
    { ticketId, reason, since }: Said & { readonly ticketId: Id },
  ): Promise<Id> {
    const before = await unmatchedStanding(tx, recordId, since);
    const { marketId, amount: ticketAmount } = await ticketOfBoard(tx, before.boardId, ticketId);
    await this.collectors.refuse(tx, { ticketId });
    const differs = before.amount === ticketAmount ? {} : { ticketAmount };
    const payee = { marketId, leaseId: null, ticketId, ticketAmount };
    return this.give(tx, before, payee, { reason, ticketId, ...differs });
  }

  private async give(
    tx: Tx,
    before: LockedStanding,
    payee: Payee,
    evidence: { readonly reason: string } & Readonly<Record<string, unknown>>,
  ): Promise<Id> {
    const { boardId, recordId, amount, bookedOn } = before;
    const { reason } = evidence;
    const bookedAt = await bookedAtOf(tx, recordId);
    invariant(bookedAt !== undefined, 'a standing without its record', { recordId });
    const [recorded] = await this.payments.record(tx, [
      {
        id: newId(),
        boardId,
        ...payee,
        source: 'bank',
        recordId,
        amount,
        paidAt: bookedAt,
        bookedOn,
        debit: account.unmatched(),
        reason: 'person',
        evidence: { reason },
      },
    ]);
    invariant(recorded !== undefined, 'a payment told without an outcome', { recordId });
    const { paymentId } = recorded;
    const { marketId } = payee;
    const after: Standing = { recordId, state: 'matched', reason: 'person', marketId, paymentId };
    await this.keep(tx, before, after, evidence);
    return paymentId;
  }

  private async keep(
    tx: Tx,
    before: LockedStanding,
    after: Standing,
    evidence: object,
  ): Promise<void> {
    const { boardId, recordId } = before;
    const now = this.clock.now();
    await moveStandings(tx, boardId, [after], now);
    await keepDecisions(tx, boardId, [{ ...after, evidence }], now);
    await this.audit.append(tx, {
      boardId,
      act: after.state === 'matched' ? 'reconciliation.assign' : 'reconciliation.undo',
      subject: `bankRecord:${recordId}`,
      before: { state: before.state, reason: before.reason, paymentId: before.paymentId },
      after: { state: after.state, paymentId: after.paymentId, ...evidence },
    });
  }
}

async function unmatchedStanding(tx: Tx, recordId: Id, since?: Date): Promise<LockedStanding> {
  const before = await seenStanding(tx, recordId, since);
  if (before.state !== 'unmatched')
    throw reconciliationError('recordNotOpen', { recordId, state: before.state });
  return before;
}

/** A ticket of the board that the actor's right reaches. */
async function ticketOfBoard(tx: Reading, boardId: Id, ticketId: Id) {
  const [ticket] = await tx.sql<{ marketId: Id; amount: Vnd }>(
    `select market_id as "marketId", amount from billing.v_ticket
      where board_id = $1 and ticket_id = $2 and ($3::uuid[] is null or market_id = any ($3))`,
    [boardId, ticketId, marketScope(tx.actor)],
  );
  if (!ticket) throw reconciliationError('ticketNotFound', { ticketId });
  return ticket;
}
