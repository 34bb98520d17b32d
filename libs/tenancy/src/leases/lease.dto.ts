import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { IsDay, IsId, IsLine, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { LEASE_ACTS, LEASE_STATES, type LeaseAct, type LeaseState } from '../domain/lease-state';
import {
  type Award,
  AWARDS,
  BILLING_CYCLES,
  type BillingCycle,
  type LeaseChange,
  type NewLease,
} from '../domain/lease-terms';

const NUMBER = /^[A-Z0-9Đ/.-]{3,40}$/;

class LeaseTermsDto {
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'null: holder',
  })
  @IsOptional()
  @IsId()
  operatorId?: Id | null;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'null: holder',
  })
  @IsOptional()
  @IsId()
  payerId?: Id | null;

  @ApiPropertyOptional({ enum: AWARDS, nullable: true, description: 'how the stall was given' })
  @IsOptional()
  @IsIn(AWARDS)
  award?: Award | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '15/QĐ-BQL' })
  @IsOptional()
  @IsLine(1, 60)
  awardNumber?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsDay()
  awardOn?: BusinessDate | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'as the decision names it' })
  @IsOptional()
  @IsLine(1, 40)
  priceClass?: string | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'null: the market’s' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(28)
  dueDay?: number | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'null: the market’s' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(60)
  graceDays?: number | null;

  @ApiPropertyOptional({ type: 'integer', default: 0, description: 'đồng' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000_000_000)
  depositAgreed?: Vnd;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsDay()
  signedOn?: BusinessDate | null;
}

class SignedTermsDto extends LeaseTermsDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiPropertyOptional({ example: 'HD-DONGVAN-0001' })
  @IsOptional()
  @Matches(NUMBER)
  number?: string;

  @ApiPropertyOptional({ enum: BILLING_CYCLES, default: 'month' })
  @IsOptional()
  @IsIn(BILLING_CYCLES)
  billingCycle?: BillingCycle;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsDay()
  validTo?: BusinessDate | null;
}

export class NewLeaseDto extends SignedTermsDto implements NewLease {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  stallId: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  vendorId: Id;

  @ApiProperty({ format: 'date' })
  @IsDay()
  validFrom: BusinessDate;
}

/** What is not given stays as it was agreed. */
export class RenewalDto extends SignedTermsDto {}

/** What is not given stays. */
export class LeaseChangeDto extends PartialType(LeaseTermsDto) implements LeaseChange {}

export class LeaseDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty()
  number: string;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ format: 'uuid' })
  stallId: Id;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  zoneName: string;

  @ApiProperty({ format: 'uuid', description: 'who holds it' })
  vendorId: Id;

  @ApiProperty()
  vendorName: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: the holder' })
  operatorId: Id | null;

  @ApiProperty({ type: String, nullable: true })
  operatorName: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: the holder' })
  payerId: Id | null;

  @ApiProperty({ type: String, nullable: true })
  payerName: string | null;

  @ApiProperty({ format: 'date' })
  validFrom: BusinessDate;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validTo: BusinessDate | null;

  @ApiProperty({ enum: LEASE_STATES, description: 'as it stands today' })
  state: LeaseState;

  @ApiProperty({ enum: LEASE_ACTS, isArray: true, description: 'what may be done with it today' })
  acts: LeaseAct[];

  @ApiProperty({ enum: AWARDS, nullable: true })
  award: Award | null;

  @ApiProperty({ type: String, nullable: true })
  awardNumber: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  awardOn: BusinessDate | null;

  @ApiProperty({ type: String, nullable: true })
  priceClass: string | null;

  @ApiProperty({ enum: BILLING_CYCLES })
  billingCycle: BillingCycle;

  @ApiProperty({ type: 'integer', nullable: true, description: 'null: the market’s' })
  dueDay: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'null: the market’s' })
  graceDays: number | null;

  @ApiProperty({ type: 'integer', description: 'đồng; what is held of it, billing says' })
  depositAgreed: Vnd;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  signedOn: BusinessDate | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'which it continues' })
  renewedFrom: Id | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'which continues it' })
  renewedBy: Id | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'whose debt it left' })
  transferredFrom: Id | null;

  @ApiProperty({ enum: ['terminated', 'transferred'], nullable: true })
  endedAs: 'terminated' | 'transferred' | null;

  @ApiProperty({ type: String, nullable: true })
  endedReason: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'the number of the paper that ended it',
  })
  endedBy: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'before it was cut' })
  agreedTo: BusinessDate | null;

  @ApiProperty({ description: 'a transfer waits for a second person' })
  hasOpenTransfer: boolean;
}

export class LeasePageDto extends pageDto(LeaseDto) {}
