import type { BusinessDate, Id } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

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

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;
}

/** What it takes to sign a lease; its market and board are those of the stall. */
export interface NewLease {
  id?: Id;
  stallId: Id;
  vendorId: Id;
  /** Made when not given: `HD-<market>-0001`. */
  number?: string;
  validFrom: BusinessDate;
  validTo?: BusinessDate | null;
}
