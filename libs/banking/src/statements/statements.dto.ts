import type { Id } from '@cho40/kernel';
import { IsId, pageDto, ListQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

export class StatementUploadDto {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'XLSX, CSV, MT940 or camt.053/.054, up to 10 MB',
  })
  @IsOptional()
  file?: unknown;

  @ApiPropertyOptional({ format: 'uuid', description: 'without it, the account the file names' })
  @IsOptional()
  @IsId()
  accountId?: Id;
}

export class ShownRowDto {
  @ApiProperty({ type: 'integer', description: 'as the spreadsheet program numbers it' })
  number: number;

  @ApiProperty({ type: [String] })
  cells: string[];
}

export class ShownSheetDto {
  @ApiProperty()
  name: string;

  @ApiProperty({ type: [ShownRowDto] })
  rows: ShownRowDto[];
}

export class StatementConflictDto {
  @ApiProperty({ enum: ['conflict', 'two-fit'] })
  kind: 'conflict' | 'two-fit';

  @ApiProperty({ type: 'integer', nullable: true, description: 'the row of the file' })
  rowNumber: number | null;

  @ApiProperty({ format: 'date' })
  bookedOn: string;

  @ApiProperty({ enum: ['in', 'out'] })
  direction: 'in' | 'out';

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;
}

export class StatementImportDto {
  @ApiProperty({ example: 'vietcombank' })
  layout: string;

  @ApiProperty()
  bin: string;

  @ApiProperty()
  accountNumber: string;

  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty({ format: 'date' })
  fromOn: string;

  @ApiProperty({ format: 'date' })
  toOn: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'đồng; null: notifications' })
  opening: number | null;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  credits: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  debits: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'đồng; null: notifications' })
  closing: number | null;

  @ApiProperty({ type: 'integer' })
  rowCount: number;

  @ApiProperty({ type: 'integer', description: 'not seen before' })
  newCount: number;

  @ApiProperty({ type: 'integer', description: 'in a statement imported before' })
  knownCount: number;

  @ApiProperty({ type: 'integer', description: 'shown before by a feed' })
  linkedCount: number;

  @ApiProperty({ type: [StatementConflictDto], description: 'rows that wait for a person' })
  conflicts: StatementConflictDto[];

  @ApiProperty({ type: 'integer', description: 'new rows of days on which a feed was open' })
  lostByFeed: number;

  @ApiProperty({ type: 'integer', description: 'đồng that our books have before the first day' })
  booksOpening: number;

  @ApiProperty({ description: 'the same file was imported before' })
  isImported: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: a preview' })
  statementId: string | null;
}

export class StatementQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  accountId?: Id;
}

export class StatementDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty()
  bin: string;

  @ApiProperty()
  accountNumber: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty()
  layout: string;

  @ApiProperty({ format: 'date' })
  fromOn: string;

  @ApiProperty({ format: 'date' })
  toOn: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'đồng; null: notifications' })
  opening: number | null;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  credits: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  debits: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'đồng; null: notifications' })
  closing: number | null;

  @ApiProperty({ type: 'integer' })
  rowCount: number;

  @ApiProperty({ type: 'integer' })
  lostByFeed: number;

  @ApiProperty({ type: 'integer', description: 'days of the period that are proven' })
  provenDays: number;

  @ApiProperty({ type: 'integer', description: 'days of the period' })
  days: number;

  @ApiProperty()
  importedByName: string;

  @ApiProperty({ format: 'date-time' })
  importedAt: Date;
}

export class StatementPageDto extends pageDto(StatementDto) {}
