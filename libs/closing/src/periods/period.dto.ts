import type { Facts, Month } from '@cho40/kernel';
import { IsMonth } from '@cho40/platform';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsString, MaxLength } from 'class-validator';
import type { Weight } from '../domain/checklist';

export class PeriodQueryDto {
  @ApiProperty({ example: '2026-10' })
  @IsMonth()
  month: Month;
}

export class CloseMonthDto {
  @ApiProperty({ example: '2026-10' })
  @IsMonth()
  month: Month;

  @ApiProperty({ type: [String], description: 'codes of the remarks that were read' })
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  acknowledged: string[];

  @ApiProperty({ description: 'why the remarks are no obstacle; empty where there are none' })
  @IsString()
  @MaxLength(1000)
  note: string;
}

export class ChecklistItemDto {
  @ApiProperty()
  code: string;

  @ApiProperty({ enum: ['blocks', 'remark'] })
  weight: Weight;

  @ApiProperty({ type: 'object', additionalProperties: true })
  facts: Facts;
}

export class ClosedPeriodDto {
  @ApiProperty({ type: String, format: 'date-time' })
  closedAt: Date;

  @ApiProperty()
  closedByName: string;

  @ApiProperty()
  note: string;

  @ApiProperty({ type: 'integer' })
  transferCount: number;

  @ApiProperty({ type: 'integer', description: 'đồng; what all transfers of the month moved' })
  transferTotal: number;

  @ApiProperty({ description: 'SHA-256 in hex of this month and all before' })
  hash: string;
}

export class PeriodDto {
  @ApiProperty({ example: '2026-10' })
  month: Month;

  @ApiProperty({ type: ClosedPeriodDto, nullable: true, description: 'null while it is open' })
  closed: ClosedPeriodDto | null;
}

export class MovementDto {
  @ApiProperty()
  account: string;

  @ApiProperty({ type: 'integer', description: 'đồng; debits − credits before the month' })
  opening: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  debits: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  credits: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  closing: number;
}

export class PeriodViewDto extends PeriodDto {
  @ApiProperty({ type: [ChecklistItemDto], description: 'of a closed month: as it was then' })
  items: ChecklistItemDto[];

  @ApiProperty({ type: [MovementDto], description: 'by group of accounts: `receivable`, `bank`' })
  movements: MovementDto[];
}
