import type { Id, Month } from '@cho40/kernel';
import { IsId, IsMonth, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Comparison } from '../domain/comparison';

const COMPARISONS = ['same', 'more', 'less', 'only-old', 'only-new'] as const;

export class ComparisonQueryDto extends ListQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  marketId: Id;

  @ApiProperty({ example: '2026-11' })
  @IsMonth()
  month: Month;

  @ApiPropertyOptional({ enum: COMPARISONS })
  @IsOptional()
  @IsIn(COMPARISONS)
  outcome?: Comparison;
}

export class ComparisonDto {
  @ApiProperty({ format: 'uuid' })
  stallId: string;

  @ApiProperty()
  stallCode: string;

  @ApiProperty({ type: String, nullable: true })
  vendorName: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'đồng; null: not typed in' })
  oldAmount: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'đồng; null: no bill' })
  newAmount: number | null;

  @ApiProperty({ type: 'integer', description: 'đồng; new − old' })
  difference: number;

  @ApiProperty({ enum: COMPARISONS })
  outcome: Comparison;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  leaseId: string | null;
}
export class ComparisonPageDto extends pageDto(ComparisonDto) {}

export class OldFiguresUploadDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'an .xlsx or .csv file' })
  file?: unknown;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  marketId: Id;

  @ApiProperty({ example: '2026-11' })
  @IsMonth()
  month: Month;
}

export class TypeOldFigureDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  stallId: Id;

  @ApiProperty({ example: '2026-11' })
  @IsMonth()
  month: Month;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  @IsInt()
  @Min(0)
  @Max(100_000_000_000)
  amount: number;
}

export class ComparisonSumDto {
  @ApiProperty({ type: 'integer', description: 'stalls with a figure or a bill' })
  stalls: number;

  @ApiProperty({ type: 'integer', description: 'stalls whose figures differ' })
  different: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  oldAmount: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  newAmount: number;
}

export class ComparisonSumQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  marketId: Id;

  @ApiProperty({ example: '2026-11' })
  @IsMonth()
  month: Month;
}
