import type { Id } from '@cho40/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { pageDto } from '../http/page.dto';
import { IsId } from '../http/words';
import { ListQueryDto } from '../sheets/list-file';

export class AuditQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  boardId?: Id;

  @ApiPropertyOptional({ description: 'what was acted on, e.g. market:0190…' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  subject?: string;
}

/** One decision of a person, in the chain of its board. */
export class AuditEntryDto {
  @ApiProperty({ format: 'uuid' })
  boardId: Id;

  @ApiProperty({ type: 'integer', description: 'its place in the board’s chain' })
  seq: number;

  @ApiProperty({ format: 'date-time' })
  at: Date;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  actorId: Id | null;

  @ApiProperty({ nullable: true, type: String, description: 'null: the program itself' })
  actorName: string | null;

  @ApiProperty({ description: 'lib.verb, e.g. billing.issueBills' })
  act: string;

  @ApiProperty()
  subject: string;

  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  before: object | null;

  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  after: object | null;

  @ApiProperty({ description: 'in hex, as printed on the closing sheet' })
  hash: string;
}

export class AuditPageDto extends pageDto(AuditEntryDto) {}
