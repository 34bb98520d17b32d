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
import type { FedMovement } from '../domain/feeds/fields';
import { sameMovementText, type SeenMovement } from '../domain/movement';
import { bankingError } from '../errors';
import { BankRecords } from '../records/bank-records.service';
import { insertQuestions } from '../records/writing.queries';
import { INTERPRET } from './deliveries.service';
import { type FeedAuth, type Provider, providers } from './providers';

interface DeliveryRow {
  readonly verdict: 'verified' | 'stale';
  readonly provider: Provider;
  readonly auth: FeedAuth;
  readonly accountId: Id | null;
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
    const reading = providers[delivery.provider].read(delivery.body.toString('utf8'));
    if (reading.kind === 'nothing') return;
    if (reading.kind === 'unreadable')
      throw bankingError('deliveryUnreadable', { deliveryId, field: reading.field });
    const known: SeenMovement[] = [];
    for (const fed of reading.movements) {
      const accountId = delivery.accountId ?? (await this.accountOf(tx, boardId, fed));
      const row = seenIn(delivery, deliveryId, fed);
      if (accountId) known.push({ ...row, accountId });
      else await this.askWhose(tx, boardId, row, fed);
    }
    if (known.length > 0) await this.records.ingest(tx, boardId, known);
  }

  /** The board's live account of that number; of two banks' accounts, the one of the gateway. */
  private async accountOf(tx: Tx, boardId: Id, fed: FedMovement): Promise<Id | undefined> {
    const live = await this.accounts.inUseFor(tx, boardId, fed.bookedOn);
    const named = live.filter((one) => one.number === fed.accountNumber);
    if (named.length === 1) return named[0]?.id;
    return named.find((one) => isBankOf(one, fed.gateway))?.id;
  }

  private async askWhose(
    tx: Tx,
    boardId: Id,
    row: Omit<SeenMovement, 'accountId'>,
    { accountNumber, gateway }: FedMovement,
  ): Promise<void> {
    const facts = { accountNumber, gateway };
    const contentHash = createHash('sha256').update(sameMovementText(row)).digest();
    const question = { kind: 'unknown-account', accountId: null, row, contentHash, facts } as const;
    await insertQuestions(tx, boardId, [question], this.clock.now());
  }
}

function seenIn(
  { provider, auth, verdict }: DeliveryRow,
  deliveryId: Id,
  { id, gateway: _bank, accountNumber: _account, ...movement }: FedMovement,
): Omit<SeenMovement, 'accountId'> {
  return {
    ...movement,
    source: provider,
    sourceId: id,
    // A key proves less than a signature, and an old signature may be a replay: such a credit
    // waits for a statement (design/bank-feeds.md).
    confirms: verdict === 'verified' && auth === 'hmac',
    deliveryId,
    statementId: null,
    rowNumber: null,
  };
}

async function deliveryOf(tx: Tx, boardId: Id, id: Id): Promise<DeliveryRow> {
  const [row] = await tx.sql<DeliveryRow>(
    `select d.verdict, f.provider, f.auth, f.account_id as "accountId", d.body
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
