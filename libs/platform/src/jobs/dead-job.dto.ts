import { ApiProperty } from '@nestjs/swagger';
import { pageDto } from '../http/page.dto';

/** A job that failed so often that a person must look. */
export class DeadJobDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'lib.fact, e.g. banking.recordConfirmed' })
  kind: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  subjectId: string | null;

  @ApiProperty({ type: 'integer' })
  attempts: number;

  @ApiProperty({ description: 'a code and a place in the program', nullable: true, type: String })
  lastError: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ format: 'date-time' })
  endedAt: Date;
}

export class DeadJobPageDto extends pageDto(DeadJobDto) {}
