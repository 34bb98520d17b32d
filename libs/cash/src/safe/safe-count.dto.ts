import type { BusinessDate, Id } from '@cho40/kernel';
import { IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsNotes, NoteCountDto } from './note-count.dto';

export class CountSafeDto {
  @ApiProperty({ format: 'uuid', description: 'made by whoever counts; a retry repeats it' })
  @IsId()
  id: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiProperty({ type: [NoteCountDto], description: 'an empty list: the safe is empty' })
  @IsNotes()
  notes: NoteCountDto[];

  @ApiProperty({ description: 'who counted along', minLength: 2, maxLength: 100 })
  @IsLine(2, 100)
  witnessName: string;

  @ApiPropertyOptional({ description: 'needed where the count differs from the books' })
  @IsString()
  @MaxLength(500)
  remark: string = '';

  @ApiPropertyOptional({
    type: 'integer',
    description: 'đồng counted less booked, confirmed after counting again',
  })
  @IsOptional()
  @IsInt()
  confirmedDifference?: number;
}

export class SafeCountQueryDto extends ListQueryDto {}

export class SafeCountDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty()
  boardName: string;

  @ApiProperty({ example: 'KK-2026-00001' })
  number: string;

  @ApiProperty({ type: 'integer', description: 'đồng counted' })
  counted: number;

  @ApiProperty({ type: 'integer', description: 'đồng that had to lie there by the books' })
  booked: number;

  @ApiProperty({ type: 'integer', description: 'đồng posted under the cashier’s name' })
  difference: number;

  @ApiProperty({ type: [NoteCountDto] })
  notes: readonly NoteCountDto[];

  @ApiProperty()
  witnessName: string;

  @ApiProperty()
  cashierName: string;

  @ApiProperty()
  remark: string;

  @ApiProperty({ type: String, format: 'date-time' })
  countedAt: Date;

  @ApiProperty({ type: String, format: 'date' })
  countedOn: BusinessDate;
}
export class SafeCountPageDto extends pageDto(SafeCountDto) {}
