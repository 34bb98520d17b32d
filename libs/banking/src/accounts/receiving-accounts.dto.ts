import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { IsDay, IsId, pageDto, ListQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Length, Matches, Max, Min } from 'class-validator';

const ACCOUNT_STATES = ['proposed', 'waiting', 'live', 'closed'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export class NewReceivingAccountDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiProperty({ description: 'the bank: its BIN, six digits', example: '970436' })
  @Matches(/^\d{6}$/)
  bin: string;

  @ApiProperty({ example: '0123456789' })
  @Matches(/^[A-Z0-9]{1,19}$/)
  number: string;

  @ApiProperty({ minLength: 2, maxLength: 100 })
  @Length(2, 100)
  holderName: string;

  @ApiProperty({ type: 'integer', description: 'đồng, on the morning of `openedOn`' })
  @IsInt()
  @Min(-10_000_000_000_000)
  @Max(10_000_000_000_000)
  openingBalance: Vnd;

  @ApiProperty({ format: 'date', description: 'the first day whose movements count' })
  @IsDay()
  openedOn: BusinessDate;
}

export class ProbePaymentDto {
  @ApiProperty({ format: 'uuid', description: 'one of the account’s payments' })
  @IsId()
  recordId: Id;
}

export class ReceivingAccountQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  boardId?: Id;

  @ApiPropertyOptional({ enum: ACCOUNT_STATES })
  @IsOptional()
  @IsIn(ACCOUNT_STATES)
  state?: AccountState;
}

/** The small payment that shows an account to be the board's. */
export class AccountProbeDto {
  @ApiProperty({ description: 'its text carries this', example: 'KT7H2K9M' })
  code: string;

  @ApiProperty({ type: 'integer', description: 'đồng; any other sum will do' })
  amount: number;
}

export class ReceivingAccountDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty()
  bin: string;

  @ApiProperty({ type: String, nullable: true })
  bankName: string | null;

  @ApiProperty()
  number: string;

  @ApiProperty()
  holderName: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  openingBalance: number;

  @ApiProperty({ format: 'date' })
  openedOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  closedOn: string | null;

  @ApiProperty({ enum: ACCOUNT_STATES, description: 'payers are told of a live one alone' })
  state: AccountState;

  @ApiProperty({ type: AccountProbeDto, nullable: true, description: 'while no probe was seen' })
  probe: AccountProbeDto | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'a day after the approval: not live before',
  })
  waitsUntil: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  liveAt: Date | null;

  @ApiProperty({ type: String, nullable: true, description: 'who named the probe payment' })
  provenByName: string | null;

  @ApiProperty({ format: 'uuid' })
  createdBy: string;

  @ApiProperty({ description: 'the name at that time' })
  createdByName: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  approvedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  approvedByName: string | null;
}

export class ReceivingAccountPageDto extends pageDto(ReceivingAccountDto) {}

export class ProbeCandidateDto {
  @ApiProperty({ format: 'uuid' })
  recordId: string;

  @ApiProperty({ format: 'date-time' })
  bookedAt: Date;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: String, nullable: true, description: 'null without banking.personal' })
  content: string | null;
}

export class BankDto {
  @ApiProperty({ example: '970436' })
  bin: string;

  @ApiProperty({ example: 'Vietcombank' })
  shortName: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;
}
