import { randomBytes } from 'node:crypto';
import { vnd, type BusinessDate, type Clock, type Id, type Vnd } from '@cho40/kernel';
import { account, Ledger } from '@cho40/ledger';
import {
  Audit,
  brokenConstraint,
  CLOCK,
  Jobs,
  newId,
  platformError,
  type Reading,
  type Tx,
} from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { probeCodeOf } from '../domain/probe';
import { bankingError } from '../errors';
import { proveAccounts } from './proving.queries';
import { ReceivingAccount } from './receiving-account.entity';

export interface NewAccount {
  readonly id?: Id;
  readonly boardId: Id;
  readonly bin: string;
  readonly number: string;
  readonly holderName: string;
  readonly openingBalance: Vnd;
  readonly openedOn: BusinessDate;
}

/** Who proposes or approves: a request's user, or whom the seed makes up. */
export interface Person {
  readonly userId: Id;
  readonly displayName: string;
}

@Injectable()
export class ReceivingAccounts {
  constructor(
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One board uses an account at one time, whichever boards there are: the database sees to it. */
  async propose(tx: Tx, proposed: NewAccount, by: Person): Promise<ReceivingAccount> {
    if (!tx.actor.boards.includes(proposed.boardId)) throw platformError('notFound');
    const row = tx.manager.create(ReceivingAccount, {
      ...proposed,
      id: proposed.id ?? newId(),
      createdBy: by.userId,
      createdByName: by.displayName,
      createdAt: this.clock.now(),
    });
    await tx.manager.insert(ReceivingAccount, row).catch(refuseTaken(proposed));
    await this.audit.append(tx, {
      boardId: row.boardId,
      act: 'banking.proposeAccount',
      subject: `receivingAccount:${row.id}`,
      after: { bin: row.bin, number: row.number, openedOn: row.openedOn },
    });
    return this.one(tx, row.id);
  }

  /**
   * Puts an account into use that somebody else proposed, and posts what stood on it. Payers are told
   * of it when a payment with its probe code was seen, a day later at the soonest.
   */
  async approve(tx: Tx, id: Id, by: Person): Promise<ReceivingAccount> {
    const proposed = await this.one(tx, id);
    if (proposed.approvedBy) throw bankingError('accountAlreadyApproved', { id });
    if (proposed.createdBy === by.userId) throw bankingError('accountNeedsAnotherPerson', { id });
    const approvedAt = this.clock.now();
    const approval = { approvedBy: by.userId, approvedByName: by.displayName, approvedAt };
    const { boardId } = proposed;
    const won = await tx.sql(
      `update banking.receiving_account
          set approved_by = $3, approved_by_name = $4, approved_at = $5, probe_code = $6
        where board_id = $1 and id = $2 and approved_by is null returning id`,
      [boardId, id, by.userId, by.displayName, approvedAt, probeCodeOf(randomBytes(6))],
    );
    if (won.length === 0) throw bankingError('accountAlreadyApproved', { id });
    await this.postOpening(tx, proposed);
    await this.audit.append(tx, {
      boardId,
      act: 'banking.approveAccount',
      subject: `receivingAccount:${id}`,
      after: approval,
    });
    return this.one(tx, id);
  }

  /**
   * Takes a payment as the account's proof whose text the bank printed without the code. Not by who
   * proposed the account.
   */
  async prove(tx: Tx, id: Id, recordId: Id, by: Person): Promise<ReceivingAccount> {
    const { boardId, approvedBy, liveAt, createdBy } = await this.one(tx, id);
    if (!approvedBy) throw bankingError('accountNotApproved', { id });
    if (liveAt) throw bankingError('accountAlreadyProven', { id });
    if (createdBy === by.userId) throw bankingError('accountNeedsAnotherPerson', { id });
    const now = this.clock.now();
    const proven = await proveAccounts(tx, boardId, [{ accountId: id, recordId }], {
      now,
      by,
    }).catch(refuseProof(recordId));
    if (proven.length === 0) throw bankingError('accountAlreadyProven', { id });
    await this.audit.append(tx, {
      boardId,
      act: 'banking.proveAccount',
      subject: `receivingAccount:${id}`,
      after: { recordId, provenBy: by.userId },
    });
    await this.jobs.add(tx, { kind: 'banking.accountProven', boardId, key: boardId });
    return this.one(tx, id);
  }

  /**
   * An account that was in use before probes were asked for: live a day after its approval. The
   * database takes it of days before that alone.
   */
  async provenEarlier(tx: Tx, id: Id): Promise<void> {
    await tx.sql(
      `update banking.receiving_account
          set proof = 'earlier', live_at = approved_at + interval '24 hours'
        where id = $1 and live_at is null`,
      [id],
    );
  }

  /** Every account of the board, or of all boards in sight; the oldest first. */
  list(tx: Reading, boardId?: Id): Promise<ReceivingAccount[]> {
    return tx.manager.find(ReceivingAccount, {
      where: boardId ? { boardId } : {},
      order: { openedOn: 'ASC', id: 'ASC' },
    });
  }

  /** The accounts whose movements are a board's on a day, shown to payers or not yet. */
  async inUseFor(tx: Reading, boardId: Id, on: BusinessDate): Promise<ReceivingAccount[]> {
    return (await this.list(tx, boardId)).filter((one) => isInUse(one, on));
  }

  async one(tx: Reading, id: Id): Promise<ReceivingAccount> {
    const found = await tx.manager.findOneBy(ReceivingAccount, { id });
    if (!found) throw bankingError('accountNotFound', { id });
    return found;
  }

  private async postOpening(tx: Tx, opened: ReceivingAccount): Promise<void> {
    const { boardId, id, openingBalance } = opened;
    if (openingBalance === 0) return;
    const bank = account.bank(opened.bin, opened.number);
    const opening = account.opening();
    const isOverdrawn = openingBalance < 0;
    await this.ledger.post(tx, [
      {
        boardId,
        key: `account:${id}:opening`,
        debit: isOverdrawn ? opening : bank,
        credit: isOverdrawn ? bank : opening,
        amount: vnd(Math.abs(openingBalance)),
        on: opened.openedOn,
        reason: 'account taken into use',
      },
    ]);
  }
}

export function isInUse(one: ReceivingAccount, on: BusinessDate): boolean {
  const isOpen = one.openedOn <= on && (one.closedOn === null || on <= one.closedOn);
  return one.approvedBy !== null && isOpen;
}

const NO_PROOF = [
  'account_proven_by_its_own_money',
  'receiving_account_board_id_proof_record_id_fkey',
];

function refuseProof(recordId: Id) {
  return (error: unknown): never => {
    if (NO_PROOF.includes(brokenConstraint(error) ?? ''))
      throw bankingError('probeNotFound', { recordId });
    throw error;
  };
}

function refuseTaken({ bin, number }: NewAccount) {
  return (error: unknown): never => {
    if (brokenConstraint(error) === 'account_one_board')
      throw bankingError('accountInUse', { bin, number });
    throw error;
  };
}
