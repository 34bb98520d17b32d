import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
} from 'class-validator';
import type { Fit } from '../domain/claim-candidates';
import { BankRecordDto } from '../records/bank-record.dto';
import { CHANNELS, CLAIM_STATES, type Channel, type ClaimState } from './claims.queries';

export class ClaimQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ enum: CLAIM_STATES })
  @IsOptional()
  @IsIn(CLAIM_STATES)
  state?: ClaimState;

  @ApiPropertyOptional({ description: 'open, and longer than promised' })
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  overdue?: boolean;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  leaseId?: Id;
}

export class MakeClaimDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'a lease or a ticket, not both' })
  @IsOptional()
  @IsId()
  leaseId?: Id;

  @ApiPropertyOptional({ format: 'uuid', description: 'a ticket that waits for its money' })
  @IsOptional()
  @IsId()
  ticketId?: Id;

  @ApiProperty({ type: 'integer', description: 'đồng, exactly as it was sent', minimum: 1000 })
  @IsInt()
  @Min(1000)
  @Max(1_000_000_000_000)
  amount: Vnd;

  @ApiProperty({ type: String, format: 'date-time', description: 'as far as it is remembered' })
  @Type(() => Date)
  @IsDate()
  paidAt: Date;

  @ApiProperty({ minLength: 2, maxLength: 100, description: 'who says so' })
  @IsLine(2, 100)
  toldBy: string;

  @ApiProperty({ enum: ['desk', 'phone'] })
  @IsIn(['desk', 'phone'])
  channel: Exclude<Channel, 'app' | 'shift'>;

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsLine(1, 500)
  note?: string;
}

export class RefuseClaimDto {
  @ApiProperty({ minLength: 3, maxLength: 500, description: 'what the payer is told' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class FindClaimDto extends RefuseClaimDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  recordId: Id;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'as of the record' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  since?: Date;
}

export class ClaimDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: a ticket' })
  leaseId: string | null;

  @ApiProperty()
  marketName: string;

  @ApiProperty({ type: String, nullable: true })
  stallCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  vendorName: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ticketId: string | null;

  @ApiProperty({ type: String, nullable: true })
  ticketNumber: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'đồng that the ticket costs' })
  ticketAmount: number | null;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: String, format: 'date-time' })
  paidAt: Date;

  @ApiProperty()
  toldBy: string;

  @ApiProperty({ enum: CHANNELS })
  channel: Channel;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'null: the vendor’s own page' })
  madeByName: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  madeAt: Date;

  @ApiProperty({ type: String, format: 'date', description: 'the last day to answer' })
  dueOn: BusinessDate;

  @ApiProperty()
  isOverdue: boolean;

  @ApiProperty({ enum: CLAIM_STATES })
  state: ClaimState;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  recordId: string | null;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiProperty({ type: String, nullable: true })
  decidedByName: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: Date | null;
}
export class ClaimPageDto extends pageDto(ClaimDto) {}

export class ClaimCandidateDto {
  @ApiProperty({ enum: ['free', 'yours', 'elsewhere'] })
  fit: Fit;

  @ApiProperty({ type: 'integer', description: 'from the time that is remembered' })
  minutesApart: number;

  @ApiProperty({ type: 'integer', description: 'other records that say as much for themselves' })
  tiedWith: number;

  @ApiProperty({ type: BankRecordDto })
  record: BankRecordDto;
}

export class ClaimDetailDto extends ClaimDto {
  @ApiProperty({ type: [ClaimCandidateDto], description: 'same sum, booked around that time' })
  candidates: ClaimCandidateDto[];
}
