import type { BusinessDate, Id } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StallSize, StallState } from '../domain/stall';

/** Điểm kinh doanh: sạp, quầy, ki-ốt. */
@Entity({ schema: 'markets', name: 'stall' })
export class Stall {
  @PrimaryColumn('uuid', { name: 'board_id' })
  boardId: Id;

  @PrimaryColumn('uuid')
  id: Id;

  @Column('uuid', { name: 'market_id' })
  marketId: Id;

  @Column('uuid', { name: 'zone_id' })
  zoneId: Id;

  @Column('text')
  code: string;

  @Column('numeric', { name: 'area_m2', precision: 8, scale: 2 })
  areaM2: number;

  @Column('numeric', { name: 'length_m', precision: 6, scale: 2, nullable: true })
  lengthM: number | null;

  @Column('numeric', { name: 'width_m', precision: 6, scale: 2, nullable: true })
  widthM: number | null;

  @Column('smallint', { name: 'open_sides' })
  openSides: number;

  @Column('boolean', { name: 'is_corner' })
  isCorner: boolean;

  @Column('smallint', { name: 'row_grade', nullable: true })
  rowGrade: number | null;

  @Column('boolean', { name: 'is_roofed' })
  isRoofed: boolean;

  @Column('text', { name: 'goods_group' })
  goodsGroup: string;

  @Column('text', { name: 'other_goods_groups', array: true })
  otherGoodsGroups: string[];

  @Column('text', { name: 'small_area_reason', nullable: true })
  smallAreaReason: string | null;

  @Column('smallint', { name: 'grid_row', nullable: true })
  gridRow: number | null;

  @Column('smallint', { name: 'grid_column', nullable: true })
  gridColumn: number | null;

  /** Its last one; written by the history of states alone. */
  @Column({ type: 'text', insert: false, update: false })
  state: StallState;

  @Column({ type: 'date', name: 'valid_from', update: false })
  validFrom: BusinessDate;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: BusinessDate | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;
}

/** What it takes to make a stall. */
export interface NewStall extends StallSize {
  id?: Id;
  zoneId: Id;
  code: string;
  openSides?: number;
  isCorner?: boolean;
  rowGrade?: number | null;
  isRoofed?: boolean;
  goodsGroup: string;
  otherGoodsGroups?: string[];
  state?: StallState;
  /** The first day on which it stands; else the market's first day. */
  validFrom?: BusinessDate;
}

export type StallChange = Partial<Omit<NewStall, 'id' | 'state' | 'validFrom'>>;
