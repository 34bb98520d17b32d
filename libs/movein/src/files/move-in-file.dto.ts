import type { Facts, Id } from '@cho40/kernel';
import { IsId } from '@cho40/platform';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PROBLEM_WORDS, type ProblemCode } from '../domain/problem';
import { TABLE_NAMES, type TableName } from '../domain/tables';
import { FILE_STATES, type FileState } from './files.queries';

const PROBLEM_CODES = Object.keys(PROBLEM_WORDS);
const MOST = 1_000_000_000_000;

export class MoveInUploadDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'an .xlsx file of up to 10 MB' })
  file?: unknown;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;
}

export class MoveInFilesQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;
}

export class TypedTotalDto {
  @ApiProperty({ example: 'MEOVAC' })
  @IsString()
  @MaxLength(20)
  marketCode: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  @IsInt()
  @Min(0)
  @Max(MOST)
  amount: number;
}

export class EnterFileDto {
  @ApiProperty({
    type: [TypedTotalDto],
    description: 'each market’s old debts, as its board knows',
  })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => TypedTotalDto)
  perMarket: TypedTotalDto[];

  @ApiProperty({ type: 'integer', description: 'đồng, of all markets' })
  @IsInt()
  @Min(0)
  @Max(MOST)
  total: number;
}

export class RowCountsDto {
  @ApiProperty({ type: 'integer' })
  rows: number;

  @ApiProperty({ type: 'integer', description: 'not in the books yet' })
  new: number;

  @ApiProperty({ type: 'integer', description: 'in the books already' })
  known: number;

  @ApiProperty({ type: 'integer', description: 'with a wrong cell' })
  wrong: number;
}

export class TableCountsDto implements Record<TableName, RowCountsDto> {
  @ApiProperty()
  markets: RowCountsDto;

  @ApiProperty()
  stalls: RowCountsDto;

  @ApiProperty()
  vendors: RowCountsDto;

  @ApiProperty()
  leases: RowCountsDto;

  @ApiProperty()
  debts: RowCountsDto;
}

export class MarketDebtsDto {
  @ApiProperty()
  marketCode: string;

  @ApiProperty({ type: 'integer' })
  count: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;
}

export class WrongCellDto {
  @ApiProperty({ enum: TABLE_NAMES })
  table: TableName;

  @ApiProperty({ type: 'integer', description: 'as the spreadsheet program numbers it' })
  row: number;

  @ApiProperty({ description: 'the column’s title' })
  column: string;

  @ApiProperty({ enum: PROBLEM_CODES })
  code: ProblemCode;

  @ApiProperty({ type: Object, additionalProperties: true })
  facts: Facts;
}

export class MoveInRefusalDto {
  @ApiProperty()
  code: string;

  @ApiProperty({ type: Object, additionalProperties: true })
  facts: Facts;
}

export class MoveInFileDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: FILE_STATES })
  state: FileState;

  @ApiProperty({ type: String, nullable: true, description: 'at what the job is' })
  step: string | null;

  @ApiProperty({ type: TableCountsDto })
  counts: TableCountsDto;

  @ApiProperty({ type: [MarketDebtsDto] })
  debts: MarketDebtsDto[];

  @ApiProperty({ type: 'integer', description: 'đồng' })
  total: number;

  @ApiProperty({ type: 'integer' })
  problemCount: number;

  @ApiProperty({ type: [WrongCellDto], description: 'the first 500' })
  problems: WrongCellDto[];

  @ApiProperty({ type: [String], description: 'sheets that are no table' })
  ignoredSheets: string[];

  @ApiProperty({ type: MoveInRefusalDto, nullable: true })
  refusal: MoveInRefusalDto | null;

  @ApiProperty()
  uploadedByName: string;

  @ApiProperty({ format: 'date-time' })
  uploadedAt: Date;

  @ApiProperty({ type: String, nullable: true })
  enteredByName: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  enteredAt: Date | null;
}

export class MoveInFileListDto {
  @ApiProperty({ type: [MoveInFileDto], description: 'the last 50 of the board' })
  items: MoveInFileDto[];
}
