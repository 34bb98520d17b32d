import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { CLOCK, marketScope, type Page, type Reading } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { openClaims, type OpenClaims } from '../claims/claims.queries';
import { maskPayer } from '../domain/mask';
import type { Outcome } from '../domain/outcome';
import { reconciliationError } from '../errors';
import { paymentOutcome, type PaymentOutcome } from '../outcomes/outcomes.queries';
import {
  billsPaidBy,
  decisionsOn,
  recordsOf,
  recordPage,
  sightingsOf,
  standingsToday,
  type DecisionRow,
  type PaidBill,
  type RecordFilter,
  type RecordRow,
  type Sighting,
  type Today,
} from './bank-records.queries';
import { shownReversal, type ShownReversal } from '../refunds/reversals.queries';
import { placeOf, queueFrom, type QueueAsked } from './queue.queries';

/** The next open records, and the one to go on from; null at the end of the queue. */
export interface RecordQueue {
  readonly items: SeenRecord[];
  readonly next: Id | null;
}

/** A record as its reader may see it. */
export interface SeenRecord extends RecordRow {
  readonly isMasked: boolean;
}
export interface SeenRecordDetail extends SeenRecord {
  readonly sightings: Sighting[];
  readonly decisions: DecisionRow[];
  readonly paidFor: PaidBill[];
  readonly payment: PaymentOutcome | null;
  readonly outcomes: Outcome[];
  readonly reversal: ShownReversal | null;
}

/** Bank records with where they stand; payers are masked for whoever lacks the right to see them. */
@Injectable()
export class BankRecordDesk {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async page(tx: Reading, filter: RecordFilter): Promise<Page<SeenRecord>> {
    const seesPayers = maySeePayers(tx);
    const sight = { markets: marketScope(tx.actor), seesPayers };
    const page = await recordPage(tx, filter, sight);
    return { ...page, items: page.items.map((row) => seen(row, seesPayers)) };
  }

  async one(tx: Reading, recordId: Id): Promise<SeenRecordDetail> {
    const [row] = await recordsOf(tx, [recordId], marketScope(tx.actor));
    if (!row) throw reconciliationError('recordNotFound', { recordId });
    const sightings = await sightingsOf(tx, recordId);
    const decisions = await decisionsOn(tx, recordId);
    const paidFor = row.credited ? await billsPaidBy(tx, row.credited.paymentId) : [];
    const payment = row.credited ? await paymentOutcome(tx, row.credited.paymentId) : null;
    const elsewhere = row.reason === 'anotherBoard' ? (['anotherBoard'] as const) : [];
    const outcomes = [...(payment?.outcomes ?? elsewhere)];
    const reversal = row.class ? await shownReversal(tx, recordId) : null;
    const shown = seen(row, maySeePayers(tx));
    return { ...shown, sightings, decisions, paidFor, payment, outcomes, reversal };
  }

  /** Records by id, as the reader may see them. */
  async some(tx: Reading, recordIds: readonly Id[]): Promise<Map<Id, SeenRecord>> {
    const rows = await recordsOf(tx, recordIds, marketScope(tx.actor));
    return new Map(rows.map((row) => [row.id, seen(row, maySeePayers(tx))]));
  }

  /** @throws reconciliation.recordNotFound when `after` is no record that was decided on */
  async queue(
    tx: Reading,
    { after, ...asked }: Omit<QueueAsked, 'after'> & { readonly after?: Id },
  ): Promise<RecordQueue> {
    const place = after && (await placeOf(tx, after));
    if (after && !place) throw reconciliationError('recordNotFound', { recordId: after });
    const rows = await queueFrom(tx, { ...asked, after: place });
    const last = rows.length === asked.limit ? rows.at(-1) : undefined;
    return { items: rows.map((row) => seen(row, maySeePayers(tx))), next: last?.id ?? null };
  }

  async today(tx: Reading): Promise<Today & OpenClaims> {
    const today = businessDateOf(this.clock.now());
    const claims = await openClaims(tx, today);
    return { ...(await standingsToday(tx, today, marketScope(tx.actor))), ...claims };
  }
}

const maySeePayers = (tx: Reading) => tx.actor.permissions.has('banking.personal');

function seen(row: RecordRow, seesPayers: boolean): SeenRecord {
  return { ...row, ...(seesPayers ? {} : maskPayer(row, row.codes)), isMasked: !seesPayers };
}
