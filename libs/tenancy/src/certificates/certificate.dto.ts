import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import {
  CERTIFICATE_KINDS,
  type CertificateChange,
  type CertificateKind,
  type NewCertificate,
} from './certificate.entity';

/** `replaced`: the vendor has a newer one of the kind; `soon`: it expires within 30 days. */
export const CERTIFICATE_STATES = ['valid', 'soon', 'expired', 'replaced', 'withdrawn'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];
const SORTS = ['expiresOn', '-expiresOn', 'vendorName', '-vendorName', 'kind'] as const;

export class CertificateQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  boardId?: Id;

  @ApiPropertyOptional({ format: 'uuid', description: 'of vendors who have a stall there today' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  vendorId?: Id;

  @ApiPropertyOptional({ enum: CERTIFICATE_KINDS })
  @IsOptional()
  @IsIn(CERTIFICATE_KINDS)
  kind?: CertificateKind;

  @ApiPropertyOptional({ enum: CERTIFICATE_STATES })
  @IsOptional()
  @IsIn(CERTIFICATE_STATES)
  state?: CertificateState;

  @ApiPropertyOptional({ enum: SORTS, default: 'expiresOn' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

class CertificateFactsDto {
  @ApiPropertyOptional({ type: String, nullable: true, description: 'of a kind `other`: needed' })
  @IsOptional()
  @IsLine(2, 200)
  title?: string | null;

  @ApiProperty({ example: '123/2026/ATTP-CNĐK' })
  @IsLine(1, 60)
  number: string;

  @ApiProperty()
  @IsLine(2, 200)
  issuer: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  issuedOn: BusinessDate;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, description: 'null: never' })
  @IsOptional()
  @IsDay()
  expiresOn?: BusinessDate | null;
}

export class NewCertificateDto extends CertificateFactsDto implements NewCertificate {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  vendorId: Id;

  @ApiProperty({ enum: CERTIFICATE_KINDS })
  @IsIn(CERTIFICATE_KINDS)
  kind: CertificateKind;
}

/** What is not given stays. One that was taken back, or entered in error, has a day of withdrawal. */
export class CertificateChangeDto
  extends PartialType(CertificateFactsDto)
  implements CertificateChange
{
  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsDay()
  withdrawnOn?: BusinessDate | null;
}

export class CertificateDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  vendorId: Id;

  @ApiProperty()
  vendorName: string;

  @ApiProperty({ enum: CERTIFICATE_KINDS })
  kind: CertificateKind;

  @ApiProperty({ type: String, nullable: true })
  title: string | null;

  @ApiProperty()
  number: string;

  @ApiProperty()
  issuer: string;

  @ApiProperty({ format: 'date' })
  issuedOn: BusinessDate;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  expiresOn: BusinessDate | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  withdrawnOn: BusinessDate | null;

  @ApiProperty({ enum: CERTIFICATE_STATES, description: 'as it stands today' })
  state: CertificateState;
}

export class CertificatePageDto extends pageDto(CertificateDto) {}
