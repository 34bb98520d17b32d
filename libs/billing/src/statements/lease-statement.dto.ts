import type { BusinessDate, Id, Month } from '@cho40/kernel';
import { IsDay, ListQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

export class LeaseStatementQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ type: String, format: 'date', description: 'today without it' })
  @IsOptional()
  @IsDay()
  asOf?: BusinessDate;
}

export class StatementEntryDto {
  @ApiProperty({ type: String, format: 'date' })
  on: BusinessDate;

  @ApiProperty({ enum: ['billed', 'paid', 'relieved', 'other'] })
  kind: string;

  @ApiProperty({ description: 'takes back an earlier entry' })
  isUndo: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'of the bill' })
  code: string | null;

  @ApiProperty({ type: String, nullable: true, example: '2026-10' })
  period: Month | null;

  @ApiProperty()
  reason: string;

  @ApiProperty({ type: 'integer', description: 'đồng; raises what is owed' })
  debit: number;

  @ApiProperty({ type: 'integer', description: 'đồng; lowers it' })
  credit: number;

  @ApiProperty({ type: 'integer', description: 'đồng; after this entry' })
  balance: number;

  @ApiProperty({ description: 'what the entry is, in Vietnamese' })
  words: string;
}

export class LeaseStatementDto {
  @ApiProperty({ format: 'uuid' })
  leaseId: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ type: String, format: 'date' })
  asOf: BusinessDate;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  payerName: string;

  @ApiProperty()
  leaseNumber: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  billed: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  paid: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  relieved: number;

  @ApiProperty({ type: 'integer', description: 'đồng; refunds and the like' })
  other: number;

  @ApiProperty({ type: 'integer', description: 'đồng; owed when positive' })
  balance: number;

  @ApiProperty({ type: [StatementEntryDto] })
  items: StatementEntryDto[];
}
