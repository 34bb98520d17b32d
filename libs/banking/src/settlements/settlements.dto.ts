import type { Id } from '@cho40/kernel';
import { IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { CONFLICTS, type ConflictKind } from '../domain/settlement/plan-lines';

export class NewWalletDto {
  @ApiProperty({ format: 'uuid', description: 'the receiving account its batches are paid into' })
  @IsId()
  accountId: Id;

  @ApiProperty({ example: 'MoMo' })
  @IsLine(2, 60)
  name: string;

  @ApiPropertyOptional({ description: 'what stands in the bank’s text of every batch' })
  @IsOptional()
  @IsLine(4, 100)
  words?: string;

  @ApiPropertyOptional({ description: 'the account of the wallet’s company they come from' })
  @IsOptional()
  @IsLine(4, 50)
  counterAccount?: string;
}

export class WalletDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty()
  bin: string;

  @ApiProperty()
  accountNumber: string;

  @ApiProperty({ type: String, nullable: true })
  words: string | null;

  @ApiProperty({ type: String, nullable: true })
  counterAccount: string | null;

  @ApiProperty()
  createdByName: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: Date | null;
}

export class WalletQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  boardId?: Id;
}

export class ReportUploadDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'XLSX or CSV, up to 10 MB' })
  @IsOptional()
  file?: unknown;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  walletId: Id;
}

export class ReportConflictDto {
  @ApiProperty({ type: 'integer', description: 'the row of the file' })
  rowNumber: number;

  @ApiProperty()
  transactionId: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({
    enum: CONFLICTS,
    description: 'differs: told otherwise before; batchProven: its batch was proven without it',
  })
  why: ConflictKind;
}

export class ReportedBatchDto {
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
}

export class ReportImportDto {
  @ApiProperty({ format: 'uuid' })
  walletId: string;

  @ApiProperty()
  walletName: string;

  @ApiProperty({ description: 'named: its names were known; else the layout mapped by hand' })
  layout: string;

  @ApiProperty({ type: 'integer' })
  lineCount: number;

  @ApiProperty({ type: 'integer', description: 'not told before' })
  newCount: number;

  @ApiProperty({ type: 'integer', description: 'told before, just so' })
  knownCount: number;

  @ApiProperty({ type: 'integer', description: 'transactions that did not succeed' })
  skippedCount: number;

  @ApiProperty({ type: [ReportConflictDto] })
  conflicts: ReportConflictDto[];

  @ApiProperty({ type: [ReportedBatchDto] })
  batches: ReportedBatchDto[];

  @ApiProperty({ description: 'the same file was imported before' })
  isImported: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: a preview' })
  fileId: string | null;
}

export class SettlementFileQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  walletId?: Id;
}

export class SettlementFileDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ format: 'uuid' })
  walletId: string;

  @ApiProperty()
  walletName: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ description: 'SHA-256 of the file, in hex' })
  sha256: string;

  @ApiProperty()
  layout: string;

  @ApiProperty({ type: 'integer' })
  lineCount: number;

  @ApiProperty({ type: 'integer' })
  skippedCount: number;

  @ApiProperty({ type: 'integer' })
  conflictCount: number;

  @ApiProperty()
  importedByName: string;

  @ApiProperty({ format: 'date-time' })
  importedAt: Date;
}

export class SettlementFilePageDto extends pageDto(SettlementFileDto) {}
