import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

const STATES = ['proposed', 'inUse', 'ended'] as const;
export type VirtualAccountState = (typeof STATES)[number];

export class VirtualAccountQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  accountId?: Id;

  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: VirtualAccountState;
}

export class NewVirtualAccountDto {
  @ApiProperty({ format: 'uuid', description: 'the receiving account it leads to' })
  @IsId()
  accountId: Id;

  @ApiProperty({ description: 'letters and digits, as the bank gave it' })
  @IsLine(4, 30)
  number: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'a stall: whoever leases it on the day' })
  @IsOptional()
  @IsId()
  stallId?: Id;

  @ApiPropertyOptional({ format: 'uuid', description: 'one lease; a stall or a lease, not both' })
  @IsOptional()
  @IsId()
  leaseId?: Id;

  @ApiProperty({ format: 'date' })
  @IsDay()
  validFrom: BusinessDate;
}

export class EndVirtualAccountDto {
  @ApiProperty({ format: 'date', description: 'its last day' })
  @IsDay()
  validTo: BusinessDate;
}

export class VirtualAccountDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty()
  number: string;

  @ApiProperty()
  marketName: string;

  @ApiProperty()
  stallCode: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  stallId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  leaseId: string | null;

  @ApiProperty({ enum: STATES })
  state: VirtualAccountState;

  @ApiProperty({ format: 'date' })
  validFrom: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validTo: string | null;

  @ApiProperty({ format: 'uuid', description: 'another person approves' })
  createdBy: string;

  @ApiProperty()
  createdByName: string;

  @ApiProperty({ type: String, nullable: true })
  approvedByName: string | null;
}
export class VirtualAccountPageDto extends pageDto(VirtualAccountDto) {}
