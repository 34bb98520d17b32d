import type { BusinessDate, Id } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Food safety, business registration, fire training, health check, or what its title says. */
export const CERTIFICATE_KINDS = [
  'food-safety',
  'business-registration',
  'fire-training',
  'health',
  'other',
] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

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
  kind: CertificateKind;

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

/** What it takes to enter a certificate. */
export interface NewCertificate {
  id?: Id;
  vendorId: Id;
  kind: CertificateKind;
  /** Needed where the kind is `other`. */
  title?: string | null;
  number: string;
  issuer: string;
  issuedOn: BusinessDate;
  expiresOn?: BusinessDate | null;
}

/** What is not given stays; a day of withdrawal where it was taken back or entered in error. */
export type CertificateChange = Partial<Omit<NewCertificate, 'id' | 'vendorId' | 'kind'>> & {
  withdrawnOn?: BusinessDate | null;
};
