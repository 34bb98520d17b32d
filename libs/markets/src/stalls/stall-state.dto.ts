import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, IsLine } from '@cho40/platform';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsIn } from 'class-validator';
import { STALL_STATES, type StallState } from '../domain/stall';

/** One state for some stalls: a row that burnt is locked as a whole. */
export class SetStallStatesDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @IsId({ each: true })
  stallIds: Id[];

  @ApiProperty({ enum: STALL_STATES })
  @IsIn(STALL_STATES)
  state: StallState;

  @ApiProperty({ format: 'date', description: 'today or earlier' })
  @IsDay()
  fromOn: BusinessDate;

  @ApiProperty()
  @IsLine(3, 500)
  reason: string;
}

export class StallStateDto {
  @ApiProperty({ type: 'integer', description: 'counted from 1, which the stall began with' })
  number: number;

  @ApiProperty({ enum: STALL_STATES })
  state: StallState;

  @ApiProperty({ format: 'date' })
  fromOn: string;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: the program' })
  actorId: string | null;

  @ApiProperty({ type: String, nullable: true })
  actorName: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;
}
