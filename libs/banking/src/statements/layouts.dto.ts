import type { Id } from '@cho40/kernel';
import { IsId, IsLine, PageQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import type { ReportMapping } from '../domain/settlement/report-header';
import type { Mapping } from '../domain/statement/mapped';
import type { Signs } from '../domain/statement/header';
import { LAYOUT_KINDS, type LayoutKind } from './layouts.service';

const MOST_COLUMNS = 40;
const SIGNS = ['bank', 'ours'] as const;

const IsPlace = () =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'counted from 0' }),
    IsOptional(),
    IsInt(),
    Min(0),
    Max(MOST_COLUMNS - 1),
  );

/**
 * The places of the columns that are read: of a statement, where an amount stands in two columns or
 * in one, or of a wallet's report.
 */
export class MappingDto implements Mapping, ReportMapping {
  @IsPlace() date?: number;
  @IsPlace() content?: number;
  @IsPlace() debit?: number;
  @IsPlace() credit?: number;
  @IsPlace() amount?: number;
  @IsPlace() direction?: number;
  @IsPlace() balance?: number;
  @IsPlace() document?: number;
  @IsPlace() counterAccount?: number;
  @IsPlace() counterName?: number;
  @IsPlace() transaction?: number;
  @IsPlace() original?: number;
  @IsPlace() time?: number;
  @IsPlace() fee?: number;
  @IsPlace() net?: number;
  @IsPlace() order?: number;
  @IsPlace() batch?: number;
  @IsPlace() settledOn?: number;
  @IsPlace() status?: number;
  @IsPlace() type?: number;
}

export class NewLayoutDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiPropertyOptional({ enum: LAYOUT_KINDS, default: 'statement' })
  @IsOptional()
  @IsIn(LAYOUT_KINDS)
  kind: LayoutKind = 'statement';

  @ApiProperty({ description: 'what the board calls it: the bank, the wallet' })
  @IsLine(2, 60)
  name: string;

  @ApiProperty({ type: [String], description: 'the cells of the row that names the columns' })
  @IsArray()
  @ArrayMinSize(3)
  @ArrayMaxSize(MOST_COLUMNS)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  header: string[];

  @ApiProperty({ type: MappingDto })
  @ValidateNested()
  @Type(() => MappingDto)
  columns: MappingDto;

  @ApiProperty({
    enum: SIGNS,
    description: 'bank: a debit or a minus takes money away; ours: it brings money',
  })
  @IsIn(SIGNS)
  signs: Signs;
}

export class LayoutDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ enum: LAYOUT_KINDS })
  kind: LayoutKind;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: [String] })
  header: string[];

  @ApiProperty({ type: MappingDto })
  columns: MappingDto;

  @ApiProperty({ enum: SIGNS })
  signs: Signs;

  @ApiProperty()
  createdByName: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;
}

export class LayoutQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  boardId?: Id;

  @ApiPropertyOptional({ enum: LAYOUT_KINDS })
  @IsOptional()
  @IsIn(LAYOUT_KINDS)
  kind?: LayoutKind;
}

export class LayoutPageDto extends pageDto(LayoutDto) {}
