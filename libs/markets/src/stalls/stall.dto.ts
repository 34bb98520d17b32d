import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { STALL_STATES, type StallState } from '../domain/stall';
import type { NewStall } from './stall.entity';

const SORTED = ['code', 'areaM2', 'zone', 'goodsGroup', 'state', 'validFrom'] as const;
const SORTS = SORTED.flatMap((name) => [name, `-${name}`] as const);
const STANDING = ['now', 'ended', 'all'] as const;

export class StallQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'with the zones inside it' })
  @IsOptional()
  @IsId()
  zoneId?: Id;

  @ApiPropertyOptional({ enum: STALL_STATES })
  @IsOptional()
  @IsIn(STALL_STATES)
  state?: StallState;

  @ApiPropertyOptional({ description: 'one of the goods groups sold there' })
  @IsOptional()
  @MaxLength(60)
  goodsGroup?: string;

  @ApiPropertyOptional({ enum: STANDING, default: 'now', description: 'by its last day' })
  @IsOptional()
  @IsIn(STANDING)
  standing?: (typeof STANDING)[number];

  @ApiPropertyOptional({ enum: SORTS, default: 'code' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

export class NewStallDto implements NewStall {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  zoneId: Id;

  @ApiProperty({ example: 'A-012', description: 'unique in its market' })
  @Matches(/^[A-Z0-9.-]{1,16}$/)
  code: string;

  @ApiProperty({ minimum: 0.1, maximum: 10_000, description: 'two decimals' })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.1)
  @Max(10_000)
  areaM2: number;

  @ApiPropertyOptional({ type: Number, nullable: true, description: 'metres, two decimals' })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.1)
  @Max(1000)
  lengthM?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, description: 'metres, two decimals' })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.1)
  @Max(1000)
  widthM?: number | null;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 3, default: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3)
  openSides?: number;

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  isCorner?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 8,
    nullable: true,
    description: "the row's grade in the province's decision",
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(8)
  rowGrade?: number | null;

  @ApiPropertyOptional({ default: true })
  @IsOptional()
  @IsBoolean()
  isRoofed?: boolean;

  @ApiProperty({ example: 'Vải, thổ cẩm' })
  @IsLine(1, 60)
  goodsGroup: string;

  @ApiPropertyOptional({ type: [String], description: 'sold beside the first' })
  @IsOptional()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  otherGoodsGroups?: string[];

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'why a stall below 3 m² stands (Decree 60/2024/NĐ-CP)',
  })
  @IsOptional()
  @IsLine(3, 200)
  smallAreaReason?: string | null;

  @ApiPropertyOptional({ enum: STALL_STATES, default: 'trading' })
  @IsOptional()
  @IsIn(STALL_STATES)
  state?: StallState;

  @ApiPropertyOptional({ format: 'date', description: "else the market's first day" })
  @IsOptional()
  @IsDay()
  validFrom?: BusinessDate;
}

export class StallChangeDto extends PartialType(
  OmitType(NewStallDto, ['id', 'state', 'validFrom'] as const),
) {}

export class StallDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ format: 'uuid' })
  zoneId: Id;

  @ApiProperty()
  zoneName: string;

  @ApiProperty()
  code: string;

  @ApiProperty()
  areaM2: number;

  @ApiProperty({ type: Number, nullable: true })
  lengthM: number | null;

  @ApiProperty({ type: Number, nullable: true })
  widthM: number | null;

  @ApiProperty({ type: 'integer' })
  openSides: number;

  @ApiProperty()
  isCorner: boolean;

  @ApiProperty({ type: 'integer', nullable: true })
  rowGrade: number | null;

  @ApiProperty()
  isRoofed: boolean;

  @ApiProperty()
  goodsGroup: string;

  @ApiProperty({ type: [String] })
  otherGoodsGroups: string[];

  @ApiProperty({ type: String, nullable: true })
  smallAreaReason: string | null;

  @ApiProperty({ enum: STALL_STATES })
  state: StallState;

  @ApiProperty({ format: 'date' })
  validFrom: BusinessDate;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'its last day' })
  validTo: BusinessDate | null;
}

/** A goods group of a market, with how many stalls sell it. */
export class GoodsGroupDto {
  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer' })
  stallCount: number;
}

export class StallPageDto extends pageDto(StallDto) {}
