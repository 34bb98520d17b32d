import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { CONSTRUCTIONS, type Construction, type MarketClass } from '../domain/market-class';
import { TRANSFER_POLICIES, type NewMarket, type TransferPolicy } from './market.entity';

const CLASSES = [1, 2, 3] as const;
const MEETS = ['daily', 'market-days'] as const;
const SORTS = ['name', '-name', 'code', '-code', 'stallCount', '-stallCount'] as const;

export class MarketQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  boardId?: Id;

  @ApiPropertyOptional({
    description: 'an administrative unit: commune, former district, province',
  })
  @IsOptional()
  @MaxLength(80)
  unitId?: string;

  @ApiPropertyOptional({ enum: CLASSES, description: 'the declared one' })
  @IsOptional()
  @Type(() => Number)
  @IsIn(CLASSES)
  declaredClass?: MarketClass;

  @ApiPropertyOptional({ enum: MEETS })
  @IsOptional()
  @IsIn(MEETS)
  meets?: 'daily' | 'market-days';

  @ApiPropertyOptional({ enum: SORTS, default: 'name' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

export class NewMarketDto implements NewMarket {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiProperty({ example: 'DONGVAN', description: 'unique in the whole system' })
  @Matches(/^[A-Z0-9-]{2,20}$/)
  code: string;

  @ApiProperty()
  @IsLine(2, 200)
  name: string;

  @ApiProperty({ enum: CLASSES, description: 'as the province decided' })
  @IsIn(CLASSES)
  declaredClass: MarketClass;

  @ApiProperty({ enum: CONSTRUCTIONS })
  @IsIn(CONSTRUCTIONS)
  construction: Construction;

  @ApiProperty({ enum: MEETS })
  @IsIn(MEETS)
  meets: 'daily' | 'market-days';

  @ApiPropertyOptional({ type: String, nullable: true, description: 'a label since July 2025' })
  @IsOptional()
  @MaxLength(80)
  formerDistrictId?: string | null;

  @ApiPropertyOptional({ type: String, description: 'the commune of today' })
  @IsOptional()
  @MaxLength(80)
  communeId?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 28, default: 10 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(28)
  dueDay?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 60, default: 10 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(60)
  graceDays?: number;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'Chợ khu vực III',
    description: 'the group of markets under which a decision prices this one',
  })
  @IsOptional()
  @IsLine(1, 60)
  tariffGroup?: string | null;

  @ApiPropertyOptional({ enum: TRANSFER_POLICIES, default: 'by-procedure' })
  @IsOptional()
  @IsIn(TRANSFER_POLICIES)
  transferPolicy?: TransferPolicy;

  @ApiProperty({ format: 'date' })
  @IsDay()
  openedOn: BusinessDate;
}

/** What may be corrected later; the code stands on paper and stays. */
export class MarketChangeDto extends PartialType(
  PickType(NewMarketDto, [
    'name',
    'declaredClass',
    'construction',
    'meets',
    'formerDistrictId',
    'dueDay',
    'graceDays',
    'tariffGroup',
    'transferPolicy',
    'openedOn',
  ] as const),
) {}

export class MarketDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  boardId: Id;

  @ApiProperty()
  boardName: string;

  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: CLASSES })
  declaredClass: MarketClass;

  @ApiProperty({ enum: CLASSES, description: 'after Decree 60/2024/NĐ-CP' })
  computedClass: MarketClass;

  @ApiProperty({ enum: CONSTRUCTIONS })
  construction: Construction;

  @ApiProperty({ enum: MEETS })
  meets: 'daily' | 'market-days';

  @ApiProperty({ type: String, nullable: true })
  formerDistrictId: string | null;

  @ApiProperty({ type: String, nullable: true })
  formerDistrictName: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'today; null: nobody entered it' })
  communeId: string | null;

  @ApiProperty({ type: String, nullable: true })
  communeName: string | null;

  @ApiProperty({ type: 'integer' })
  dueDay: number;

  @ApiProperty({ type: 'integer' })
  graceDays: number;

  @ApiProperty({ type: String, nullable: true })
  tariffGroup: string | null;

  @ApiProperty({ enum: TRANSFER_POLICIES })
  transferPolicy: TransferPolicy;

  @ApiProperty({ format: 'date' })
  openedOn: string;

  @ApiProperty({ type: 'integer' })
  stallCount: number;

  @ApiProperty({ type: 'integer', description: 'stalls of at least 3 m², which make the class' })
  pointCount: number;
}

export class MarketPageDto extends pageDto(MarketDto) {}

export class NewCommuneStayDto {
  @ApiProperty({ example: 'C00691@2025-07' })
  @IsString()
  @MaxLength(80)
  communeId: string;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsDay()
  from?: BusinessDate | null;
}

export class CommuneStayDto {
  @ApiProperty()
  communeId: string;

  @ApiProperty()
  communeName: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validFrom: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validTo: string | null;
}
