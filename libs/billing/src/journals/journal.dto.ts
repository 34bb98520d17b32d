import type { BusinessDate, Id, Month } from '@cho40/kernel';
import { ExplainedDto } from '@cho40/ledger';
import { IsId, IsMonth, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Matches, ValidateNested } from 'class-validator';

export class JournalQueryDto extends ListQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiProperty({ example: '2026-10', description: 'in which the ledger booked it' })
  @IsMonth()
  month: Month;
}

export class JournalEntryDto extends ExplainedDto {
  @ApiProperty({ type: String, format: 'date' })
  on: BusinessDate;

  @ApiProperty({ description: 'the fact: `bill:<id>:1`' })
  key: string;

  @ApiProperty({ description: 'in the board’s chart of accounts' })
  debitNumber: string;

  @ApiProperty()
  creditNumber: string;

  @ApiProperty({ description: 'in the ledger' })
  debit: string;

  @ApiProperty()
  credit: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: String, nullable: true, description: 'stall and payer, of a receivable' })
  party: string | null;
}

export class JournalPageDto extends pageDto(JournalEntryDto) {}

export class JournalAccountDto {
  @ApiProperty({ example: 'revenue', description: 'the first segments of a ledger account' })
  path: string;

  @ApiProperty({ example: '511' })
  number: string;

  @ApiProperty({ type: String, nullable: true, description: 'what it is without the board’s own' })
  usual: string | null;
}

export class JournalAccountChangeDto {
  @ApiProperty({ example: 'revenue/electricity' })
  @Matches(/^[a-z][a-z0-9-]*(\/[a-z0-9-]+){0,2}$/)
  path: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: the usual number again' })
  @IsOptional()
  @Matches(/^[0-9]{3,10}$/)
  number: string | null = null;
}

export class JournalAccountsChangeDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiProperty({ type: [JournalAccountChangeDto] })
  @ValidateNested({ each: true })
  @Type(() => JournalAccountChangeDto)
  @ArrayMaxSize(100)
  accounts: JournalAccountChangeDto[];
}

export class JournalAccountQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;
}
