import type { Id } from '@cho40/kernel';
import { IsId, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type Provider, PROVIDERS } from './providers';

const VERDICTS = ['verified', 'stale', 'pulled'] as const;
const STATES = ['waiting', 'read', 'test', 'failed'] as const;
const OUTCOMES = ['waiting', 'booked', 'asked', 'nothing', 'unreadable'] as const;
const ASKED = ['conflict', 'two-fit', 'unknown-account'] as const;

export class DeliveryQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  feedId?: Id;

  @ApiPropertyOptional({ enum: VERDICTS })
  @IsOptional()
  @IsIn(VERDICTS)
  verdict?: (typeof VERDICTS)[number];

  @ApiPropertyOptional({
    enum: [...STATES, 'asked'],
    description: 'asked: something in it waits, or waited, for a person',
  })
  @IsOptional()
  @IsIn([...STATES, 'asked'])
  state?: (typeof STATES)[number] | 'asked';
}

export class DeliveryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  feedId: string;

  @ApiProperty({ enum: PROVIDERS })
  provider: Provider;

  @ApiProperty({ format: 'date-time' })
  receivedAt: Date;

  @ApiProperty({ enum: VERDICTS, description: 'stale: well signed, too late; pulled: we asked' })
  verdict: (typeof VERDICTS)[number];

  @ApiProperty({ enum: STATES })
  state: (typeof STATES)[number];

  @ApiProperty({ type: String, nullable: true, description: 'of a failed one: the field, a fault' })
  why: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: Date | null;

  @ApiProperty({ type: 'integer' })
  bytes: number;

  @ApiProperty({ enum: OUTCOMES, description: 'what became of it' })
  outcome: (typeof OUTCOMES)[number];

  @ApiProperty({ enum: ASKED, nullable: true, description: 'what a person is asked about it' })
  asked: (typeof ASKED)[number] | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  recordId: string | null;

  @ApiProperty({ type: 'integer', description: 'how many records it was the first to show so' })
  recordCount: number;

  @ApiProperty({ description: 'whether its records are proven, by it or by something else' })
  isBelieved: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'masked without banking.personal' })
  body: string | null;
}

export class DeliveryPageDto extends pageDto(DeliveryDto) {}

/** How often somebody knocked at a feed's door in an hour without knowing its secret. */
export class BadSignaturesDto {
  @ApiProperty({ format: 'uuid' })
  feedId: string;

  @ApiProperty({ enum: PROVIDERS })
  provider: Provider;

  @ApiProperty({ format: 'date-time', description: 'the hour’s beginning' })
  hour: Date;

  @ApiProperty({ type: 'integer' })
  count: number;
}
