import type { BusinessDate, Id } from '@cho40/kernel';
import { IsId, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsIn, IsOptional } from 'class-validator';

export const DEBT_PAPER_KINDS = ['notice', 'confirmation'] as const;
export type DebtPaperKind = (typeof DEBT_PAPER_KINDS)[number];
const SORTS = ['madeAt', '-madeAt', 'amount', '-amount'] as const;

export class DebtPaperQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  leaseId?: Id;

  @ApiPropertyOptional({ enum: DEBT_PAPER_KINDS })
  @IsOptional()
  @IsIn(DEBT_PAPER_KINDS)
  kind?: DebtPaperKind;

  @ApiPropertyOptional({ enum: SORTS, description: 'the newest first without it' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

export class NewDebtPapersDto {
  @ApiProperty({ enum: DEBT_PAPER_KINDS })
  @IsIn(DEBT_PAPER_KINDS)
  kind: DebtPaperKind;

  @ApiProperty({ type: [String], format: 'uuid', maxItems: 500 })
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsId({ each: true })
  leaseIds: Id[];
}

export class DebtPaperDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ format: 'uuid' })
  leaseId: Id;

  @ApiProperty({ enum: DEBT_PAPER_KINDS })
  kind: DebtPaperKind;

  @ApiProperty({ type: 'integer', nullable: true, description: '1 to 3, of a notice' })
  level: number | null;

  @ApiProperty({ example: '07/2026/TB-CN' })
  number: string;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  payerName: string;

  @ApiProperty({ type: String, format: 'date' })
  asOf: BusinessDate;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  payBy: BusinessDate | null;

  @ApiProperty({ type: 'integer', description: 'đồng; as the paper says' })
  amount: number;

  @ApiProperty({ type: String, nullable: true })
  madeBy: string | null;

  @ApiProperty({ type: Date })
  madeAt: Date;
}

export class DebtPaperPageDto extends pageDto(DebtPaperDto) {}

export class SkippedLeaseDto {
  @ApiProperty({ format: 'uuid' })
  leaseId: Id;

  @ApiProperty()
  stallCode: string;

  @ApiProperty({ enum: ['no-debt', 'too-soon'] })
  why: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'of the last notice' })
  payBy: BusinessDate | null;
}

export class MadeDebtPapersDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  ids: Id[];

  @ApiProperty({ type: [SkippedLeaseDto] })
  skipped: SkippedLeaseDto[];
}

export class PrintDebtPapersDto {
  @ApiProperty({ type: String, description: 'ids separated by commas, 200 at most' })
  @Transform(({ value }: { value: unknown }) => String(value).split(','))
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @IsId({ each: true })
  ids: Id[];
}
