import type { Clock, Id } from '@cho40/kernel';
import { Audit, CLOCK, marketScope, newId, Sealer, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { plain } from '../domain/plain';
import { reconciliationError } from '../errors';

interface PaidRecord {
  readonly boardId: Id;
  readonly marketId: Id;
  readonly counterAccount: string | null;
}

const PAID_RECORD = `
  select r.board_id as "boardId", l.market_id as "marketId", r.counter_account as "counterAccount"
    from banking.v_bank_record r
    join tenancy.v_lease l on l.board_id = r.board_id and l.lease_id = $2
   where r.record_id = $1 and r.direction = 'in' and ($3::uuid[] is null or l.market_id = any ($3))`;
const LEARN = `
  insert into reconciliation.learned_payer (board_id, id, account_print, account_sealed,
    account_last4, market_id, lease_id, record_id, learned_by, learned_by_name, learned_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (board_id, account_print, lease_id) where off_at is null do nothing
  returning id`;
const SWITCH_OFF = `
  update reconciliation.learned_payer set off_by = $2, off_by_name = $3, off_at = $4
   where id = $1 and off_at is null and ($5::uuid[] is null or market_id = any ($5))
  returning board_id as "boardId", lease_id as "leaseId"`;

/** Which account pays for which lease, as people said. It ranks suggestions and credits nobody. */
@Injectable()
export class LearnedPayers {
  constructor(
    private readonly sealer: Sealer,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Remembers the account a record came from as one that pays for a lease; again changes nothing.
   * The audit names no account.
   * @throws reconciliation.recordNotFound, payerUnknown where the bank names no account
   */
  async learn(tx: Tx, { recordId, leaseId }: { recordId: Id; leaseId: Id }): Promise<void> {
    const [record] = await tx.sql<PaidRecord>(PAID_RECORD, [
      recordId,
      leaseId,
      marketScope(tx.actor),
    ]);
    if (!record) throw reconciliationError('recordNotFound', { recordId });
    const { boardId, marketId } = record;
    const number = plain(record.counterAccount ?? '');
    if (!number) throw reconciliationError('payerUnknown', { recordId });
    const learned = await tx.sql(LEARN, [
      boardId,
      newId(),
      this.sealer.print(number),
      this.sealer.seal(number),
      number.slice(-4),
      marketId,
      leaseId,
      recordId,
      tx.actor.userId,
      tx.actor.displayName,
      this.clock.now(),
    ]);
    if (learned.length === 0) return;
    await this.audit.append(tx, {
      boardId,
      act: 'reconciliation.learnPayer',
      subject: `bankRecord:${recordId}`,
      after: { leaseId },
    });
  }

  /** From now on the account says nothing about the lease. @throws payerNotFound */
  async switchOff(tx: Tx, id: Id): Promise<void> {
    const { userId, displayName } = tx.actor;
    const [off] = await tx.sql<{ boardId: Id; leaseId: Id }>(SWITCH_OFF, [
      id,
      userId,
      displayName,
      this.clock.now(),
      marketScope(tx.actor),
    ]);
    if (!off) throw reconciliationError('payerNotFound', { id });
    await this.audit.append(tx, {
      boardId: off.boardId,
      act: 'reconciliation.forgetPayer',
      subject: `learnedPayer:${id}`,
      before: { leaseId: off.leaseId },
    });
  }
}
