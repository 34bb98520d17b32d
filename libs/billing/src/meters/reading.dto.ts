import type { BusinessDate, Id, Month } from '@cho40/kernel';
import { IsDay, IsId, IsLine, IsMonth, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { METER_KINDS, type MeterKind } from './meter.dto';

const OCCASIONS = ['sheet', 'handover'] as const;
const OUTCOMES = ['approved', 'refused'] as const;
const STATES = ['open', ...OUTCOMES] as const;

/** What a dial shows. */
export class SeenDto {
  @ApiProperty({ minimum: 0 })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(999_999_999)
  value: number;

  @ApiProperty({ description: 'it passed its last number and began anew' })
  @IsBoolean()
  hasRolledOver: boolean;
}

export class TypedReadingDto extends SeenDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  meterId: Id;
}

export class NewReadingsDto {
  @ApiProperty({ example: '2026-10', description: 'of the sheet' })
  @IsMonth()
  month: Month;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readOn: BusinessDate;

  @ApiProperty({ enum: OCCASIONS, description: 'handover: the vendor changes' })
  @IsIn(OCCASIONS)
  occasion: (typeof OCCASIONS)[number];

  @ApiProperty({ type: [TypedReadingDto], minItems: 1, maxItems: 2000 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => TypedReadingDto)
  readings: TypedReadingDto[];
}

export class EstimateDto {
  @ApiProperty({ example: '2026-10' })
  @IsMonth()
  month: Month;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readOn: BusinessDate;

  @ApiProperty({ enum: METER_KINDS })
  @IsIn(METER_KINDS)
  feeType: MeterKind;
}

export class EstimatedDto {
  @ApiProperty({ type: 'integer' })
  estimated: number;

  @ApiProperty({ type: [String], description: 'meters of which nothing is known yet' })
  withoutHistory: string[];
}

export class RecordedDto {
  @ApiProperty({ type: 'integer', description: 'those that were there already do not count' })
  recorded: number;
}

export class SheetReadingDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty()
  value: number;

  @ApiProperty({ format: 'date' })
  readOn: BusinessDate;

  @ApiProperty({ description: 'kWh or m³' })
  usage: number;

  @ApiProperty()
  isEstimated: boolean;

  @ApiProperty()
  hasPhoto: boolean;

  @ApiProperty({ description: 'a bill charges it: locked' })
  isBilled: boolean;

  @ApiProperty()
  isCorrectionAsked: boolean;
}

export class SheetRowDto {
  @ApiProperty({ format: 'uuid' })
  meterId: Id;

  @ApiProperty()
  code: string;

  @ApiProperty({ enum: ['stall', 'zone', 'market'] })
  measures: 'stall' | 'zone' | 'market';

  @ApiProperty({ type: String, nullable: true })
  stallCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  zoneName: string | null;

  @ApiProperty({ type: String, nullable: true })
  vendorName: string | null;

  @ApiProperty({ type: 'integer' })
  digits: number;

  @ApiProperty({ type: 'integer' })
  multiplier: number;

  @ApiProperty({ description: 'what somebody last saw before' })
  lastValue: number;

  @ApiProperty({ description: 'up to where the dial is charged: above it after an estimate' })
  chargedTo: number;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  lastReadOn: BusinessDate | null;

  @ApiProperty({ type: Number, nullable: true, description: 'of these days, from its average' })
  expected: number | null;

  @ApiProperty({ type: SheetReadingDto, nullable: true })
  reading: SheetReadingDto | null;

  @ApiProperty({ description: 'beyond ±150 % of what was expected' })
  isFarOff: boolean;
}

export class LossDto {
  @ApiProperty({ format: 'uuid', description: 'the main or sub-meter' })
  meterId: Id;

  @ApiProperty()
  code: string;

  @ApiProperty({ type: String, nullable: true, description: 'none: the whole market' })
  zoneName: string | null;

  @ApiProperty({ type: Number, nullable: true })
  usage: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'none while a meter is unread' })
  loss: number | null;
}

export class MeterSheetDto {
  @ApiProperty({ example: '2026-10' })
  month: Month;

  @ApiProperty({ enum: METER_KINDS })
  feeType: MeterKind;

  @ApiProperty({ type: [SheetRowDto] })
  rows: SheetRowDto[];

  @ApiProperty({ type: [LossDto] })
  losses: LossDto[];
}

export class NewMeterCorrectionDto extends SeenDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty()
  @IsLine(3, 500)
  reason: string;
}

export class DecisionOnCorrectionDto {
  @ApiProperty({ enum: OUTCOMES })
  @IsIn(OUTCOMES)
  outcome: (typeof OUTCOMES)[number];
}

export class MeterCorrectionQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: (typeof STATES)[number];
}

export class MeterCorrectionDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty()
  marketName: string;

  @ApiProperty()
  meterCode: string;

  @ApiProperty({ type: String, nullable: true })
  stallCode: string | null;

  @ApiProperty({ example: '2026-10' })
  month: Month;

  @ApiProperty({ format: 'date' })
  readOn: BusinessDate;

  @ApiProperty({ description: 'as it was read' })
  before: number;

  @ApiProperty({ description: 'as it should be' })
  value: number;

  @ApiProperty()
  reason: string;

  @ApiProperty({ enum: STATES })
  state: (typeof STATES)[number];

  @ApiProperty({ format: 'uuid', description: 'who asked, and so cannot decide' })
  requestedBy: Id;

  @ApiProperty({ type: String, format: 'date-time' })
  requestedAt: Date;
}

export class MeterCorrectionPageDto extends pageDto(MeterCorrectionDto) {}
