import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Award, BillingCycle } from '../domain/lease-terms';

/** Hợp đồng dịch vụ sử dụng diện tích bán hàng: who may use a stall, from when until when. */
@Entity({ schema: 'tenancy', name: 'lease' })
export class Lease {
  @PrimaryColumn('uuid', { name: 'board_id' })
  boardId: Id;

  @PrimaryColumn('uuid')
  id: Id;

  @Column('uuid', { name: 'market_id' })
  marketId: Id;

  @Column('uuid', { name: 'stall_id' })
  stallId: Id;

  @Column('uuid', { name: 'vendor_id' })
  vendorId: Id;

  @Column('text')
  number: string;

  @Column('date', { name: 'valid_from' })
  validFrom: BusinessDate;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: BusinessDate | null;

  /** Who works the stall where it is not the holder; null: the holder. */
  @Column('uuid', { name: 'operator_id', nullable: true })
  operatorId: Id | null;

  /** Whom the bills are addressed to where it is not the holder; null: the holder. */
  @Column('uuid', { name: 'payer_id', nullable: true })
  payerId: Id | null;

  @Column('text', { nullable: true })
  award: Award | null;

  @Column('text', { name: 'award_number', nullable: true })
  awardNumber: string | null;

  @Column('date', { name: 'award_on', nullable: true })
  awardOn: BusinessDate | null;

  @Column('text', { name: 'price_class', nullable: true })
  priceClass: string | null;

  @Column('text', { name: 'billing_cycle' })
  billingCycle: BillingCycle;

  /** null: the market's. */
  @Column('smallint', { name: 'due_day', nullable: true })
  dueDay: number | null;

  /** null: the market's. */
  @Column('smallint', { name: 'grace_days', nullable: true })
  graceDays: number | null;

  /** The security deposit of the contract; what is held of it is billing's to say. */
  @Column('bigint', { name: 'deposit_agreed' })
  depositAgreed: Vnd;

  @Column('date', { name: 'signed_on', nullable: true })
  signedOn: BusinessDate | null;

  @Column('uuid', { name: 'renewed_from', nullable: true })
  renewedFrom: Id | null;

  @Column('uuid', { name: 'transferred_from', nullable: true })
  transferredFrom: Id | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;
}
