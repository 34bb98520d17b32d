import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TariffUnit } from '../domain/tariff';

/** What a market charges for a fee type from a day on, after a decision. */
@Entity({ schema: 'tariffs', name: 'tariff' })
export class Tariff {
  @PrimaryColumn('uuid', { name: 'board_id' })
  boardId: Id;

  @PrimaryColumn('uuid')
  id: Id;

  @Column('uuid', { name: 'market_id' })
  marketId: Id;

  @Column('uuid', { name: 'decision_id' })
  decisionId: Id;

  @Column('text', { name: 'fee_type' })
  feeType: string;

  @Column('text')
  unit: TariffUnit;

  @Column('bigint')
  price: Vnd;

  @Column('date', { name: 'valid_from' })
  validFrom: BusinessDate;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: BusinessDate | null;

  @Column('uuid', { name: 'created_by' })
  createdBy: Id;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy: Id | null;

  @Column({ type: 'timestamptz', name: 'approved_at', nullable: true })
  approvedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;
}

/** What it takes to draft a price. */
export interface NewTariff {
  id?: Id;
  decisionId: Id;
  feeType: string;
  unit: TariffUnit;
  /** đồng with VAT, as decisions quote them. */
  price: number;
  validFrom: BusinessDate;
}
