import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsIn,
  IsOptional,
  ValidateNested,
} from 'class-validator';
import { SUCCESSION_KINDS, type SuccessionKind } from '../domain/succession';
import { NewStallDto } from '../stalls/stall.dto';

const SORTS = ['beginsOn', '-beginsOn'] as const;

export class SuccessionQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ enum: SUCCESSION_KINDS })
  @IsOptional()
  @IsIn(SUCCESSION_KINDS)
  kind?: SuccessionKind;

  @ApiPropertyOptional({ format: 'uuid', description: 'a stall that ended or began by it' })
  @IsOptional()
  @IsId()
  stallId?: Id;

  @ApiPropertyOptional({ enum: SORTS, default: '-beginsOn' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

/** A stall that comes after others: it stands from the day of the succession on. */
export class SucceedingStallDto extends OmitType(NewStallDto, ['validFrom'] as const) {}

export class NewSuccessionDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty({ enum: SUCCESSION_KINDS })
  @IsIn(SUCCESSION_KINDS)
  kind: SuccessionKind;

  @ApiProperty({ type: [String], format: 'uuid', description: 'the stalls that end' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  fromIds: Id[];

  @ApiProperty({ type: [SucceedingStallDto], description: 'none where stalls are closed' })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SucceedingStallDto)
  to: SucceedingStallDto[];

  @ApiProperty({
    format: 'date',
    description: 'the first day of the new stalls, or without the old; not tomorrow',
  })
  @IsDay()
  beginsOn: BusinessDate;

  @ApiProperty()
  @IsLine(3, 500)
  reason: string;
}

export class NamedStallDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty()
  code: string;
}

export class SuccessionDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ enum: SUCCESSION_KINDS })
  kind: SuccessionKind;

  @ApiProperty({ type: [NamedStallDto] })
  from: NamedStallDto[];

  @ApiProperty({ type: [NamedStallDto] })
  to: NamedStallDto[];

  @ApiProperty({ format: 'date' })
  beginsOn: BusinessDate;

  @ApiProperty()
  reason: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: the program' })
  actorName: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;
}

export class SuccessionPageDto extends pageDto(SuccessionDto) {}
