import { isId, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { Audit, CLOCK, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ReceivingAccounts } from '../accounts/receiving-accounts.service';
import type { SeenMovement } from '../domain/movement';
import { bankingError } from '../errors';
import { BankRecords } from '../records/bank-records.service';
import { contentHashOf, type Placement } from '../records/placement';
import { lockAccounts, recordsNear } from '../records/placement.queries';
import { closeQuestion, openQuestion, type OpenQuestion } from './question.queries';

/** A decision for one of a question's choices. */
export interface GivenAnswer {
  readonly questionId: Id;
  /** A record's id, or one of the words below. */
  readonly answer: string;
}

/**
 * What only a person can know. Until it is answered, the movement is kept in the question and the
 * day it belongs to is not proven.
 */
@Injectable()
export class Questions {
  constructor(
    private readonly records: BankRecords,
    private readonly accounts: ReceivingAccounts,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Carries a person's answer out:
   * - two-fit: the id of the record the row shows again, or `new`;
   * - conflict: `keep` what came first, or `new`: both are movements;
   * - unknown-account: `again`, now that the account is in use, or `ignore`: not the board's money.
   */
  async answer(tx: Tx, { questionId, answer }: GivenAnswer): Promise<void> {
    const question = await openQuestion(tx, questionId);
    if (question.accountId) await lockAccounts(tx, [question.accountId]);
    await closeQuestion(tx, questionId, answer, this.clock.now());
    await this.carryOut(tx, question, answer);
    await this.audit.append(tx, {
      boardId: question.boardId,
      act: 'banking.answerQuestion',
      subject: `question:${questionId}`,
      after: { kind: question.kind, answer },
    });
  }

  private async carryOut(tx: Tx, question: OpenQuestion, answer: string): Promise<void> {
    const choice = `${question.kind} ${isId(answer) ? 'record' : answer}`;
    if (choice === 'conflict keep' || choice === 'unknown-account ignore') return;
    if (choice === 'conflict new') return this.takeAsAnother(tx, question);
    if (choice === 'unknown-account again') return this.takeAgain(tx, question);
    if (choice === 'two-fit new' || choice === 'two-fit record')
      return this.place(tx, question, isId(answer) ? answer : null);
    throw bankingError('answerNotPossible', { kind: question.kind, answer });
  }

  private async place(tx: Tx, question: OpenQuestion, recordId: Id | null): Promise<void> {
    const row = rowOf(question, question.accountId);
    if (recordId !== null) {
      const { free } = await recordsNear(tx, question.boardId, [row]);
      const isFree = free.some(({ id }) => id === recordId);
      if (!isFree || !question.candidates.includes(recordId))
        throw bankingError('answerNotPossible', { kind: question.kind, answer: recordId });
    }
    const placement: Placement = {
      row,
      ...(recordId === null
        ? { kind: 'new', recordId: question.id }
        : { kind: 'linked', recordId }),
    };
    await this.records.carryOut(tx, question.boardId, [placement]);
  }

  private async takeAsAnother(tx: Tx, question: OpenQuestion): Promise<void> {
    const row = rowOf(question, question.accountId);
    const sourceId = `${row.sourceId}#${contentHashOf(row).toString('hex').slice(0, 12)}`;
    await this.records.ingest(tx, question.boardId, [{ ...row, sourceId }]);
  }

  private async takeAgain(tx: Tx, question: OpenQuestion): Promise<void> {
    const { boardId, bookedOn, accountNumber } = question;
    const account = await this.liveAccount(tx, boardId, bookedOn, accountNumber);
    await this.records.ingest(tx, boardId, [rowOf(question, account)]);
  }

  private async liveAccount(
    tx: Reading,
    boardId: Id,
    on: BusinessDate,
    number: string | null,
  ): Promise<Id> {
    const live = await this.accounts.inUseFor(tx, boardId, on);
    const [account, another] = live.filter((one) => one.number === number);
    if (!account || another)
      throw bankingError('answerNotPossible', { kind: 'unknown-account', answer: 'again' });
    return account.id;
  }
}

/** The movement that the question kept, as it was seen. */
function rowOf({ row, boardId }: OpenQuestion, accountId: Id | null): SeenMovement {
  if (!accountId) throw bankingError('answerNotPossible', { boardId });
  return { ...row, accountId, bookedAt: new Date(row.bookedAt) };
}
