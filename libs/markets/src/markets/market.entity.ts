import type { BusinessDate, Id } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Construction, MarketClass } from '../domain/market-class';

export const TRANSFER_POLICIES = ['forbidden', 'by-procedure', 'free'] as const;
export type TransferPolicy = (typeof TRANSFER_POLICIES)[number];

@Entity({ schema: 'markets', name: 'market' })
export class Market {
  @PrimaryColumn('uuid', { name: 'board_id' })
  boardId: Id;

  @PrimaryColumn('uuid')
  id: Id;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('smallint', { name: 'declared_class' })
  declaredClass: MarketClass;

  @Column('text')
  construction: Construction;

  @Column('text')
  meets: 'daily' | 'market-days';

  @Column('text', { name: 'former_district_id', nullable: true })
  formerDistrictId: string | null;

  @Column('smallint', { name: 'due_day' })
  dueDay: number;

  @Column('smallint', { name: 'grace_days' })
  graceDays: number;

  @Column('date', { name: 'opened_on' })
  openedOn: BusinessDate;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: BusinessDate | null;

  /** The named group of markets under which a decision prices this one. */
  @Column('text', { name: 'tariff_group', nullable: true })
  tariffGroup: string | null;

  /** May a vendor hand the stall on: never, by the board's procedure, or freely. */
  @Column('text', { name: 'transfer_policy' })
  transferPolicy: TransferPolicy;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;
}

/** What it takes to make a market. */
export interface NewMarket {
  id?: Id;
  boardId: Id;
  code: string;
  name: string;
  declaredClass: MarketClass;
  construction: Construction;
  meets: 'daily' | 'market-days';
  formerDistrictId?: string | null;
  /** The commune of today; earlier ones are entered by `setCommune`. */
  communeId?: string;
  dueDay?: number;
  graceDays?: number;
  tariffGroup?: string | null;
  transferPolicy?: TransferPolicy;
  openedOn: BusinessDate;
}

/** What may be corrected later; the code stands on paper and stays. */
export type MarketChange = Partial<Omit<NewMarket, 'id' | 'boardId' | 'code' | 'communeId'>>;
