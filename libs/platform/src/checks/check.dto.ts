import type { Id } from '@cho40/kernel';
import { ApiProperty } from '@nestjs/swagger';

export class ViolationDto {
  @ApiProperty({ format: 'uuid' })
  boardId: Id;

  @ApiProperty({ description: 'the invariant’s name, e.g. billing.countersEqualSums' })
  invariant: string;

  @ApiProperty({ description: 'which row' })
  rowKey: string;

  @ApiProperty({ type: Object, additionalProperties: true })
  facts: object;

  @ApiProperty({ format: 'date-time' })
  foundAt: Date;
}

export class CheckRunDto {
  @ApiProperty({ format: 'date-time' })
  startedAt: Date;

  @ApiProperty({ format: 'date-time', nullable: true, type: Date })
  endedAt: Date | null;

  @ApiProperty({ type: 'integer' })
  checks: number;

  @ApiProperty({ type: 'integer' })
  violations: number;
}

/** What one check last said of the actor's boards. */
export class CheckResultDto {
  @ApiProperty({ description: 'the invariant’s name' })
  invariant: string;

  @ApiProperty({ format: 'date-time', nullable: true, type: Date, description: 'the oldest look' })
  checkedAt: Date | null;

  @ApiProperty({ type: 'integer', description: 'looked at' })
  boards: number;

  @ApiProperty({ type: 'integer' })
  violations: number;
}

/** How verify stands for the actor's boards. */
export class ChecksDto {
  @ApiProperty({ type: CheckRunDto, nullable: true })
  lastRun: CheckRunDto | null;

  @ApiProperty({ type: [CheckResultDto], description: 'every check, with what it last said' })
  results: CheckResultDto[];

  @ApiProperty({ type: [ViolationDto], description: 'what stands open' })
  violations: ViolationDto[];
}

export class BackupDto {
  @ApiProperty({ format: 'date-time' })
  at: Date;

  @ApiProperty({ type: 'integer' })
  bytes: number;
}

/** The system's part of Today: whether the figures may be trusted and would survive the disk. */
export class PlatformTodayDto {
  @ApiProperty({ format: 'date-time', nullable: true, type: Date })
  lastCheckAt: Date | null;

  @ApiProperty({ type: 'integer' })
  openViolations: number;

  @ApiProperty({ type: [String], description: 'boards whose automatic matching is stopped' })
  stoppedBoards: string[];

  @ApiProperty({ type: BackupDto, nullable: true, description: 'the last good one' })
  lastBackup: BackupDto | null;

  @ApiProperty({ type: 'integer', description: 'jobs that wait for a person' })
  deadJobs: number;
}
