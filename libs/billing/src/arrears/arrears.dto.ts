import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type as ReadAs } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';

export const ARREARS_BY = ['lease', 'zone', 'market'] as const;
/** Days past the due day at which a column of the ageing begins. */
export const AGES = [0, 31, 61, 91] as const;
const SORTS = ['place', 'total', '-total', 'oldest', '-oldest'] as const;

export class ArrearsQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ enum: ARREARS_BY, default: 'lease' })
  @IsOptional()
  @IsIn(ARREARS_BY)
  by: (typeof ARREARS_BY)[number] = 'lease';

  @ApiPropertyOptional({ type: String, format: 'date', description: 'today without it' })
  @IsOptional()
  @IsDay()
  asOf?: BusinessDate;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ format: 'uuid', description: 'with the zones in it' })
  @IsOptional()
  @IsId()
  zoneId?: Id;

  @ApiPropertyOptional({ enum: AGES, description: 'only what is so many days past due or more' })
  @IsOptional()
  @ReadAs(() => Number)
  @IsIn(AGES)
  minDays?: (typeof AGES)[number];

  @ApiPropertyOptional({ enum: SORTS, description: 'by place without it' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

export class AgeingDto {
  @ApiProperty({ type: 'integer', description: 'đồng; its due day is still to come' })
  notDue: number;

  @ApiProperty({ type: 'integer', description: 'đồng; 0 to 30 days past its due day' })
  upTo30: number;

  @ApiProperty({ type: 'integer', description: 'đồng; 31 to 60 days' })
  upTo60: number;

  @ApiProperty({ type: 'integer', description: 'đồng; 61 to 90 days' })
  upTo90: number;

  @ApiProperty({ type: 'integer', description: 'đồng; more than 90 days' })
  over90: number;

  @ApiProperty({ type: 'integer', description: 'đồng; all of them' })
  total: number;
}

export class ArrearsDto extends AgeingDto {
  @ApiProperty({ format: 'uuid', description: 'of the lease, the zone or the market' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty()
  marketName: string;

  @ApiProperty({ type: String, nullable: true })
  zoneName: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'by lease' })
  stallCode: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'by lease' })
  payerName: string | null;

  @ApiProperty({ type: 'integer' })
  leases: number;

  @ApiProperty({ type: 'integer' })
  bills: number;

  @ApiProperty({ type: String, format: 'date' })
  oldestDueOn: BusinessDate;

  @ApiProperty({ type: 'integer', nullable: true, description: 'the last debt notice, by lease' })
  noticeLevel: number | null;
}

export class ArrearsSumsDto extends AgeingDto {
  @ApiProperty({ type: 'integer', description: 'đồng; paid and needed by no bill yet' })
  credit: number;

  @ApiProperty({ type: 'integer', description: 'đồng; the ledger’s receivable: total − credit' })
  receivable: number;
}

export class ArrearsPageDto extends pageDto(ArrearsDto) {
  @ApiProperty({ type: String, format: 'date' })
  asOf: BusinessDate;

  @ApiProperty({ type: ArrearsSumsDto, description: 'of the whole list' })
  sums: ArrearsSumsDto;
}
