import type { Id } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Tiểu thương. */
@Entity({ schema: 'tenancy', name: 'vendor' })
export class Vendor {
  @PrimaryColumn('uuid', { name: 'board_id' })
  boardId: Id;

  @PrimaryColumn('uuid')
  id: Id;

  @Column('text')
  name: string;

  /** Sealed under a key outside the database; read only to call or to write. */
  @Column('bytea', { name: 'phone_sealed', nullable: true })
  phoneSealed: Buffer | null;

  @Column('text', { name: 'phone_last4', nullable: true })
  phoneLast4: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;
}

/** What it takes to enter a vendor. */
export interface NewVendor {
  id?: Id;
  boardId: Id;
  name: string;
  phone?: string;
}

/** `phone: null` forgets the number. */
export interface VendorChange {
  name?: string;
  phone?: string | null;
}
