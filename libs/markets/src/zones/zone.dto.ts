import type { Id } from '@cho40/kernel';
import { IsId, IsLine } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { NewZone } from './zone.entity';

export class NewZoneDto implements NewZone {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsId()
  parentId?: Id | null;

  @ApiProperty({ example: 'A' })
  @Matches(/^\S{1,20}$/)
  code: string;

  @ApiProperty({ example: 'Dãy A: vải, thổ cẩm' })
  @IsLine(1, 100)
  name: string;

  @ApiPropertyOptional({ type: 'integer', default: 0, description: "the collector's round" })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  walkingOrder?: number;
}

export class ZoneChangeDto extends PartialType(OmitType(NewZoneDto, ['id'] as const)) {}

export class ZoneDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parentId: Id | null;

  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer' })
  walkingOrder: number;

  @ApiProperty({ type: 'integer', description: '0 for a zone that lies in no other' })
  depth: number;

  @ApiProperty({ type: 'integer', description: 'without those of the zones inside' })
  stallCount: number;
}
