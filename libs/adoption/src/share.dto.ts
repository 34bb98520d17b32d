import type { Month } from '@cho40/kernel';
import { IsListFormat, type ListFormat } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { CUTS, LEVELS, type Cut, type Level } from './share.queries';

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

class CuttingQueryDto {
  @ApiProperty({ enum: LEVELS })
  @IsIn(LEVELS)
  by: Level;

  @ApiProperty({ enum: CUTS, description: 'borders as they were then, or as they are now' })
  @IsIn(CUTS)
  as: Cut;
}

class MonthQueryDto extends CuttingQueryDto {
  @ApiProperty({ example: '2026-10' })
  @Matches(MONTH)
  month: Month;
}

export class ShareQueryDto extends MonthQueryDto {
  @IsListFormat()
  format?: ListFormat;
}

export class ShareTrendQueryDto extends CuttingQueryDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 24, default: 18 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(24)
  months: number = 18;

  @ApiPropertyOptional({ example: '2026-10', description: 'the last month; this one without it' })
  @IsOptional()
  @Matches(MONTH)
  until?: Month;
}

export class RatioDto {
  @ApiProperty({ type: 'integer' })
  numerator: number;

  @ApiProperty({ type: 'integer' })
  denominator: number;
}

export class ReportingMarketsDto {
  @ApiProperty({ type: 'integer', description: 'markets with bills or money of the month' })
  reporting: number;

  @ApiProperty({ type: 'integer' })
  all: number;
}

export class ShareRowDto {
  @ApiProperty({ type: String, nullable: true, description: 'null: the unit is not known' })
  code: string | null;

  @ApiProperty()
  name: string;

  @ApiProperty({ description: 'đồng of fee payments: through the account ÷ all' })
  byValue: RatioDto;

  @ApiProperty({ description: 'lease-months: more than half through the account ÷ paid' })
  byCount: RatioDto;

  @ApiProperty({ type: 'integer', description: 'đồng that arrived and nobody is named for' })
  unmatchedVnd: number;

  @ApiProperty({ type: Number, nullable: true, description: 'of 1; unmatched against the share' })
  low: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'of 1; unmatched for the share' })
  high: number | null;

  @ApiProperty({ description: 'đồng of the month’s bills: received by the end of the next ÷ all' })
  collection: RatioDto;

  @ApiProperty({ type: 'integer', description: 'đồng with collectors at the end of the month' })
  notHandedInVnd: number;

  @ApiProperty({ description: 'every bank day proven and at least 80 % collected' })
  final: boolean;

  @ApiProperty()
  markets: ReportingMarketsDto;
}

export class ShareOfMonthDto extends MonthQueryDto {
  @ApiProperty({ type: [ShareRowDto] })
  rows: ShareRowDto[];
}

export class TrendPointDto extends RatioDto {
  @ApiProperty()
  month: string;

  @ApiProperty({ type: Number, nullable: true })
  low: number | null;

  @ApiProperty({ type: Number, nullable: true })
  high: number | null;
}

export class TrendRowDto {
  @ApiProperty({ type: String, nullable: true })
  code: string | null;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: [TrendPointDto], description: 'one for each of the months' })
  points: TrendPointDto[];
}

export class ShareTrendDto extends CuttingQueryDto {
  @ApiProperty({ type: [String] })
  months: string[];

  @ApiProperty({ type: [TrendRowDto] })
  rows: TrendRowDto[];
}
