import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Carrier, PriceFactors, TariffUnit } from '../domain/tariff';

/** What a market charges for a fee type from a day on, after a decision. */
@Entity({ schema: 'tariffs', name: 'tariff' })
export class Tariff implements PriceFactors {
  @PrimaryColumn('uuid', { name: 'board_id' })
  boardId: Id;

  @PrimaryColumn('uuid')
  id: Id;

  @Column('uuid', { name: 'market_id' })
  marketId: Id;

  @Column('uuid', { name: 'decision_id' })
  decisionId: Id;

  @Column('smallint', { name: 'decision_line' })
  decisionLine: number;

  /** The price of that line, which it may not pass. */
  @Column('bigint')
  ceiling: Vnd;

  @Column('boolean', { name: 'is_roofed', nullable: true })
  isRoofed: boolean | null;

  @Column('smallint', { name: 'open_sides', nullable: true })
  openSides: number | null;

  @Column('boolean', { name: 'is_corner', nullable: true })
  isCorner: boolean | null;

  @Column('smallint', { name: 'row_grade', nullable: true })
  rowGrade: number | null;

  @Column('text', { name: 'goods_group', nullable: true })
  goodsGroup: string | null;

  @Column('text', { nullable: true })
  carrier: Carrier | null;

  @Column('text', { name: 'price_class', nullable: true })
  priceClass: string | null;

  @Column('integer', { name: 'tier_from' })
  tierFrom: number;

  @Column('smallint', { name: 'tax_percent', nullable: true })
  taxPercent: number | null;

  @Column('boolean', { name: 'is_pass_through' })
  isPassThrough: boolean;

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

/** What it takes to draft a price: a line of a decision, or of a part of what the line names. */
export interface NewTariff extends Partial<PriceFactors> {
  id?: Id;
  decisionId: Id;
  decisionLine: number;
  /** đồng with VAT, as decisions quote them; at most the line's. */
  price: number;
  validFrom: BusinessDate;
  /** VAT within the price; left out: not taxed. */
  taxPercent?: number | null;
  /** Collected for somebody else; left out: the board's own. */
  isPassThrough?: boolean;
}
