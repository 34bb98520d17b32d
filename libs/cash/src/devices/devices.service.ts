import type { Clock, Id, Vnd } from '@cho40/kernel';
import { Audit, CLOCK, marketScope, newId, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { DeviceNumber } from '../domain/receipt-rules';
import { cashError } from '../errors';

/** What a phone told under a number that stands for another receipt. */
interface ClonedReceipt {
  readonly id: Id;
  readonly leaseId: Id;
  readonly amount: Vnd;
  readonly takenAt: Date;
  readonly collector: { readonly id: Id; readonly name: string };
  readonly device?: DeviceNumber;
}

/** Phones that number receipts: two that count the same are told to the board. */
@Injectable()
export class Devices {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps what was refused; told again it is the same incident. */
  async keepIncident(tx: Tx, receipt: ClonedReceipt): Promise<void> {
    const { id, leaseId, amount, takenAt, collector, device } = receipt;
    await tx.sql(
      `insert into cash.device_incident (board_id, id, market_id, device_id, device_number,
         standing_id, refused_id, lease_id, amount, collector_id, collector_name, taken_at, at)
       select r.board_id, $1, l.market_id, r.device_id, r.device_number, r.id, $2, l.lease_id, $3,
              $4, $5, $6, $7
         from cash.receipt r
         join tenancy.v_lease l on l.board_id = r.board_id and l.lease_id = $8
        where r.device_id = $9 and r.device_number = $10
       on conflict (board_id, refused_id, device_id, device_number) do nothing`,
      [
        newId(),
        id,
        amount,
        collector.id,
        collector.name,
        takenAt,
        this.clock.now(),
        leaseId,
        device?.id,
        device?.number,
      ],
    );
  }

  /**
   * Says what became of an incident, once.
   * @throws cash.incidentNotFound, cash.incidentAnswered
   */
  async answer(tx: Tx, incidentId: Id, answer: string): Promise<void> {
    const [incident] = await tx.sql<{ boardId: Id; isAnswered: boolean }>(
      `select board_id as "boardId", answered_at is not null as "isAnswered"
         from cash.device_incident
        where id = $1 and ($2::uuid[] is null or market_id = any ($2)) for update`,
      [incidentId, marketScope(tx.actor)],
    );
    if (!incident) throw cashError('incidentNotFound', { id: incidentId });
    if (incident.isAnswered) throw cashError('incidentAnswered', { id: incidentId });
    const { boardId } = incident;
    await tx.sql(
      `update cash.device_incident
          set answered_at = $3, answered_by = $4, answered_by_name = $5, answer = $6
        where board_id = $1 and id = $2`,
      [boardId, incidentId, this.clock.now(), tx.actor.userId, tx.actor.displayName, answer.trim()],
    );
    await this.audit.append(tx, {
      boardId,
      act: 'cash.answerIncident',
      subject: `deviceIncident:${incidentId}`,
      after: { answer: answer.trim() },
    });
  }
}
