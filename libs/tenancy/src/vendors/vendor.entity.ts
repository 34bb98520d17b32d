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
  kind: VendorKind;

  @Column('text')
  name: string;

  /** Who signs for a business. */
  @Column('text', { name: 'represented_by', nullable: true })
  representedBy: string | null;

  /** As what they sign: chủ hộ, giám đốc. */
  @Column('text', { name: 'represented_as', nullable: true })
  representedAs: string | null;

  /** Sealed under a key outside the database; read only to call or to write. */
  @Column('bytea', { name: 'phone_sealed', nullable: true })
  phoneSealed: Buffer | null;

  @Column('text', { name: 'phone_last4', nullable: true })
  phoneLast4: string | null;

  /** A keyed hash that finds the whole number without opening any. */
  @Column('bytea', { name: 'phone_print', nullable: true })
  phonePrint: Buffer | null;

  @Column('bytea', { name: 'id_number_sealed', nullable: true })
  idNumberSealed: Buffer | null;

  @Column('text', { name: 'id_number_last4', nullable: true })
  idNumberLast4: string | null;

  @Column('bytea', { name: 'id_number_print', nullable: true })
  idNumberPrint: Buffer | null;

  @Column('bytea', { name: 'tax_code_sealed', nullable: true })
  taxCodeSealed: Buffer | null;

  @Column('text', { name: 'tax_code_last4', nullable: true })
  taxCodeLast4: string | null;

  @Column('bytea', { name: 'tax_code_print', nullable: true })
  taxCodePrint: Buffer | null;

  @Column('bytea', { name: 'address_sealed', nullable: true })
  addressSealed: Buffer | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;
}

/** A private person, a household business (hộ kinh doanh), or a company or co-operative. */
export const VENDOR_KINDS = ['person', 'household', 'company'] as const;
export type VendorKind = (typeof VENDOR_KINDS)[number];

/** What only the right `tenancy.personal` shows unmasked. */
export interface PersonalFacts {
  phone: string | null;
  idNumber: string | null;
  taxCode: string | null;
  address: string | null;
}

/** As people write them; what is not given stays, null is forgotten. */
export type PersonalFactsChange = Partial<PersonalFacts>;

/** What it takes to enter a vendor. */
export interface NewVendor extends PersonalFactsChange {
  id?: Id;
  boardId: Id;
  /** A private person when not given. */
  kind?: VendorKind;
  name: string;
  representedBy?: string | null;
  representedAs?: string | null;
}

export type VendorChange = Partial<Omit<NewVendor, 'id' | 'boardId'>>;
