import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { CLOCK, marketScope, type Page, type Reading } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { maskPayer } from '../domain/mask';
import { reconciliationError } from '../errors';
import {
  billsPaidBy,
  decisionsOn,
  recordOf,
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

/** A record as its reader may see it. */
export interface SeenRecord extends RecordRow {
  readonly isMasked: boolean;
}
export interface SeenRecordDetail extends SeenRecord {
  readonly sightings: Sighting[];
  readonly decisions: DecisionRow[];
  readonly paidFor: PaidBill[];
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
    const row = await recordOf(tx, recordId, marketScope(tx.actor));
    if (!row) throw reconciliationError('recordNotFound', { recordId });
    const sightings = await sightingsOf(tx, recordId);
    const decisions = await decisionsOn(tx, recordId);
    const paidFor = row.credited ? await billsPaidBy(tx, row.credited.paymentId) : [];
    return { ...seen(row, maySeePayers(tx)), sightings, decisions, paidFor };
  }

  today(tx: Reading): Promise<Today> {
    return standingsToday(tx, businessDateOf(this.clock.now()), marketScope(tx.actor));
  }
}

const maySeePayers = (tx: Reading) => tx.actor.permissions.has('banking.personal');

function seen(row: RecordRow, seesPayers: boolean): SeenRecord {
  return { ...row, ...(seesPayers ? {} : maskPayer(row, row.codes)), isMasked: !seesPayers };
}
