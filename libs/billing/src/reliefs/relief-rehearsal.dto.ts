import type { BusinessDate, Id } from '@cho40/kernel';
import { IsId } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  Length,
} from 'class-validator';
import { NewReliefDto, RelievedLeaseDto } from './relief.dto';

/** A relief before anybody proposes it: of what it will say, what sums follow from. */
export class RehearseReliefDto extends OmitType(NewReliefDto, [
  'document',
  'documentOn',
  'reason',
  'leaseIds',
]) {
  @ApiPropertyOptional({
    type: [String],
    description: 'stall codes or vendors’ names, as on paper',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  names?: string[];
}

export class ReliefRehearsalDto {
  @ApiProperty({ type: [RelievedLeaseDto], description: 'with what approval would let off now' })
  leases: RelievedLeaseDto[];

  @ApiProperty({ type: [String], description: 'names that no lease of these days has' })
  unknown: string[];

  @ApiProperty({ type: [String], description: 'names of more than one lease; all are meant' })
  several: string[];
}

export class RehearseWriteOffDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsId({ each: true })
  leaseIds: Id[];
}

export class OwedBillDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  vendorName: string;

  @ApiProperty()
  period: string;

  @ApiProperty({ type: String, format: 'date' })
  dueOn: BusinessDate;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  due: number;
}
