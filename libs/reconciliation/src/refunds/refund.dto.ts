import type { Id, Vnd } from '@cho40/kernel';
import { IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { REFUND_STEPS, type RefundStep } from './refund-steps.queries';
import { PAYOUTS, REFUND_STATES, type Payout, type RefundState } from './refunds.queries';

export class RefundReasonDto {
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsLine(3, 500)
  reason: string;
}

export class RefundWordsDto extends RefundReasonDto {
  @ApiProperty({ description: 'to whom, as the transfer will name them' })
  @IsLine(2, 200)
  payee: string;

  @ApiPropertyOptional({ enum: PAYOUTS, description: 'how it leaves; by the bank without it' })
  @IsOptional()
  @IsIn(PAYOUTS)
  payout?: Payout;
}

export class RefundCreditDto extends RefundWordsDto {
  @ApiProperty({ type: 'integer', description: 'đồng of the lease’s credit' })
  @IsInt()
  @Min(1)
  @Max(100_000_000_000)
  amount: Vnd;
}

export class PayRefundDto extends RefundReasonDto {
  @ApiProperty({ format: 'uuid', description: 'approved, of exactly the record’s amount' })
  @IsId()
  refundId: Id;
}

export class TieReversalDto extends RefundReasonDto {
  @ApiProperty({ format: 'uuid', description: 'the record that came in' })
  @IsId()
  originalId: Id;
}

export class RefundQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ enum: REFUND_STATES })
  @IsOptional()
  @IsIn(REFUND_STATES)
  state?: RefundState;

  @ApiPropertyOptional({ format: 'uuid', description: 'whose credit or deposit' })
  @IsOptional()
  @IsId()
  leaseId?: Id;

  @ApiPropertyOptional({ format: 'uuid', description: 'whose money it is, or which paid it' })
  @IsOptional()
  @IsId()
  recordId?: Id;
}

export class RefundDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ enum: REFUND_STATES })
  state: RefundState;

  @ApiProperty({ enum: PAYOUTS, description: 'by the bank, or in cash out of the safe' })
  payout: Payout;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'null without the right to payers’ data',
  })
  payee: string | null;

  @ApiProperty()
  reason: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'whose credit' })
  leaseId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'money of nobody' })
  recordId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'out of a deposit' })
  depositUseId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  marketId: string | null;

  @ApiProperty({ type: String, nullable: true })
  marketName: string | null;

  @ApiProperty({ type: String, nullable: true })
  stallCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  vendorName: string | null;

  @ApiProperty({ format: 'uuid' })
  proposedBy: string;

  @ApiProperty()
  proposedByName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  proposedAt: Date;

  @ApiProperty({ type: String, nullable: true })
  decidedByName: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  decisionReason: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'which paid it' })
  paidRecordId: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  paidOn: string | null;
}
export class RefundPageDto extends pageDto(RefundDto) {}

export class RefundStepDto {
  @ApiProperty({ enum: REFUND_STEPS })
  step: RefundStep;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the record it names' })
  recordId: string | null;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty()
  byName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;
}

export class RefundDetailDto extends RefundDto {
  @ApiProperty({ type: [RefundStepDto], description: 'what became of it, the first step first' })
  steps: RefundStepDto[];
}

export class PossibleOriginalDto {
  @ApiProperty({ format: 'uuid' })
  recordId: string;

  @ApiProperty({ type: String, format: 'date-time' })
  bookedAt: Date;

  @ApiProperty({ format: 'date' })
  bookedOn: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: String, nullable: true })
  reference: string | null;

  @ApiProperty({ enum: ['unmatched', 'matched'] })
  state: string;

  @ApiProperty({ type: String, nullable: true })
  marketName: string | null;

  @ApiProperty({ type: String, nullable: true })
  stallCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  vendorName: string | null;

  @ApiProperty({ description: 'the bank’s text names its reference' })
  isNamed: boolean;
}
