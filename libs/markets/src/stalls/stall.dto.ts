import type { Id } from '@cho40/kernel';
import { IsId, IsLine, pageDto, PageQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';
import { STALL_STATES, type NewStall, type StallState } from './stall.entity';

const SORTS = ['code', '-code', 'areaM2', '-areaM2', 'zone', '-zone'] as const;

export class StallQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'with the zones inside it' })
  @IsOptional()
  @IsId()
  zoneId?: Id;

  @ApiPropertyOptional({ enum: STALL_STATES })
  @IsOptional()
  @IsIn(STALL_STATES)
  state?: StallState;

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

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 3, default: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3)
  openSides?: number;

  @ApiPropertyOptional({ default: true })
  @IsOptional()
  @IsBoolean()
  isRoofed?: boolean;

  @ApiProperty({ example: 'Vải, thổ cẩm' })
  @IsLine(1, 60)
  goodsGroup: string;

  @ApiPropertyOptional({ enum: STALL_STATES, default: 'trading' })
  @IsOptional()
  @IsIn(STALL_STATES)
  state?: StallState;
}

export class StallChangeDto extends PartialType(OmitType(NewStallDto, ['id'] as const)) {}

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

  @ApiProperty({ type: 'integer' })
  openSides: number;

  @ApiProperty()
  isRoofed: boolean;

  @ApiProperty()
  goodsGroup: string;

  @ApiProperty({ enum: STALL_STATES })
  state: StallState;
}

export class StallPageDto extends pageDto(StallDto) {}
