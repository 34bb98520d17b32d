import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How an account was proven: by a payment with its probe code, by a payment that a person named, or
 * `earlier`: it was in use before probes were asked for.
 */
export type AccountProof = 'probe' | 'person' | 'earlier';

/** A bank account in which a board receives money; nobody puts one into use alone. */
@Entity({ schema: 'banking', name: 'receiving_account' })
export class ReceivingAccount {
  @PrimaryColumn({ name: 'board_id', type: 'uuid' })
  boardId: Id;

  @PrimaryColumn({ type: 'uuid' })
  id: Id;

  @Column({ type: 'text' })
  bin: string;

  @Column({ type: 'text' })
  number: string;

  @Column({ name: 'holder_name', type: 'text' })
  holderName: string;

  /** What stood on it when it was taken into use, in đồng; below 0 when overdrawn. */
  @Column({ name: 'opening_balance', type: 'bigint' })
  openingBalance: Vnd;

  /** The first day whose movements are ours. */
  @Column({ name: 'opened_on', type: 'date' })
  openedOn: BusinessDate;

  @Column({ name: 'closed_on', type: 'date', nullable: true })
  closedOn: BusinessDate | null;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: Id;

  @Column({ name: 'created_by_name', type: 'text' })
  createdByName: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'approved_by', type: 'uuid', nullable: true })
  approvedBy: Id | null;

  @Column({ name: 'approved_by_name', type: 'text', nullable: true })
  approvedByName: string | null;

  @Column({ name: 'approved_at', type: 'timestamptz', nullable: true })
  approvedAt: Date | null;

  /** What the text of a small payment must carry to show that the account is the board's. */
  @Column({ name: 'probe_code', type: 'text', nullable: true })
  probeCode: string | null;

  @Column({ type: 'text', nullable: true })
  proof: AccountProof | null;

  @Column({ name: 'proof_record_id', type: 'uuid', nullable: true })
  proofRecordId: Id | null;

  @Column({ name: 'proven_by', type: 'uuid', nullable: true })
  provenBy: Id | null;

  @Column({ name: 'proven_by_name', type: 'text', nullable: true })
  provenByName: string | null;

  /** From when on payers are told to pay into it; null while it is not proven. */
  @Column({ name: 'live_at', type: 'timestamptz', nullable: true })
  liveAt: Date | null;
}

export const bankingEntities = [ReceivingAccount];
