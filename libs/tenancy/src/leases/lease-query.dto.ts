import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, ListQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { LEASE_STATES, type LeaseState } from '../domain/lease-state';
import { BILLING_CYCLES, type BillingCycle } from '../domain/lease-terms';

const SORTS = [
  'stallCode',
  '-stallCode',
  'vendorName',
  '-vendorName',
  'number',
  '-number',
  'validFrom',
  '-validFrom',
  'validTo',
  '-validTo',
] as const;

export class LeaseQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ format: 'uuid', description: 'with the zones inside it; needs marketId' })
  @IsOptional()
  @IsId()
  zoneId?: Id;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  stallId?: Id;

  @ApiPropertyOptional({ format: 'uuid', description: 'who holds it, works the stall or pays' })
  @IsOptional()
  @IsId()
  vendorId?: Id;

  @ApiPropertyOptional({ format: 'date', description: 'leases that run on this day' })
  @IsOptional()
  @IsDay()
  on?: BusinessDate;

  @ApiPropertyOptional({ enum: LEASE_STATES, description: 'as they stand today' })
  @IsOptional()
  @IsIn(LEASE_STATES)
  state?: LeaseState;

  @ApiPropertyOptional({ format: 'date', description: 'their last day is from today to this' })
  @IsOptional()
  @IsDay()
  endsBy?: BusinessDate;

  @ApiPropertyOptional({ enum: BILLING_CYCLES })
  @IsOptional()
  @IsIn(BILLING_CYCLES)
  billingCycle?: BillingCycle;

  @ApiPropertyOptional({ enum: SORTS, default: 'stallCode' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

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
