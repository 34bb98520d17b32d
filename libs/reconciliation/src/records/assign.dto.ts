import type { Id, Vnd } from '@cho40/kernel';
import { IsId } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { UndoMatchDto } from './bank-record.dto';

export class RecordPartDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  billId: Id;

  @ApiProperty({ type: 'integer', description: 'đồng', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  amount: Vnd;
}

class PaidBillsDto extends UndoMatchDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'paid first; the oldest due without it' })
  @IsOptional()
  @IsId()
  billId?: Id;

  @ApiPropertyOptional({
    type: [RecordPartDto],
    description: 'given to these bills first, also of other leases of the board',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RecordPartDto)
  parts?: RecordPartDto[];
}

export class AssignLineDto extends PaidBillsDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  leaseId: Id;
}

export class AssignRecordDto extends PaidBillsDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'a lease or a ticket, not both' })
  @IsOptional()
  @IsId()
  leaseId?: Id;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'one ticket, of whatever sum; it has no bills',
  })
  @IsOptional()
  @IsId()
  ticketId?: Id;
}
