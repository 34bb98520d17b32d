import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { Audit, CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { isOf, rankCandidates, type RankedRecord } from '../domain/claim-candidates';
import { dueOnOfClaim } from '../domain/claim-clock';
import { reconciliationError } from '../errors';
import { Corrections } from '../matching/corrections.service';
import { BankRecordDesk, type SeenRecord } from '../records/bank-records.service';
import { claimableTicket } from './ticket-claims.queries';
import {
  claimOf,
  insertClaim,
  keepAnswer,
  lockClaim,
  possibleRecords,
  type Answer,
  type ClaimRow,
  type NewClaimRow,
} from './claims.queries';

/** A claim as it is told: for a lease, or for one ticket. */
export type NewClaim = Omit<NewClaimRow, 'id' | 'leaseId' | 'ticketId'> & {
  readonly leaseId?: Id;
  readonly ticketId?: Id;
};

/** A record that may be a claim's money, as the clerk may see it. */
export type ClaimCandidate = RankedRecord & { readonly record: SeenRecord };
export type ClaimDetail = ClaimRow & { readonly candidates: ClaimCandidate[] };

/** The record a clerk found for a claim, as they saw it. */
export interface FoundRecord {
  readonly recordId: Id;
  readonly since?: Date;
  readonly reason: string;
}

/**
 * "I paid and it does not show." The claim says how much and when; the system looks for the record,
 * a person decides, and the claim is answered within three working days.
 */
@Injectable()
export class Claims {
  constructor(
    private readonly corrections: Corrections,
    private readonly desk: BankRecordDesk,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws leaseOrTicket, leaseNotFound, claimInFuture
   * @throws ticketNotFound, ticketNotWaiting, ticketClaimed
   */
  async make(tx: Tx, { leaseId, ticketId, ...told }: NewClaim): Promise<Id> {
    if (!leaseId === !ticketId) throw reconciliationError('leaseOrTicket');
    const now = this.clock.now();
    if (told.paidAt > now) throw reconciliationError('claimInFuture');
    if (ticketId) await requireClaimable(tx, ticketId);
    const id = newId();
    const dueOn = dueOnOfClaim(businessDateOf(now));
    const of = { leaseId: leaseId ?? null, ticketId: ticketId ?? null };
    const boardId = await insertClaim(tx, { id, ...of, ...told }, { now, dueOn });
    if (!boardId && ticketId) throw reconciliationError('ticketClaimed', { ticketId });
    if (!boardId) throw reconciliationError('leaseNotFound', { leaseId: of.leaseId });
    const { amount, channel } = told;
    const act = 'reconciliation.makeClaim';
    const after = { ...of, amount, channel, dueOn };
    await this.audit.append(tx, { boardId, act, subject: `claim:${id}`, after });
    return id;
  }

  /** A claim with what may be its money while it is open, the record it found after. */
  async one(tx: Reading, id: Id): Promise<ClaimDetail> {
    const claim = await claimOf(tx, id, businessDateOf(this.clock.now()));
    if (!claim) throw reconciliationError('claimNotFound', { claimId: id });
    const possible = claim.state === 'refused' ? [] : await possibleRecords(tx, claim);
    const ranked = rankCandidates(claim, possible);
    const shown = ranked.filter(({ recordId: of }) => !claim.recordId || of === claim.recordId);
    const records = await this.desk.some(
      tx,
      shown.map(({ recordId }) => recordId),
    );
    const candidates = shown.flatMap((one) => {
      const record = records.get(one.recordId);
      return record ? [{ ...one, record }] : [];
    });
    return { ...claim, candidates };
  }

  /**
   * A clerk says which record is the claim's money: nobody's money is given to the claim's lease or
   * ticket, and money that it has already answers the claim as it stands.
   * @throws claimNotFound, claimAnswered, claimRecordElsewhere and what assigning throws
   */
  async find(tx: Tx, id: Id, { recordId, since, reason }: FoundRecord): Promise<void> {
    const claim = await this.open(tx, id);
    const record = await this.desk.one(tx, recordId);
    if (record.state === 'matched') {
      const given = { leaseId: null, ticketId: null, ...record.credited };
      if (!isOf(claim.of, given)) throw reconciliationError('claimRecordElsewhere', { recordId });
    } else {
      const said = { reason, ...(since ? { since } : {}) };
      const { leaseId, ticketId } = claim.of;
      if (ticketId === null) await this.corrections.assign(tx, recordId, { leaseId, ...said });
      else await this.corrections.assignTicket(tx, recordId, { ticketId, ...said });
    }
    await this.answer(tx, claim.boardId, id, { state: 'found', recordId, answer: reason });
  }

  /** @throws reconciliation.claimNotFound, claimAnswered */
  async refuse(tx: Tx, id: Id, reason: string): Promise<void> {
    const { boardId } = await this.open(tx, id);
    await this.answer(tx, boardId, id, { state: 'refused', recordId: null, answer: reason });
  }

  private async open(tx: Tx, id: Id) {
    const claim = await lockClaim(tx, id);
    if (!claim) throw reconciliationError('claimNotFound', { claimId: id });
    if (claim.state !== 'open') throw reconciliationError('claimAnswered', { claimId: id });
    return claim;
  }

  private async answer(tx: Tx, boardId: Id, id: Id, answer: Answer): Promise<void> {
    await keepAnswer(tx, id, answer, this.clock.now());
    await this.audit.append(tx, {
      boardId,
      act: 'reconciliation.answerClaim',
      subject: `claim:${id}`,
      before: { state: 'open' },
      after: { ...answer },
    });
  }
}

/** A ticket is claimed once, while it waits for its money. */
async function requireClaimable(tx: Tx, ticketId: Id): Promise<void> {
  const ticket = await claimableTicket(tx, ticketId);
  if (!ticket) throw reconciliationError('ticketNotFound', { ticketId });
  if (ticket.state !== 'waiting')
    throw reconciliationError('ticketNotWaiting', { ticketId, state: ticket.state });
  if (ticket.claimId)
    throw reconciliationError('ticketClaimed', { ticketId, claimId: ticket.claimId });
}
