import { createHash } from 'node:crypto';
import { invariant, type Clock, type Id } from '@cho40/kernel';
import { CLOCK, type Tx } from '@cho40/platform';
import { bankOf } from '@cho40/vietqr';
import { Inject, Injectable } from '@nestjs/common';
import type { ReceivingAccount } from '../accounts/receiving-account.entity';
import { isInUse, ReceivingAccounts } from '../accounts/receiving-accounts.service';
import type { FedMovement, FeedReading } from '../domain/feeds/fields';
import { sameMovementText, type SeenMovement } from '../domain/movement';
import { bankingError } from '../errors';
import { BankRecords } from '../records/bank-records.service';
import { insertQuestions, type NewQuestion } from '../records/writing.queries';
import { providers } from './providers';
import {
  claimDelivery,
  claimWaiting,
  keepReadings,
  type ClaimedDelivery,
  type NewReading,
} from './reading.queries';

type SeenSomewhere = Omit<SeenMovement, 'accountId'>;
interface Told {
  readonly delivery: ClaimedDelivery;
  readonly reading: FeedReading;
}

/** Says what kept deliveries mean. Doing it again changes nothing. */
@Injectable()
export class Interpretation {
  constructor(
    private readonly accounts: ReceivingAccounts,
    private readonly records: BankRecords,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Reads up to `limit` of a board's deliveries that wait. */
  async readWaiting(tx: Tx, boardId: Id, limit: number): Promise<void> {
    await this.readAll(tx, boardId, await claimWaiting(tx, boardId, limit));
  }

  /** Reads one delivery, whether it was read before or not; gives its board. */
  async replay(tx: Tx, deliveryId: Id): Promise<Id> {
    const delivery = await claimDelivery(tx, deliveryId);
    if (!delivery) throw bankingError('deliveryNotFound', { id: deliveryId });
    await this.readAll(tx, delivery.boardId, [delivery]);
    return delivery.boardId;
  }

  private async readAll(tx: Tx, boardId: Id, claimed: readonly ClaimedDelivery[]): Promise<void> {
    if (claimed.length === 0) return;
    const told = claimed.map((delivery) => ({ delivery, reading: readingOf(delivery) }));
    await this.book(tx, boardId, told);
    await keepReadings(tx, boardId, told.map(outcomeOf), this.clock.now());
  }

  private async book(tx: Tx, boardId: Id, told: readonly Told[]): Promise<void> {
    const accounts = await this.accounts.list(tx, boardId);
    const known: SeenMovement[] = [];
    const questions: NewQuestion[] = [];
    for (const { delivery, reading } of told)
      for (const fed of reading.kind === 'movements' ? reading.movements : []) {
        const accountId = delivery.accountId ?? accountOf(accounts, fed);
        const row = seenIn(delivery, fed);
        if (accountId) known.push({ ...row, accountId });
        else questions.push(whose(row, fed));
      }
    await insertQuestions(tx, boardId, questions, this.clock.now());
    if (known.length > 0) await this.records.ingest(tx, boardId, known);
  }
}

function readingOf({ provider, verdict, body }: ClaimedDelivery): FeedReading {
  const { read, readPulled } = providers[provider];
  const reader = verdict === 'pulled' ? readPulled : read;
  invariant(reader !== undefined, 'an answer of a provider that cannot be asked', { provider });
  return reader(body.toString('utf8'));
}

function outcomeOf({ delivery: { deliveryId }, reading }: Told): NewReading {
  if (reading.kind === 'nothing') return { deliveryId, state: 'test', why: null };
  const why = reading.kind === 'unreadable' ? reading.field : reading.unread;
  return { deliveryId, state: why === null ? 'read' : 'failed', why };
}

/** The board's account in use of that number; of two banks' accounts, the one of the gateway. */
function accountOf(accounts: readonly ReceivingAccount[], fed: FedMovement): Id | undefined {
  const named = accounts.filter(
    (one) => one.number === fed.accountNumber && isInUse(one, fed.bookedOn),
  );
  if (named.length === 1) return named[0]?.id;
  return named.find((one) => isBankOf(one, fed.gateway))?.id;
}

function isBankOf({ bin }: ReceivingAccount, gateway: string): boolean {
  return bankOf(bin)?.shortName.toLowerCase() === gateway.toLowerCase();
}

function seenIn(
  { deliveryId, provider, auth, verdict }: ClaimedDelivery,
  { id, gateway: _bank, accountNumber: _account, ...movement }: FedMovement,
): SeenSomewhere {
  return {
    ...movement,
    source: verdict === 'pulled' ? 'sepay-pull' : provider,
    sourceId: id,
    // A key proves less than a signature, and an old signature may be a replay: such a credit waits
    // for a pull or a statement (design/bank-feeds.md).
    confirms: verdict === 'pulled' || (verdict === 'verified' && auth === 'hmac'),
    deliveryId,
    statementId: null,
    rowNumber: null,
  };
}

function whose(row: SeenSomewhere, { accountNumber, gateway }: FedMovement): NewQuestion {
  const contentHash = createHash('sha256').update(sameMovementText(row)).digest();
  const facts = { accountNumber, gateway };
  return { kind: 'unknown-account', accountId: null, row, contentHash, facts };
}
