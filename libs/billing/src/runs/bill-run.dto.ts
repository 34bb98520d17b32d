import type { BusinessDate, Id, Month } from '@cho40/kernel';
import { IsMonth } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { ODDITIES, type Oddity } from '../domain/rehearsal';

export class MonthDto {
  @ApiProperty({ example: '2026-10' })
  @IsMonth()
  month: Month;
}

export class BillRunQueryDto {
  @ApiPropertyOptional({ example: '2026-10' })
  @IsOptional()
  @IsMonth()
  month?: Month;
}

export class BillRunDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ example: '2026-10' })
  period: Month;

  @ApiProperty({ type: String, format: 'date-time' })
  issuedAt: Date;

  @ApiProperty({ type: 'integer' })
  billCount: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  total: number;
}

export class IssuedMonthDto {
  @ApiProperty({ example: 'DONG-VAN' })
  market: string;

  @ApiProperty({ example: '2026-10' })
  month: Month;

  @ApiProperty({ type: 'integer', description: 'of all runs of the month' })
  billCount: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  total: number;

  @ApiProperty({ type: [BillRunDto] })
  runs: BillRunDto[];
}

export class RehearsedLineDto {
  @ApiProperty({ example: 'space' })
  feeType: string;

  @ApiProperty()
  quantity: number;

  @ApiProperty({ example: 'm2-month' })
  unit: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  unitPrice: number;

  @ApiProperty({ type: 'integer', description: 'đồng; let off by an approved relief' })
  reliefAmount: number;

  @ApiProperty({ type: 'integer', description: 'đồng; what is left to pay' })
  amount: number;

  @ApiProperty({ type: String, format: 'date' })
  serviceFrom: BusinessDate;

  @ApiProperty({ type: String, format: 'date' })
  serviceTo: BusinessDate;
}

export class FeeDifferenceDto {
  @ApiProperty({ example: 'space' })
  feeType: string;

  @ApiProperty({ type: 'integer', description: 'đồng; on the bill before' })
  last: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  now: number;
}

export class RehearsedBillDto {
  @ApiProperty({ format: 'uuid' })
  leaseId: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  vendorName: string;

  @ApiProperty({ type: [RehearsedLineDto] })
  lines: readonly RehearsedLineDto[];

  @ApiProperty({ type: 'integer', description: 'đồng' })
  total: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'đồng; of the bill before (a quarterly lease: last quarter’s); null: there was none',
  })
  lastTotal: number | null;

  @ApiProperty({ type: [FeeDifferenceDto] })
  fees: readonly FeeDifferenceDto[];

  @ApiProperty({ enum: ODDITIES, isArray: true, description: 'the gravest first' })
  oddities: readonly Oddity[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  existingBillId: Id | null;
}

export class ProblemDto {
  @ApiProperty({ example: 'billing.noTariff' })
  code: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  facts: object;
}

export class RehearsalDto {
  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ example: 'DONG-VAN' })
  market: string;

  @ApiProperty()
  marketName: string;

  @ApiProperty({ example: '2026-10' })
  month: Month;

  @ApiProperty({ type: String, format: 'date', description: 'if issued today' })
  dueOn: BusinessDate;

  @ApiProperty({ type: [RehearsedBillDto], description: 'oddities first' })
  bills: readonly RehearsedBillDto[];

  @ApiProperty({ type: 'integer', description: 'đồng; bills there are and bills to come' })
  total: number;

  @ApiProperty({ type: 'integer' })
  newCount: number;

  @ApiProperty({ type: 'integer' })
  existingCount: number;

  @ApiProperty({ type: [ProblemDto], description: 'while there are any, issuing is refused' })
  problems: readonly ProblemDto[];
}
