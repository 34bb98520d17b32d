import { pageDto, PageQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { SOURCES } from '../domain/movement';

const KINDS = ['conflict', 'two-fit', 'unknown-account'] as const;
const STATES = ['open', 'answered'] as const;

export class QuestionQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: STATES, default: 'open' })
  @IsOptional()
  @IsIn(STATES)
  state: (typeof STATES)[number] = 'open';
}

export class AnswerDto {
  @ApiProperty({ description: 'one of the question’s `answers`: a record’s id or a word' })
  @Matches(/^([0-9a-f-]{36}|new|keep|again|ignore)$/)
  answer: string;
}

export class CandidateDto {
  @ApiProperty({ format: 'uuid' })
  recordId: string;

  @ApiProperty({ format: 'date-time' })
  bookedAt: Date;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: String, nullable: true, description: 'null without banking.personal' })
  content: string | null;
}

export class QuestionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ enum: KINDS })
  kind: (typeof KINDS)[number];

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  accountId: string | null;

  @ApiProperty({ type: String, nullable: true })
  accountNumber: string | null;

  @ApiProperty({ enum: SOURCES })
  source: string;

  @ApiProperty({ format: 'date' })
  bookedOn: string;

  @ApiProperty({ enum: ['in', 'out'] })
  direction: 'in' | 'out';

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: String, nullable: true, description: 'null without banking.personal' })
  content: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  statementId: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'the row of the statement file' })
  rowNumber: number | null;

  @ApiProperty({ format: 'date-time' })
  askedAt: Date;

  @ApiProperty({ type: [CandidateDto] })
  candidates: CandidateDto[];

  @ApiProperty({ type: [String], description: 'what may be answered' })
  answers: string[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  answeredByName: string | null;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;
}

export class QuestionPageDto extends pageDto(QuestionDto) {}
