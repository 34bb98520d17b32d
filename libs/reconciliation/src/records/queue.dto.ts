import type { Id } from '@cho40/kernel';
import { IsId } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { BankRecordDto } from './bank-record.dto';
import { QUEUE_ORDERS, QUEUE_STATES, type QueueOrder, type QueueState } from './queue.queries';

export class RecordQueueQueryDto {
  @ApiPropertyOptional({ enum: QUEUE_ORDERS, default: 'age', description: 'amount: largest first' })
  @IsOptional()
  @IsIn(QUEUE_ORDERS)
  order: QueueOrder = 'age';

  @ApiPropertyOptional({ enum: QUEUE_STATES, default: 'unmatched' })
  @IsOptional()
  @IsIn(QUEUE_STATES)
  state: QueueState = 'unmatched';

  @ApiPropertyOptional({ format: 'uuid', description: 'goes on behind this record' })
  @IsOptional()
  @IsId()
  after?: Id;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 50, default: 25 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  limit: number = 25;
}

export class RecordQueueDto {
  @ApiProperty({ type: [BankRecordDto] })
  items: BankRecordDto[];

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '`after` of the next few; null at the end',
  })
  next: string | null;
}
