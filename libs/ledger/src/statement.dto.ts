import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, IsListFormat, type ListFormat, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { type Act, ACTS } from './domain/act';

export class AccountStatementQueryDto extends ListQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiProperty({ description: 'a whole path (`receivable/<lease>`) or a group (`receivable`)' })
  @Matches(/^[a-z]+(-[a-z]+)*(\/[A-Za-z0-9-]+){0,2}$/)
  account: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  from: BusinessDate;

  @ApiProperty({ format: 'date' })
  @IsDay()
  to: BusinessDate;
}

/** What a transfer did, as far as its accounts tell. */
export class ExplainedDto {
  @ApiProperty({ enum: ACTS, enumName: 'LedgerAct' })
  act: Act;

  @ApiProperty({ description: 'goes the act’s way back' })
  isReversal: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'a document, or somebody’s words' })
  reason: string | null;
}

export class AccountMovementDto extends ExplainedDto {
  @ApiProperty({ description: 'which fact it posts' })
  key: string;

  @ApiProperty({ format: 'date' })
  on: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'when it was written' })
  at: Date;

  @ApiProperty({ description: 'later than the day where its month was closed', example: '2026-10' })
  bookedMonth: string;

  @ApiProperty({ description: 'the other account' })
  counter: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  debit: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  credit: number;

  @ApiProperty({ type: 'integer', description: 'đồng; what stands after it' })
  balance: number;
}

export class AccountStatementDto extends pageDto(AccountMovementDto) {
  @ApiProperty()
  account: string;

  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date' })
  to: string;

  @ApiProperty({ type: 'integer', description: 'đồng before the first day' })
  opening: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  debits: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  credits: number;

  @ApiProperty({ type: 'integer', description: 'đồng after the last day' })
  closing: number;
}

export class MoneyFlowQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiProperty({ type: 'integer', minimum: 2000, maximum: 2100 })
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;

  @IsListFormat()
  format?: ListFormat;
}

export class MonthOfMoneyDto {
  @ApiProperty({ example: '2026-10' })
  month: string;

  @ApiProperty({ type: 'integer', description: 'đồng in the bank and in cash before it' })
  opening: number;

  @ApiProperty({ type: 'integer', description: 'đồng of fees, less what was undone or given back' })
  collected: number;

  @ApiProperty({ type: 'integer', description: 'đồng that came and are nobody’s; − once found' })
  unmatched: number;

  @ApiProperty({ type: 'integer', description: 'đồng: loans, interest, openings, differences' })
  otherIn: number;

  @ApiProperty({ type: 'integer', description: 'đồng to the budget and the treasury' })
  passedOn: number;

  @ApiProperty({ type: 'integer', description: 'đồng to suppliers and for bank charges' })
  spent: number;

  @ApiProperty({ type: 'integer', description: 'đồng of refunds paid, less those newly owed' })
  refunded: number;

  @ApiProperty({ type: 'integer', description: 'đồng that went out unclassified or elsewhere' })
  unexplained: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  inBank: number;

  @ApiProperty({ type: 'integer', description: 'đồng with collectors and in the safe' })
  inCash: number;

  @ApiProperty({ type: 'integer', description: 'đồng at the month’s end' })
  left: number;
}

export class MoneyFlowDto {
  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ type: 'integer' })
  year: number;

  @ApiProperty({ type: [MonthOfMoneyDto] })
  rows: MonthOfMoneyDto[];
}
