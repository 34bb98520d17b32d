import type { Id } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who signs in; no board's, since one may work for several. */
@Entity({ schema: 'identity', name: 'app_user' })
export class AppUser {
  @PrimaryColumn('uuid')
  id: Id;

  @Column('text')
  username: string;

  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('text')
  locale: 'vi' | 'en';

  /** Moves on when roles or password change, and with that ends every session. */
  @Column('integer', { name: 'rights_version' })
  rightsVersion: number;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
