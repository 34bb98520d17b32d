import type { Id } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Khu, dãy: a part of a market, perhaps inside another. */
@Entity({ schema: 'markets', name: 'zone' })
export class Zone {
  @PrimaryColumn('uuid', { name: 'board_id' })
  boardId: Id;

  @PrimaryColumn('uuid')
  id: Id;

  @Column('uuid', { name: 'market_id' })
  marketId: Id;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: Id | null;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('integer', { name: 'walking_order' })
  walkingOrder: number;
}

/** What it takes to make a zone; its parent may be made in the same go. */
export interface NewZone {
  id?: Id;
  parentId?: Id | null;
  code: string;
  name: string;
  walkingOrder?: number;
}

export type ZoneChange = Partial<Omit<NewZone, 'id'>>;
