import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Classifications } from '@cho40/reconciliation';
import { Inject, Injectable } from '@nestjs/common';
import { sortedNotes, sumOfNotes, type NoteCount } from '../domain/notes';
import { cashError } from '../errors';
import { SafeSlips, type NewSlip } from '../safe/safe-slips.service';
import { holdSafe, nextNumber, safeBooks } from '../safe/safe.queries';
import { wholeBoard } from '../whole-board';
import {
  candidatesOf,
  depositOf,
  endTie,
  insertDeposit,
  insertReturn,
  insertTie,
  ownAccount,
  type DepositCandidate,
  type DepositLine,
} from './deposits.queries';

export interface NamedPerson {
  readonly id: Id;
  readonly name: string;
}

/** Cash that somebody carries from the safe to the bank, by notes. */
export interface NewDeposit {
  /** Made by whoever prepares it: told again, it is the same deposit. */
  readonly id: Id;
  readonly boardId: Id;
  readonly accountId: Id;
  readonly notes: readonly NoteCount[];
  readonly carrierName: string;
  readonly cashier: NamedPerson;
}

@Injectable()
export class Deposits {
  constructor(
    private readonly classifications: Classifications,
    private readonly slips: SafeSlips,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Says that cash left for the bank, with whom. The books leave it in the safe, marked as on the
   * way, until the bank shows it.
   * @throws cash.notEnoughInSafe, cash.nothingCounted, cash.accountNotFound, cash.accountNotLive
   * @throws cash.depositDiffers when its id stands for other content
   */
  async prepare(tx: Tx, told: NewDeposit): Promise<'prepared' | 'already'> {
    const { id, boardId, accountId } = told;
    await wholeBoard(tx, boardId);
    await holdSafe(tx, boardId);
    const amount = sumOfNotes(told.notes);
    const standing = await depositOf(tx, id);
    if (standing) {
      const isSame = standing.boardId === boardId && standing.amount === amount;
      if (!isSame || standing.accountId !== accountId)
        throw cashError('depositDiffers', { id, number: standing.number });
      return 'already';
    }
    if (amount === 0) throw cashError('nothingCounted');
    const at = this.clock.now();
    await requireLive(tx, told, at);
    const { inside } = await safeBooks(tx, boardId);
    if (amount > inside) throw cashError('notEnoughInSafe', { amount, amountInSafe: inside });
    const on = businessDateOf(at);
    const number = await nextNumber(tx, boardId, 'NT', on.slice(0, 4));
    await insertDeposit(
      tx,
      { ...told, number, amount, notes: sortedNotes(told.notes) },
      { at, on },
    );
    return 'prepared';
  }

  /**
   * Ties a deposit to the bank's record of it: from here on the money is in the bank. A record of
   * another sum is tied with a reason, and the difference stays visible.
   * @throws cash.depositTied, cash.depositIsBack, cash.recordNotOfDeposit
   * @throws cash.depositRecordDiffers
   */
  async tie(
    tx: Tx,
    depositId: Id,
    { recordId, reason, by }: { recordId: Id; reason: string; by: NamedPerson },
  ): Promise<void> {
    const deposit = await this.held(tx, depositId);
    if (deposit.recordId) throw cashError('depositTied', { depositId });
    if (deposit.onTheWay === 0) throw cashError('depositIsBack', { depositId });
    const [record] = await candidatesOf(tx, depositId, recordId);
    if (!record) throw cashError('recordNotOfDeposit', { recordId });
    await this.refuseDifference(tx, deposit, record, reason);
    const { boardId, number } = deposit;
    const { amount } = record;
    const decisionId = await this.classifications.classify(tx, {
      recordId,
      as: 'cash-deposit',
      reason: reason.trim() || number,
      evidence: { depositId },
    });
    const key = `class:${decisionId}`;
    const at = this.clock.now();
    await insertTie(tx, { boardId, id: newId(), depositId, recordId, amount, key, by }, at);
    const slip = { key, amount, on: record.bookedOn, at };
    await this.slips.issue(tx, { ...slipOf(deposit), ...slip, kind: 'out', purpose: 'deposit' });
  }

  /**
   * Takes a tie back: the record waits again, the money is on the way again.
   * @throws cash.depositNotTied
   */
  async untie(tx: Tx, depositId: Id, { reason, by }: { reason: string; by: NamedPerson }) {
    const deposit = await this.held(tx, depositId);
    const at = this.clock.now();
    const tie = await endTie(tx, depositId, { at, byName: by.name });
    if (!tie) throw cashError('depositNotTied', { depositId });
    await this.classifications.unclassify(tx, tie.recordId, reason, { depositId });
    await this.slips.issue(tx, {
      ...slipOf(deposit),
      kind: 'in',
      purpose: 'deposit-untied',
      key: `${tie.key}:undo`,
      amount: tie.amount,
      on: businessDateOf(at),
      at,
    });
  }

  /**
   * What is on the way lies in the safe again.
   * @throws cash.depositIsBack
   */
  async takeBack(
    tx: Tx,
    depositId: Id,
    { reason, by }: { reason: string; by: NamedPerson },
  ): Promise<void> {
    const deposit = await this.held(tx, depositId);
    if (deposit.onTheWay === 0 || deposit.returned !== null)
      throw cashError('depositIsBack', { depositId });
    await insertReturn(tx, deposit, { ...by, reason, at: this.clock.now() });
  }

  private async held(tx: Tx, depositId: Id): Promise<DepositLine> {
    const seen = await depositOf(tx, depositId);
    if (!seen || tx.actor.markets !== 'all') throw cashError('depositNotFound', { depositId });
    await holdSafe(tx, seen.boardId);
    return (await depositOf(tx, depositId)) ?? seen;
  }

  private async refuseDifference(
    tx: Tx,
    { boardId, amount }: DepositLine,
    record: DepositCandidate,
    reason: string,
  ): Promise<void> {
    if (record.amount !== amount && reason.trim().length < 3)
      throw cashError('depositRecordDiffers', { amount, amountOfRecord: record.amount });
    const { booked } = await safeBooks(tx, boardId);
    if (record.amount > booked)
      throw cashError('notEnoughInSafe', { amount: record.amount, amountInSafe: booked });
  }
}

function slipOf(deposit: DepositLine): Pick<NewSlip, 'boardId' | 'personName' | 'cashierName'> {
  const { boardId, carrierName: personName, cashierName } = deposit;
  return { boardId, personName, cashierName };
}

/** An account waits 24 hours and for a probe payment before anybody's money goes there, cash too. */
async function requireLive(
  tx: Reading,
  { boardId, accountId }: Pick<NewDeposit, 'boardId' | 'accountId'>,
  now: Date,
): Promise<void> {
  const account = await ownAccount(tx, boardId, accountId, now);
  if (!account) throw cashError('accountNotFound');
  if (!account.isLive) throw cashError('accountNotLive', { number: account.number });
}
