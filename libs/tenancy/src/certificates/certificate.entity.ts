import type { BusinessDate, Id } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A paper that a vendor must have, or has: an toàn thực phẩm, đăng ký kinh doanh, phòng cháy. */
@Entity({ schema: 'tenancy', name: 'certificate' })
export class Certificate {
  @PrimaryColumn('uuid', { name: 'board_id' })
  boardId: Id;

  @PrimaryColumn('uuid')
  id: Id;

  @Column('uuid', { name: 'vendor_id' })
  vendorId: Id;

  @Column('text')
  kind: string;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('text')
  number: string;

  @Column('text')
  issuer: string;

  @Column('date', { name: 'issued_on' })
  issuedOn: BusinessDate;

  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn: BusinessDate | null;

  @Column('date', { name: 'withdrawn_on', nullable: true })
  withdrawnOn: BusinessDate | null;
}
