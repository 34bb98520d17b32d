import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, pageDto, PageQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { NewLease } from './lease.entity';

const SORTS = ['stallCode', '-stallCode', 'vendorName', 'validFrom', '-validFrom'] as const;

export class LeaseQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  stallId?: Id;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  vendorId?: Id;

  @ApiPropertyOptional({ format: 'date', description: 'leases that run on this day' })
  @IsOptional()
  @IsDay()
  on?: BusinessDate;

  @ApiPropertyOptional({ enum: SORTS, default: 'stallCode' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

export class NewLeaseDto implements NewLease {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  stallId: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  vendorId: Id;

  @ApiPropertyOptional({ example: 'HD-DONGVAN-0001' })
  @IsOptional()
  @Matches(/^[A-Z0-9Đ/.-]{3,40}$/)
  number?: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  validFrom: BusinessDate;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsDay()
  validTo?: BusinessDate | null;
}

export class LeaseEndDto {
  @ApiProperty({ format: 'date', description: 'the last day of the lease' })
  @IsDay()
  on: BusinessDate;
}

export class LeaseDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty()
  number: string;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ format: 'uuid' })
  stallId: Id;

  @ApiProperty()
  stallCode: string;

  @ApiProperty({ format: 'uuid' })
  vendorId: Id;

  @ApiProperty()
  vendorName: string;

  @ApiProperty({ format: 'date' })
  validFrom: BusinessDate;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validTo: BusinessDate | null;
}

export class LeasePageDto extends pageDto(LeaseDto) {}

export class LeasedMarketDto {
  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ type: 'integer', description: 'stalls with a lease that runs on the day' })
  leasedCount: number;
}

export class LeasedMarketsQueryDto {
  @ApiPropertyOptional({ format: 'date', description: 'today without it' })
  @IsOptional()
  @IsDay()
  on?: BusinessDate;
}
