import type { BusinessDate, Id } from '@cho40/kernel';
import { IsListFormat, type ListFormat } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';

export class TrialBalanceQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  boardId: Id;

  @ApiPropertyOptional({ format: 'date', description: 'the end of this day; now without it' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  on?: BusinessDate;

  @ApiPropertyOptional({
    description: 'opens a group: `receivable` shows every lease; without it each group is one row',
  })
  @IsOptional()
  @Matches(/^[a-z]+(-[a-z]+)*$/)
  group?: string;

  @IsListFormat()
  format?: ListFormat;
}

export class TrialBalanceRowDto {
  @ApiProperty({ description: 'a group of accounts, or one account of the opened group' })
  account: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  debits: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  credits: number;

  @ApiProperty({ type: 'integer', description: 'đồng; debits − credits' })
  balance: number;
}

export class TrialBalanceDto {
  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  on: string | null;

  @ApiProperty({ type: [TrialBalanceRowDto] })
  rows: TrialBalanceRowDto[];

  @ApiProperty({ type: 'integer', description: 'đồng; of a whole board they equal the credits' })
  debits: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  credits: number;
}
