import type { BusinessDate, Id, Month } from '@cho40/kernel';
import { IsDay, IsId, IsLine, IsMonth, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

/** What a meter counts is charged as one of these fees. */
export const METER_KINDS = ['electricity', 'water'] as const;
export type MeterKind = (typeof METER_KINDS)[number];
const SORTS = ['stallCode', '-stallCode', 'code', '-code', 'installedOn', '-installedOn'] as const;

export class MeterQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ enum: METER_KINDS })
  @IsOptional()
  @IsIn(METER_KINDS)
  feeType?: MeterKind;

  @ApiPropertyOptional({ enum: ['running', 'removed'] })
  @IsOptional()
  @IsIn(['running', 'removed'])
  state?: 'running' | 'removed';

  @ApiPropertyOptional({ enum: SORTS, default: 'stallCode' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

/** How a meter counts and where it begins. */
export class DialDto {
  @ApiProperty({ example: 'EMIC-0231' })
  @IsLine(1, 30)
  code: string;

  @ApiProperty({ type: 'integer', minimum: 3, maximum: 9, description: 'turns over after so many' })
  @IsInt()
  @Min(3)
  @Max(9)
  digits: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 2000, description: 'kWh or m³ a step' })
  @IsInt()
  @Min(1)
  @Max(2000)
  multiplier: number;

  @ApiProperty({ minimum: 0, description: 'what it shows when it is taken into use' })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(999_999_999)
  firstValue: number;
}

export class NewMeterDto extends DialDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty({ enum: METER_KINDS })
  @IsIn(METER_KINDS)
  feeType: MeterKind;

  @ApiPropertyOptional({ format: 'uuid', description: 'whose it is; none: see zoneId' })
  @IsOptional()
  @IsId()
  stallId?: Id | null;

  @ApiPropertyOptional({ format: 'uuid', description: 'of a sub-meter; none: a main meter' })
  @IsOptional()
  @IsId()
  zoneId?: Id | null;

  @ApiProperty({ format: 'date' })
  @IsDay()
  installedOn: BusinessDate;
}

/** A meter taken out, and the one that may come in its place. */
export class MeterRemovalDto {
  @ApiProperty({ format: 'date' })
  @IsDay()
  on: BusinessDate;

  @ApiProperty({ minimum: 0, description: 'what it shows when it is taken out' })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(999_999_999)
  lastValue: number;

  @ApiProperty({ description: 'it passed its last number and began anew' })
  @IsBoolean()
  hasRolledOver: boolean;

  @ApiPropertyOptional({ type: DialDto, nullable: true, description: 'in its place' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DialDto)
  next?: DialDto | null;
}

export class MeterDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty()
  marketName: string;

  @ApiProperty({ enum: METER_KINDS })
  feeType: MeterKind;

  @ApiProperty()
  code: string;

  @ApiProperty({ enum: ['stall', 'zone', 'market'] })
  measures: 'stall' | 'zone' | 'market';

  @ApiProperty({ type: String, nullable: true })
  stallCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  zoneName: string | null;

  @ApiProperty({ type: 'integer' })
  digits: number;

  @ApiProperty({ type: 'integer' })
  multiplier: number;

  @ApiProperty({ format: 'date' })
  installedOn: BusinessDate;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  removedOn: BusinessDate | null;

  @ApiProperty({ description: 'what it showed last' })
  lastValue: number;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  lastReadOn: BusinessDate | null;
}

export class MeterPageDto extends pageDto(MeterDto) {}

export class SheetQueryDto {
  @ApiProperty({ example: '2026-10' })
  @IsMonth()
  month: Month;

  @ApiProperty({ enum: METER_KINDS })
  @IsIn(METER_KINDS)
  feeType: MeterKind;
}
