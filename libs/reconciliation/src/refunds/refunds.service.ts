import { Credits } from '@cho40/billing';
import type { BusinessDate, Clock, Id, Vnd } from '@cho40/kernel';
import { Audit, brokenConstraint, CLOCK, newId, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Classifications } from '../classes/classifications.service';
import { reconciliationError } from '../errors';
import { seenStanding } from '../matching/seen-standing';
import { insertRefundStep, type NewRefundStep, type RefundStep } from './refund-steps.queries';
import {
  decideRefund,
  depositGivenBack,
  insertRefund,
  lockRefund,
  payRefund,
  placeOfLease,
  type NewRefund,
  type Payout,
  type RefundRow,
} from './refunds.queries';

/** To whom money goes back, and why. */
export interface RefundWords {
  readonly payee: string;
  readonly reason: string;
  /** By the bank, unless it is said. */
  readonly payout?: Payout;
}

/**
 * Money given back to who paid it: proposed by one person, approved by another, then owed until the
 * bank's record, or the cashier, shows that it went. Nothing is paid by this program.
 */
@Injectable()
export class Refunds {
  constructor(
    private readonly credits: Credits,
    private readonly classifications: Classifications,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Proposes to give a part of a lease's credit back.
   * @throws reconciliation.leaseNotFound, billing.creditTooSmall (of it now; approving looks again)
   */
  async proposeCredit(tx: Tx, leaseId: Id, amount: Vnd, words: RefundWords): Promise<Id> {
    const place = await placeOfLease(tx, leaseId);
    if (!place) throw reconciliationError('leaseNotFound', { leaseId });
    await this.credits.require(tx, place.boardId, leaseId, amount);
    return this.insert(tx, { ...NOTHING, ...place, ...words, amount, leaseId });
  }

  /**
   * Proposes to give money of nobody back, whole.
   * @throws recordNotFound, recordNotOpen, refundOpen
   */
  async proposeRecord(tx: Tx, recordId: Id, words: RefundWords): Promise<Id> {
    const { boardId, amount, state } = await seenStanding(tx, recordId);
    if (state !== 'unmatched') throw reconciliationError('recordNotOpen', { recordId, state });
    return this.insert(tx, { ...NOTHING, ...words, boardId, amount, recordId });
  }

  /**
   * Proposes to pay out what was taken of a deposit to give it back.
   * @throws refundNotFound, refundOpen
   */
  async proposeDeposit(tx: Tx, depositUseId: Id, words: RefundWords): Promise<Id> {
    const use = await depositGivenBack(tx, depositUseId);
    if (!use) throw reconciliationError('refundNotFound', { depositUseId });
    return this.insert(tx, { ...NOTHING, ...use, ...words, depositUseId });
  }

  /**
   * Approves what another person proposed: from now on it is owed to the payer, and no bill takes it.
   * @throws refundNotFound, refundDecided, approverIsMaker, recordNotOpen, billing.creditTooSmall
   */
  async approve(tx: Tx, id: Id): Promise<void> {
    const refund = await this.decide(tx, id, 'approved', null);
    const { boardId, leaseId, recordId, depositUseId, amount, reason } = refund;
    const evidence = { refundId: id };
    if (recordId)
      await this.classifications.classify(tx, { recordId, as: 'given-back', reason, evidence });
    else if (leaseId && !depositUseId)
      await this.credits.giveBack(tx, { boardId, leaseId, refundId: id, amount, reason });
  }

  /** @throws refundNotFound, refundDecided, approverIsMaker */
  async refuse(tx: Tx, id: Id, reason: string): Promise<void> {
    await this.decide(tx, id, 'refused', reason);
  }

  /**
   * Takes back a proposal, or an approval that was not paid yet: the money is where it was.
   * @throws refundNotFound, refundDecided
   */
  async withdraw(tx: Tx, id: Id, reason: string): Promise<void> {
    const refund = await this.held(tx, id, ['proposed', 'approved']);
    const { boardId, leaseId, recordId, depositUseId, state } = refund;
    await decideRefund(tx, id, { state: 'withdrawn', reason }, this.clock.now());
    if (state === 'approved' && recordId)
      await this.classifications.unclassify(tx, recordId, reason, { refundId: id });
    else if (state === 'approved' && leaseId && !depositUseId)
      await this.credits.takeBack(tx, { boardId, leaseId, refundId: id, reason });
    await this.keep(tx, refund, { step: 'withdrawn', reason });
  }

  /**
   * Ties an approved refund to the outgoing record that paid it.
   * @throws refundNotFound, refundDecided, refundDiffers, recordNotFound, recordNotOpen
   */
  async pay(tx: Tx, recordId: Id, id: Id, reason: string): Promise<void> {
    const refund = await this.held(tx, id, ['approved']);
    const { boardId, amount, bookedOn: on } = await seenStanding(tx, recordId);
    if (boardId !== refund.boardId || amount !== refund.amount || refund.payout !== 'bank')
      throw reconciliationError('refundDiffers', { amount: refund.amount });
    const evidence = { refundId: id };
    await this.classifications.classify(tx, { recordId, as: 'refund', reason, evidence });
    await payRefund(tx, id, { recordId, on });
    await this.keep(tx, refund, { step: 'paid', recordId, reason });
  }

  /**
   * Says that an approved refund leaves the safe; whoever calls posts it, in the same `tx`.
   * @throws refundNotFound, refundDecided, refundNotInCash
   */
  async payInCash(tx: Tx, id: Id, on: BusinessDate): Promise<void> {
    const refund = await this.inCash(tx, id, ['approved']);
    await payRefund(tx, id, { recordId: null, on });
    const { amount, payout } = refund;
    await this.keep(tx, refund, { step: 'paid' }, { amount, payout });
  }

  /**
   * The money lies in the safe again: the refund is owed again.
   * @throws refundNotFound, refundDecided, refundNotInCash
   */
  async unpayInCash(tx: Tx, id: Id, reason: string): Promise<void> {
    const refund = await this.inCash(tx, id, ['paid']);
    await payRefund(tx, id, null);
    await this.keep(tx, refund, { step: 'unpaid', reason });
  }

  private async inCash(tx: Tx, id: Id, states: readonly RefundRow['state'][]) {
    const refund = await this.held(tx, id, states);
    if (refund.payout !== 'cash') throw reconciliationError('refundNotInCash', { refundId: id });
    return refund;
  }

  /** Unties a record that was another payment: the refund is owed again. */
  async unpay(tx: Tx, id: Id, reason: string): Promise<void> {
    const refund = await this.held(tx, id, ['paid']);
    const { paidRecordId } = refund;
    if (!paidRecordId) throw reconciliationError('refundDecided', { refundId: id });
    await this.classifications.unclassify(tx, paidRecordId, reason, { refundId: id });
    await payRefund(tx, id, null);
    await this.keep(tx, refund, { step: 'unpaid', recordId: paidRecordId, reason });
  }

  private async insert(
    tx: Tx,
    wanted: Omit<NewRefund, 'id' | 'payout'> & RefundWords,
  ): Promise<Id> {
    const { payout = 'bank' } = wanted;
    const refund = { ...wanted, payout, id: newId() };
    try {
      await insertRefund(tx, refund, this.clock.now());
    } catch (error) {
      if (ONE_AT_A_TIME.has(brokenConstraint(error) ?? '')) throw reconciliationError('refundOpen');
      throw error;
    }
    const { leaseId, recordId, depositUseId, amount, reason } = refund;
    const of = { leaseId, recordId, depositUseId, amount, payout };
    await this.keep(tx, refund, { step: 'proposed', reason }, of);
    return refund.id;
  }

  private async decide(
    tx: Tx,
    id: Id,
    state: 'approved' | 'refused',
    reason: string | null,
  ): Promise<RefundRow> {
    const refund = await this.held(tx, id, ['proposed']);
    try {
      await decideRefund(tx, id, { state, reason }, this.clock.now());
    } catch (error) {
      if (brokenConstraint(error) === 'refund_needs_two_people')
        throw reconciliationError('approverIsMaker');
      throw error;
    }
    await this.keep(tx, refund, { step: state, reason }, { amount: refund.amount });
    return refund;
  }

  private async held(tx: Tx, id: Id, states: readonly RefundRow['state'][]): Promise<RefundRow> {
    const refund = await lockRefund(tx, id);
    if (!refund) throw reconciliationError('refundNotFound', { refundId: id });
    if (!states.includes(refund.state))
      throw reconciliationError('refundDecided', { refundId: id, state: refund.state });
    return refund;
  }

  /** The step as people read it, and in the audit's chain. */
  private async keep(
    tx: Tx,
    refund: Pick<NewRefund, 'id' | 'boardId'>,
    { step, ...said }: NewRefundStep,
    of: object = {},
  ): Promise<void> {
    await insertRefundStep(tx, refund, { step, ...said }, this.clock.now());
    await this.audit.append(tx, {
      boardId: refund.boardId,
      act: `reconciliation.${ACTS[step]}`,
      subject: `refund:${refund.id}`,
      after: { ...said, ...of },
    });
  }
}

const ACTS: Readonly<Record<RefundStep, string>> = {
  proposed: 'proposeRefund',
  approved: 'approveRefund',
  refused: 'refuseRefund',
  withdrawn: 'withdrawRefund',
  paid: 'payRefund',
  unpaid: 'unpayRefund',
};
const NOTHING = { marketId: null, leaseId: null, recordId: null, depositUseId: null } as const;
const ONE_AT_A_TIME = new Set(['refund_one_per_record', 'refund_one_per_deposit_use']);
