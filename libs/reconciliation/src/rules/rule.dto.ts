import type { Id } from '@cho40/kernel';
import { IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { RULED_CLASSES, type RuledClass } from '../domain/rule';
import { RECORD_STATES, type RecordState } from '../records/bank-records.queries';

export class RuleQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ enum: ['draft', 'on', 'off'] })
  @IsOptional()
  @IsIn(['draft', 'on', 'off'])
  state?: 'draft' | 'on' | 'off';
}

export class NewRuleDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiProperty({ enum: RULED_CLASSES })
  @IsIn(RULED_CLASSES)
  class: RuledClass;

  @ApiPropertyOptional({ description: 'stand in the text; marks, case and spaces do not matter' })
  @IsOptional()
  @IsLine(4, 100)
  words?: string;

  @ApiPropertyOptional({ description: 'the other side’s account' })
  @IsOptional()
  @IsLine(4, 30)
  account?: string;
}

export class RuleDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['in', 'out'] })
  direction: 'in' | 'out';

  @ApiProperty({ type: String, nullable: true })
  words: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the account’s last four digits' })
  accountLast4: string | null;

  @ApiProperty({ enum: RULED_CLASSES })
  class: RuledClass;

  @ApiProperty({ enum: ['draft', 'on', 'off'] })
  state: 'draft' | 'on' | 'off';

  @ApiProperty()
  createdByName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  rehearsedAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  onByName: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  onAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  offByName: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  offAt: Date | null;

  @ApiProperty({ type: 'integer', description: 'records that waited when it was switched on' })
  reached: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'null while it still looks at what waits',
  })
  reachedAt: Date | null;
}
export class RulePageDto extends pageDto(RuleDto) {}

export class RehearseRuleDto {
  @ApiPropertyOptional({ type: 'integer', default: 1000, description: 'the newest records' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5000)
  last?: number;
}

export class RuleRehearsedRecordDto {
  @ApiProperty({ format: 'uuid' })
  recordId: string;

  @ApiProperty({ format: 'date' })
  bookedOn: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ description: '… without the right to payers’ data' })
  content: string;

  @ApiProperty({ enum: RECORD_STATES })
  state: RecordState;

  @ApiProperty({ type: String, nullable: true, description: 'what it was classified as' })
  class: string | null;
}

export class RuleRehearsalDto {
  @ApiProperty({ type: 'integer', description: 'records looked at' })
  looked: number;

  @ApiProperty({ type: 'integer', description: 'that it would classify if they came in now' })
  fits: number;

  @ApiProperty({ type: 'integer', description: 'of those: wait, and are classified when it is on' })
  waiting: number;

  @ApiProperty({ type: 'integer', description: 'of those: were classified the same' })
  same: number;

  @ApiProperty({ type: 'integer', description: 'of those: were something else; read them first' })
  otherwise: number;

  @ApiProperty({
    type: [RuleRehearsedRecordDto],
    description: 'up to 50, what was otherwise first',
  })
  records: RuleRehearsedRecordDto[];
}
