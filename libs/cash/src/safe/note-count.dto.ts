import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { type Note, NOTES } from '../domain/notes';

export class NoteCountDto {
  @ApiProperty({ enum: NOTES, type: 'integer', description: 'đồng, what one note is worth' })
  @IsIn(NOTES)
  note: Note;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100_000 })
  @IsInt()
  @Min(0)
  @Max(100_000)
  count: number;
}

/** A field is a list of notes, each once at most: `notes: NoteCountDto[]`. */
export const IsNotes = () =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(NOTES.length),
    ValidateNested({ each: true }),
    Type(() => NoteCountDto),
  );
