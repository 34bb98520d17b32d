import type { Id } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Đơn vị quản lý chợ: the tenant. */
@Entity({ schema: 'markets', name: 'board' })
export class Board {
  @PrimaryColumn('uuid')
  id: Id;

  @Column('text')
  name: string;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;
}
