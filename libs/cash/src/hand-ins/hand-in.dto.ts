import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, pageDto, ListQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsNotes, NoteCountDto } from '../safe/note-count.dto';

// đồng: more cash than a collector could carry, far below what an integer of JSON holds.
const MOST = 100_000_000_000;

export class CountHandInDto {
  @ApiProperty({ format: 'uuid', description: 'made by whoever counts; a retry repeats it' })
  @IsId()
  id: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  collectorId: Id;

  @ApiProperty({ type: 'integer', description: 'đồng counted', minimum: 0, maximum: MOST })
  @IsInt()
  @Min(0)
  @Max(MOST)
  amount: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: MOST,
    description: 'đồng that should have come; what was counted without it: a part of what is held',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST)
  expected?: number;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'counted less expected; without it a difference is refused, to be counted again',
  })
  @IsOptional()
  @IsInt()
  @Min(-MOST)
  @Max(MOST)
  confirmedDifference?: number;

  @ApiPropertyOptional({ type: [NoteCountDto], description: 'adds up to what was counted' })
  @IsOptional()
  @IsNotes()
  notes?: NoteCountDto[];
}

export class HandInQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  collectorId?: Id;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  from?: BusinessDate;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  to?: BusinessDate;
}

export class HandInDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty()
  boardName: string;

  @ApiProperty({ format: 'uuid' })
  collectorId: string;

  @ApiProperty()
  collectorName: string;

  @ApiProperty()
  cashierName: string;

  @ApiProperty({ type: 'integer', description: 'đồng counted' })
  amount: number;

  @ApiProperty({ type: 'integer', description: 'đồng that should have come' })
  expected: number;

  @ApiProperty({ type: String, format: 'date-time' })
  countedAt: Date;
}
export class HandInPageDto extends pageDto(HandInDto) {}

export class CashInHandDto {
  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty()
  boardName: string;

  @ApiProperty({ format: 'uuid' })
  collectorId: string;

  @ApiProperty()
  collectorName: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  inHand: number;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'of the oldest receipt whose money is still held',
  })
  oldestTakenOn: string | null;
}

export class CashInHandListDto {
  @ApiProperty({ type: [CashInHandDto] })
  items: CashInHandDto[];
}

export class CashTodayDto {
  @ApiProperty({ type: 'integer', description: 'đồng' })
  takenTodayVnd: number;

  @ApiProperty({ type: 'integer' })
  receiptsToday: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  handedInTodayVnd: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  inHandVnd: number;

  @ApiProperty({ type: 'integer', description: 'collectors who hold cash' })
  holders: number;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  oldestTakenOn: string | null;
}
