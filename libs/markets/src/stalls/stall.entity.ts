import type { Id } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const STALL_STATES = ['trading', 'vacant', 'suspended'] as const;
export type StallState = (typeof STALL_STATES)[number];

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

  @Column('smallint', { name: 'open_sides' })
  openSides: number;

  @Column('boolean', { name: 'is_roofed' })
  isRoofed: boolean;

  @Column('text', { name: 'goods_group' })
  goodsGroup: string;

  @Column('text')
  state: StallState;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;
}

/** What it takes to make a stall. */
export interface NewStall {
  id?: Id;
  zoneId: Id;
  code: string;
  areaM2: number;
  openSides?: number;
  isRoofed?: boolean;
  goodsGroup: string;
  state?: StallState;
}

export type StallChange = Partial<Omit<NewStall, 'id'>>;
