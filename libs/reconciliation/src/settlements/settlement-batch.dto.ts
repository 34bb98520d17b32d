import type { Id } from '@cho40/kernel';
import { IsId, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { UndoMatchDto } from '../records/bank-record.dto';

export const BATCH_STATES = ['waiting', 'found', 'differs', 'proven'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

export class SettlementBatchQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  walletId?: Id;

  @ApiPropertyOptional({ enum: BATCH_STATES })
  @IsOptional()
  @IsIn(BATCH_STATES)
  state?: BatchState;
}

export class SettlementBatchDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ format: 'uuid' })
  walletId: string;

  @ApiProperty()
  walletName: string;

  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty()
  accountNumber: string;

  @ApiProperty({ description: 'the wallet’s number, or the day where it prints none' })
  number: string;

  @ApiProperty({ type: 'integer' })
  lines: number;

  @ApiProperty({ type: 'integer', description: 'đồng that payers paid' })
  gross: number;

  @ApiProperty({ type: 'integer', description: 'đồng the wallet gave back' })
  refunds: number;

  @ApiProperty({ type: 'integer', description: 'đồng the wallet keeps' })
  fees: number;

  @ApiProperty({ type: 'integer', description: 'đồng that the bank must show' })
  net: number;

  @ApiProperty({ format: 'date' })
  firstOn: string;

  @ApiProperty({ format: 'date' })
  lastOn: string;

  @ApiProperty({
    enum: BATCH_STATES,
    description:
      'waiting: no credit yet; found: records of its sum wait for a person; differs: a credit of the wallet came with another sum; proven',
  })
  state: BatchState;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'its credit' })
  recordId: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'of its credit' })
  bookedOn: string | null;

  @ApiProperty({ type: 'integer', description: 'lines that are payments' })
  matched: number;

  @ApiProperty({ type: 'integer', description: 'lines that wait for a person' })
  unmatched: number;

  @ApiProperty({ type: 'integer', description: 'rows that contradict what was told first' })
  conflicts: number;
}

export class SettlementBatchPageDto extends pageDto(SettlementBatchDto) {}

export class BatchCandidateDto {
  @ApiProperty({ format: 'uuid' })
  recordId: string;

  @ApiProperty({ type: String, format: 'date-time' })
  bookedAt: Date;

  @ApiProperty({ format: 'date' })
  bookedOn: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: 'integer', description: 'đồng; the record less the batch' })
  difference: number;

  @ApiProperty({ description: 'masked without the right to payers’ data' })
  content: string;

  @ApiProperty({ description: 'as the wallet’s credits look' })
  looksRight: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  since: Date;
}

export class BatchConflictDto {
  @ApiProperty()
  fileName: string;

  @ApiProperty({ type: 'integer' })
  rowNumber: number;

  @ApiProperty({ enum: ['differs', 'batchProven'] })
  why: 'differs' | 'batchProven';

  @ApiProperty()
  transactionId: string;

  @ApiProperty({ type: 'integer', description: 'đồng as the file says' })
  amount: number;

  @ApiProperty({ type: 'integer', description: 'đồng as the file says' })
  fee: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'đồng as it was told first' })
  standingAmount: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'đồng as it was told first' })
  standingFee: number | null;
}

export class BatchProofDto {
  @ApiProperty({ format: 'uuid' })
  recordId: string;

  @ApiProperty({ description: 'sum: the program, by looks and sum; else a person’s words' })
  reason: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: the program' })
  provenByName: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  provenAt: Date;

  @ApiProperty({ type: String, nullable: true })
  endedByName: string | null;

  @ApiProperty({ type: String, nullable: true })
  endReason: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: Date | null;
}

export class SettlementBatchDetailDto extends SettlementBatchDto {
  @ApiProperty({ type: [BatchCandidateDto], description: 'of a batch that is not proven' })
  candidates: BatchCandidateDto[];

  @ApiProperty({ type: [BatchConflictDto] })
  told: BatchConflictDto[];

  @ApiProperty({ type: [BatchProofDto], description: 'the newest first' })
  proofs: BatchProofDto[];
}

export class TieBatchDto extends UndoMatchDto {
  @ApiProperty({ format: 'uuid', description: 'the record that is its credit' })
  @IsId()
  recordId: Id;
}
