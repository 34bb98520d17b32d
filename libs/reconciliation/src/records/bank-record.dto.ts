import { type Source, SOURCES } from '@cho40/banking';
import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, pageDto, ListQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDate, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { REASONS, type Reason } from '../domain/decide';
import { OUTCOMES, type Outcome } from '../domain/outcome';
import { RecordPaymentDto } from '../outcomes/record-payment.dto';
import { RECORD_CLASSES, type RecordClass } from '../domain/record-class';
import { STATES, type State } from '../matching/standings.queries';
import { RECORD_STATES, type RecordState } from './bank-records.queries';
import { CreditedLeaseDto } from './credited.dto';

export class BankRecordQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  accountId?: Id;

  @ApiPropertyOptional({ enum: RECORD_STATES })
  @IsOptional()
  @IsIn(RECORD_STATES)
  state?: RecordState;

  @ApiPropertyOptional({ enum: ['in', 'out'] })
  @IsOptional()
  @IsIn(['in', 'out'])
  direction?: 'in' | 'out';

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  from?: BusinessDate;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  to?: BusinessDate;
}

export class BankRecordDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty()
  bin: string;

  @ApiProperty()
  accountNumber: string;

  @ApiProperty({ enum: ['in', 'out'] })
  direction: 'in' | 'out';

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: String, format: 'date-time' })
  bookedAt: Date;

  @ApiProperty({ format: 'date' })
  bookedOn: string;

  @ApiProperty({ description: 'masked without the right to payers’ data: its codes only' })
  content: string;

  @ApiProperty({ type: String, nullable: true })
  reference: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'masked: the last four digits' })
  counterAccount: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'masked: initials' })
  counterName: string | null;

  @ApiProperty()
  isMasked: boolean;

  @ApiProperty({ enum: RECORD_STATES })
  state: RecordState;

  @ApiProperty({ enum: REASONS, nullable: true })
  reason: Reason | null;

  @ApiProperty({ enum: RECORD_CLASSES, nullable: true, description: 'what money of nobody is' })
  class: RecordClass | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'since when it stands so; hand it back with a decision',
  })
  since: Date | null;

  @ApiProperty({ type: [String], description: 'valid payment codes in the text' })
  codes: string[];

  @ApiProperty({ type: CreditedLeaseDto, nullable: true })
  credited: CreditedLeaseDto | null;
}
export class BankRecordPageDto extends pageDto(BankRecordDto) {}

export class RecordEvidenceDto {
  @ApiPropertyOptional({ description: 'the code that was followed' })
  code?: string;

  @ApiPropertyOptional({ type: [String], description: 'valid codes in the text' })
  codes?: string[];

  @ApiPropertyOptional({ type: [String], description: 'what a wrong code may have been' })
  repairs?: string[];

  @ApiPropertyOptional({ type: [String], description: 'what begins as a code and is none' })
  broken?: string[];

  @ApiPropertyOptional({ description: 'the number of a stall or lease that was paid to' })
  virtualAccount?: string;

  @ApiPropertyOptional({ enum: RECORD_CLASSES, isArray: true, description: 'what rules say it is' })
  ruled?: RecordClass[];

  @ApiPropertyOptional({ description: 'a person’s words' })
  reason?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'the refund that says it' })
  refundId?: string;
}

export class RecordDecisionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: STATES })
  state: State;

  @ApiProperty({ enum: REASONS })
  reason: Reason;

  @ApiProperty({ enum: RECORD_CLASSES, nullable: true })
  class: RecordClass | null;

  @ApiProperty()
  evidence: RecordEvidenceDto;

  @ApiProperty({ type: 'integer' })
  rulesVersion: number;

  @ApiProperty({ type: String, nullable: true, description: 'null: the rule' })
  decidedByName: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;
}

export class RecordSightingDto {
  @ApiProperty({ enum: SOURCES })
  source: Source;

  @ApiProperty({ type: String, format: 'date-time' })
  seenAt: Date;

  @ApiProperty({ description: 'this alone proves the money' })
  confirms: boolean;
}

export class PaidBillDto {
  @ApiProperty({ format: 'uuid' })
  billId: string;

  @ApiProperty()
  code: string;

  @ApiProperty()
  period: string;

  @ApiProperty({ description: 'of the bill’s lease, which may be another than the payment’s' })
  stallCode: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;
}

export class ShownReversalDto {
  @ApiProperty({ format: 'uuid', description: 'the bank’s taking back' })
  recordId: string;

  @ApiProperty({ format: 'uuid', description: 'the transfer that had come in' })
  originalId: string;

  @ApiProperty()
  reason: string;

  @ApiProperty()
  tiedByName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  tiedAt: Date;
}

export class BankRecordDetailDto extends BankRecordDto {
  @ApiProperty({ type: [RecordSightingDto], description: 'where it was seen' })
  sightings: RecordSightingDto[];

  @ApiProperty({ type: [RecordDecisionDto], description: 'the newest first' })
  decisions: RecordDecisionDto[];

  @ApiProperty({ type: [PaidBillDto], description: 'what the money paid; the rest is credit' })
  paidFor: PaidBillDto[];

  @ApiProperty({ type: RecordPaymentDto, nullable: true, description: 'with its three dates' })
  payment: RecordPaymentDto | null;

  @ApiProperty({ enum: OUTCOMES, isArray: true, description: 'what became of the money, by name' })
  outcomes: Outcome[];

  @ApiProperty({ type: ShownReversalDto, nullable: true, description: 'tied to its other half' })
  reversal: ShownReversalDto | null;
}

export class UndoMatchDto {
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsString()
  @Length(3, 500)
  reason: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'the record’s `since` as the clerk saw it: 409 when somebody decided meanwhile',
  })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  since?: Date;
}
