import { businessDateOf, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { CLOCK, Jobs, newId, Outside, type Page, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { occasionOn, reminderText, USUAL_TEMPLATE } from '../domain/reminder';
import { billingError } from '../errors';
import type { MadeRemindersDto, ReminderDto, ReminderQueryDto } from './reminder.dto';
import {
  findReminders,
  insertReminders,
  remindable,
  type NewReminder,
  type Remindable,
} from './reminders.queries';

export const TEXTS_TO_SEND = 'billing.textsToSend';

/** Texts that remind of what is open: each is a row first, and once a lease and occasion. */
@Injectable()
export class Reminders {
  constructor(
    private readonly jobs: Jobs,
    private readonly outside: Outside,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Texts that somebody asks for: one a lease and day.
   * @throws billing.noTextGateway where the program was told none
   */
  async ask(tx: Tx, leaseIds: readonly Id[]): Promise<MadeRemindersDto> {
    if (!this.outside.nameOf('texts')) throw billingError('noTextGateway');
    const today = this.today();
    const found = await remindable(tx, today, leaseIds);
    // Of several due days the oldest stands in the text.
    const first = found.filter(
      ({ leaseId }, at) => found.findIndex((one) => one.leaseId === leaseId) === at,
    );
    const made = await this.make(
      tx,
      first.map((lease) => reminderOf(lease, `hand/${today}`)),
    );
    return { made, skipped: leaseIds.length - made };
  }

  /** Texts that today gives occasion to, by the rules of the markets in scope. */
  async remind(tx: Tx): Promise<number> {
    if (!this.outside.nameOf('texts')) return 0;
    const today = this.today();
    // Of several due days with an occasion the latest: nobody gets two texts in a morning.
    const byLease = new Map<Id, NewReminder>();
    for (const lease of await remindable(tx, today, null)) {
      const occasion = occasionOn(today, lease.dueOn, lease);
      if (occasion) byLease.set(lease.leaseId, reminderOf(lease, occasion));
    }
    return this.make(tx, [...byLease.values()]);
  }

  list(tx: Reading, query: ReminderQueryDto): Promise<Page<ReminderDto>> {
    return findReminders(tx, query);
  }

  private async make(tx: Tx, reminders: readonly NewReminder[]): Promise<number> {
    const made = await insertReminders(tx, reminders, this.clock.now());
    for (const boardId of new Set(reminders.map((one) => one.boardId)))
      await this.jobs.add(tx, { kind: TEXTS_TO_SEND, boardId, key: boardId });
    return made;
  }

  private today(): BusinessDate {
    return businessDateOf(this.clock.now());
  }
}

function reminderOf(lease: Remindable, occasion: string): NewReminder {
  const { boardId, marketId, leaseId, vendorId, due } = lease;
  const body = reminderText(lease.template ?? USUAL_TEMPLATE, lease);
  return { id: newId(), boardId, marketId, leaseId, vendorId, occasion, body, due };
}
