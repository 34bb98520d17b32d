import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, IsLine } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Termination } from './lease-course.service';
import type { NewSuspension } from './suspensions.queries';

export class LeaseEndDto implements Termination {
  @ApiProperty({ format: 'date', description: 'the last day of the lease' })
  @IsDay()
  on: BusinessDate;

  @ApiProperty()
  @IsLine(3, 500)
  reason: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'of the decision or request' })
  @IsOptional()
  @IsLine(1, 60)
  documentNumber?: string | null;
}

export class NewSuspensionDto implements NewSuspension {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty({ format: 'date', description: 'the first day that is not billed' })
  @IsDay()
  from: BusinessDate;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    description: 'the last one',
  })
  @IsOptional()
  @IsDay()
  to?: BusinessDate | null;

  @ApiProperty()
  @IsLine(3, 500)
  reason: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsLine(1, 60)
  documentNumber?: string | null;
}

export class ResumptionDto {
  @ApiProperty({ format: 'date', description: 'the first day that is billed again' })
  @IsDay()
  on: BusinessDate;
}

export class SuspensionDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'date' })
  from: BusinessDate;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'null: still' })
  to: BusinessDate | null;

  @ApiProperty()
  reason: string;

  @ApiProperty({ type: String, nullable: true })
  documentNumber: string | null;
}

/** One lease of a stall's line: which it continued, which continues it. */
export class LinkedLeaseDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty()
  number: string;

  @ApiProperty()
  vendorName: string;

  @ApiProperty({ format: 'date' })
  validFrom: BusinessDate;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validTo: BusinessDate | null;

  @ApiProperty({ enum: ['first', 'renewal', 'transfer'], description: 'how it came about' })
  cameBy: 'first' | 'renewal' | 'transfer';
}

export class LeaseHistoryDto {
  @ApiProperty({ type: [LinkedLeaseDto], description: 'the oldest first, with the lease itself' })
  line: LinkedLeaseDto[];

  @ApiProperty({ type: [SuspensionDto], description: 'the newest first' })
  suspensions: SuspensionDto[];
}
