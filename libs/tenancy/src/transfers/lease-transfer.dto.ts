import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { NewTransfer, TransferDecision } from './lease-transfers.service';

/** What becomes of a transfer: it waits for a second person, or was decided on, or was free. */
export const TRANSFER_STATES = ['waiting', 'done', 'refused'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];
const SORTS = ['from', '-from'] as const;

export class TransferQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  leaseId?: Id;

  @ApiPropertyOptional({ enum: TRANSFER_STATES })
  @IsOptional()
  @IsIn(TRANSFER_STATES)
  state?: TransferState;

  @ApiPropertyOptional({ enum: SORTS, default: '-from' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

export class NewTransferDto implements NewTransfer {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty({ format: 'uuid', description: 'who takes the stall over' })
  @IsId()
  vendorId: Id;

  @ApiProperty({ format: 'date', description: 'the new holder’s first day' })
  @IsDay()
  from: BusinessDate;

  @ApiProperty()
  @IsLine(3, 500)
  reason: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'needed by procedure' })
  @IsOptional()
  @IsLine(1, 60)
  documentNumber?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsDay()
  documentOn?: BusinessDate | null;
}

export class TransferDecisionDto implements TransferDecision {
  @ApiProperty({ enum: ['approved', 'refused'] })
  @IsIn(['approved', 'refused'])
  decision: 'approved' | 'refused';

  @ApiPropertyOptional({ type: String, nullable: true, description: 'why it is refused' })
  @IsOptional()
  @IsLine(3, 500)
  reason?: string | null;

  @ApiPropertyOptional({ description: 'of the new lease; the market’s next without it' })
  @IsOptional()
  @Matches(/^[A-Z0-9Đ/.-]{3,40}$/)
  number?: string;
}

export class TransferDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  leaseId: Id;

  @ApiProperty()
  leaseNumber: string;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty()
  stallCode: string;

  @ApiProperty({ description: 'who gives the stall up' })
  holderName: string;

  @ApiProperty({ format: 'uuid' })
  vendorId: Id;

  @ApiProperty({ description: 'who takes it over' })
  vendorName: string;

  @ApiProperty({ format: 'date' })
  from: BusinessDate;

  @ApiProperty({ enum: ['by-procedure', 'free'], description: 'as the market allowed it then' })
  policy: 'by-procedure' | 'free';

  @ApiProperty()
  reason: string;

  @ApiProperty({ type: String, nullable: true })
  documentNumber: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  documentOn: BusinessDate | null;

  @ApiProperty({ enum: TRANSFER_STATES })
  state: TransferState;

  @ApiProperty({ format: 'uuid' })
  createdBy: Id;

  @ApiProperty({ type: String, nullable: true })
  createdByName: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  decidedBy: Id | null;

  @ApiProperty({ type: String, nullable: true })
  decidedByName: string | null;

  @ApiProperty({ type: String, nullable: true })
  decisionReason: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  newLeaseId: Id | null;
}

export class TransferPageDto extends pageDto(TransferDto) {}
