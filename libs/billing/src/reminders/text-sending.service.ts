import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { CLOCK, Database, Outside, systemActor, type Delivered } from '@cho40/platform';
import { PhoneBook } from '@cho40/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import { afterTry } from '../domain/reminder';
import {
  claimReminders,
  giveUpLostClaims,
  remindable,
  type ClaimedReminder,
} from './reminders.queries';

// Longer than a batch can take: twenty texts of ten seconds' patience.
const CLAIM_MS = 5 * 60_000;

/** Gives waiting texts to the gateway. A claim is committed before its text leaves the program. */
@Injectable()
export class TextSending {
  constructor(
    private readonly db: Database,
    private readonly outside: Outside,
    private readonly phones: PhoneBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Sends every text of the board whose time has come. */
  async send(boardId: Id): Promise<void> {
    const sender = this.outside.nameOf('texts');
    if (!sender) return;
    for (;;) {
      const claimed = await this.claim(boardId, sender);
      if (claimed.length === 0) return;
      await this.sendEach(boardId, claimed);
    }
  }

  private claim(boardId: Id, sender: string): Promise<ClaimedReminder[]> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + CLAIM_MS);
    return this.db.write(systemActor([boardId]), async (tx) => {
      await giveUpLostClaims(tx, now);
      return claimReminders(tx, { now, until, sender });
    });
  }

  private async sendEach(boardId: Id, claimed: readonly ClaimedReminder[]): Promise<void> {
    const today = businessDateOf(this.clock.now());
    const { numbers, owing } = await this.db.read(systemActor([boardId]), async (tx) => ({
      numbers: await this.phones.numbersOf(
        tx,
        claimed.map(({ vendorId }) => vendorId),
      ),
      owing: new Set(
        (
          await remindable(
            tx,
            today,
            claimed.map(({ leaseId }) => leaseId),
          )
        ).map(({ leaseId }) => leaseId),
      ),
    }));
    for (const reminder of claimed) {
      const to = numbers.get(reminder.vendorId);
      // Paid, or not wanted any more, since the text was written.
      if (!to || !owing.has(reminder.leaseId)) await this.drop(boardId, reminder);
      else {
        const { id, body } = reminder;
        await this.note(boardId, reminder, await this.outside.send('texts', { id, to, body }));
      }
    }
  }

  private async drop(boardId: Id, { id }: ClaimedReminder): Promise<void> {
    await this.db.write(systemActor([boardId]), (tx) =>
      tx.sql(
        `update billing.reminder
            set state = 'dropped', claimed_until = null, ended_at = $2, answer = 'not needed'
          where id = $1 and state = 'sending'`,
        [id, this.clock.now()],
      ),
    );
  }

  private async note(
    boardId: Id,
    { id, attempts }: ClaimedReminder,
    { outcome, answer }: Delivered,
  ): Promise<void> {
    const now = this.clock.now();
    const after = afterTry(outcome, attempts);
    const isOver = after.kind === 'ended';
    await this.db.write(systemActor([boardId]), (tx) =>
      tx.sql(
        `update billing.reminder
            set state = $2, claimed_until = null, answer = $3, ended_at = $4,
                next_at = coalesce($5, next_at)
          where id = $1 and state = 'sending'`,
        [
          id,
          isOver ? after.state : 'waiting',
          answer,
          isOver ? now : null,
          isOver ? null : new Date(now.getTime() + after.afterS * 1_000),
        ],
      ),
    );
  }
}
