import { PAPER_SIZES, type Id, type Month, type PaperSize } from '@cho40/kernel';
import { IsId, IsMonth } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

export class PaperQueryDto {
  @ApiPropertyOptional({ enum: PAPER_SIZES, description: 'A5 without it' })
  @IsOptional()
  @IsIn(PAPER_SIZES)
  size: PaperSize = 'A5';
}

export class NewBillPrintDto {
  @ApiProperty({ example: '2026-10' })
  @IsMonth()
  month: Month;

  @ApiPropertyOptional({ format: 'uuid', description: 'with all zones in it; else all zones' })
  @IsOptional()
  @IsId()
  zoneId?: Id;
}

export const PRINT_STATES = ['waiting', 'printing', 'done', 'failed'] as const;

export class BillPrintDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ example: '2026-10' })
  month: Month;

  @ApiProperty({ type: String, nullable: true })
  zoneName: string | null;

  @ApiProperty({ enum: PRINT_STATES })
  state: (typeof PRINT_STATES)[number];

  @ApiProperty({ type: 'integer', nullable: true, description: 'known once printing began' })
  billCount: number | null;

  @ApiProperty({ type: 'integer' })
  printed: number;

  @ApiProperty({ type: Date })
  madeAt: Date;

  @ApiProperty({ description: 'kept for a day' })
  hasFile: boolean;
}
