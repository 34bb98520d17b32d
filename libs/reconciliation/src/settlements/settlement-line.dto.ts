import type { Id } from '@cho40/kernel';
import { IsId, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { LINE_REASONS, type LineReason } from '../domain/decide';
import { CreditedLeaseDto } from '../records/credited.dto';

/** waiting: its batch is not proven; refund: it takes money away. */
export const LINE_STATES = ['waiting', 'unmatched', 'matched', 'refunded', 'refund'] as const;
export type LineState = (typeof LINE_STATES)[number];

export class SettlementLineQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  batchId?: Id;

  @ApiPropertyOptional({ enum: LINE_STATES })
  @IsOptional()
  @IsIn(LINE_STATES)
  state?: LineState;
}

export class SettlementLineDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ format: 'uuid' })
  batchId: string;

  @ApiProperty()
  walletName: string;

  @ApiProperty({ type: 'integer', description: 'the row of the file that told it first' })
  rowNumber: number;

  @ApiProperty()
  transactionId: string;

  @ApiProperty({ enum: ['payment', 'refund'] })
  kind: 'payment' | 'refund';

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: 'integer', description: 'đồng the wallet keeps' })
  fee: number;

  @ApiProperty({ type: 'integer', description: 'đồng it brings to its batch' })
  net: number;

  @ApiProperty({ type: String, format: 'date-time', description: 'the payer’s act' })
  paidAt: Date;

  @ApiProperty({ description: 'masked without the right to payers’ data: its codes only' })
  content: string;

  @ApiProperty({ type: String, nullable: true, description: 'what a refund gives back' })
  originalId: string | null;

  @ApiProperty({ enum: LINE_STATES })
  state: LineState;

  @ApiProperty({ enum: LINE_REASONS, nullable: true })
  reason: LineReason | null;

  @ApiProperty({ type: String, nullable: true, description: 'null: the rule' })
  decidedByName: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'since when it stands so; hand it back with a decision',
  })
  since: Date | null;

  @ApiProperty({ type: CreditedLeaseDto, nullable: true })
  credited: CreditedLeaseDto | null;
}

export class SettlementLinePageDto extends pageDto(SettlementLineDto) {}
