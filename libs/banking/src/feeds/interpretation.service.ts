import { createHash } from 'node:crypto';
import { invariant, type Clock, type Id } from '@cho40/kernel';
import {
  CLOCK,
  Database,
  JobHandlers,
  systemActor,
  type Job,
  type JobHandler,
  type Tx,
} from '@cho40/platform';
import { bankOf } from '@cho40/vietqr';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { ReceivingAccount } from '../accounts/receiving-account.entity';
import { ReceivingAccounts } from '../accounts/receiving-accounts.service';
import { sameMovementText, type SeenMovement } from '../domain/movement';
import { readSePay, type SePayMovement } from '../domain/sepay';
import { bankingError } from '../errors';
import { BankRecords } from '../records/bank-records.service';
import { insertQuestions } from '../records/writing.queries';
import { INTERPRET } from './deliveries.service';
import type { FeedAuth } from './sepay-signature';

interface DeliveryRow {
  readonly verdict: 'verified' | 'stale';
  readonly auth: FeedAuth;
  readonly body: Buffer;
}

/** Says what a kept delivery means. Doing it again changes nothing. */
@Injectable()
export class Interpretation implements JobHandler, OnModuleInit {
  readonly kind = INTERPRET;

  constructor(
    private readonly db: Database,
    private readonly handlers: JobHandlers,
    private readonly accounts: ReceivingAccounts,
    private readonly records: BankRecords,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async handle({ boardId, subjectId }: Job): Promise<void> {
    invariant(subjectId !== null, 'a job to interpret without a delivery');
    await this.db.write(systemActor([boardId]), (tx) => this.interpret(tx, boardId, subjectId));
  }

  private async interpret(tx: Tx, boardId: Id, deliveryId: Id): Promise<void> {
    const delivery = await deliveryOf(tx, boardId, deliveryId);
    const reading = readSePay(delivery.body.toString('utf8'));
    if (reading.kind === 'nothing') return;
    if (reading.kind === 'unreadable')
      throw bankingError('deliveryUnreadable', { deliveryId, field: reading.field });
    const { id, gateway, accountNumber, ...movement } = reading.movement;
    const row = {
      ...movement,
      source: 'sepay',
      sourceId: id,
      // An API key proves less than a signature, and an old signature may be a replay: such a
      // credit waits for a statement (design/bank-feeds.md).
      confirms: delivery.verdict === 'verified' && delivery.auth === 'hmac',
      deliveryId,
      statementId: null,
      rowNumber: null,
    } as const;
    const accountId = await this.accountOf(tx, boardId, reading.movement);
    if (accountId) await this.records.ingest(tx, boardId, [{ ...row, accountId }]);
    else await this.askWhose(tx, boardId, row, { accountNumber, gateway });
  }

  /** The board's live account of that number; of two banks' accounts, the one of the gateway. */
  private async accountOf(tx: Tx, boardId: Id, movement: SePayMovement): Promise<Id | undefined> {
    const live = await this.accounts.liveFor(tx, boardId, movement.bookedOn);
    const named = live.filter((one) => one.number === movement.accountNumber);
    if (named.length === 1) return named[0]?.id;
    return named.find((one) => isBankOf(one, movement.gateway))?.id;
  }

  private async askWhose(
    tx: Tx,
    boardId: Id,
    row: Omit<SeenMovement, 'accountId'>,
    facts: { accountNumber: string; gateway: string },
  ): Promise<void> {
    const contentHash = createHash('sha256').update(sameMovementText(row)).digest();
    const question = { kind: 'unknown-account', accountId: null, row, contentHash, facts } as const;
    await insertQuestions(tx, boardId, [question], this.clock.now());
  }
}

async function deliveryOf(tx: Tx, boardId: Id, id: Id): Promise<DeliveryRow> {
  const [row] = await tx.sql<DeliveryRow>(
    `select d.verdict, f.auth, d.body
       from banking.delivery d
       join banking.feed f on f.board_id = d.board_id and f.id = d.feed_id
      where d.board_id = $1 and d.id = $2`,
    [boardId, id],
  );
  invariant(row !== undefined, 'a job to interpret a delivery that is not there', { id });
  return row;
}

function isBankOf({ bin }: ReceivingAccount, gateway: string): boolean {
  return bankOf(bin)?.shortName.toLowerCase() === gateway.toLowerCase();
}
