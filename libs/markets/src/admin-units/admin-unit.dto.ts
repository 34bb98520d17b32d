import { type BusinessDate } from '@cho40/kernel';
import { IsDay, pageDto, PageQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, MaxLength } from 'class-validator';
import type { AdminLevel } from '../domain/admin-unit';

const LEVELS = ['province', 'district', 'commune'] as const;

export class AdminUnitQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: LEVELS })
  @IsOptional()
  @IsIn(LEVELS)
  level?: AdminLevel;

  @ApiPropertyOptional({ description: 'the id of the unit above' })
  @IsOptional()
  @MaxLength(80)
  parent?: string;

  @ApiPropertyOptional({ format: 'date', description: 'units that stood on this day' })
  @IsOptional()
  @IsDay()
  on?: BusinessDate;

  @ApiPropertyOptional({ enum: ['name'] })
  @IsOptional()
  @IsIn(['name'])
  override sort?: string;
}

export class AdminUnitDto {
  @ApiProperty({ example: 'C00691@2025-07' })
  id: string;

  @ApiProperty({ type: String, nullable: true, example: '00691' })
  code: string | null;

  @ApiProperty({ enum: LEVELS })
  level: AdminLevel;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  parentId: string | null;

  @ApiProperty({ type: String, nullable: true })
  parentName: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validFrom: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validTo: string | null;
}

export class AdminUnitPageDto extends pageDto(AdminUnitDto) {}

export class FormerDistrictDto {
  @ApiProperty({ example: 'D026' })
  id: string;

  @ApiProperty({ type: String, nullable: true, example: '026' })
  code: string | null;

  @ApiProperty()
  name: string;
}
