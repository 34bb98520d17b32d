import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { IsDay, IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

const SPANS = ['month', 'quarter', 'year', 'term'] as const;
const SORTS = ['validFrom', '-validFrom', 'amount', '-amount', 'party', '-party'] as const;
export type SpanOfSum = (typeof SPANS)[number];

export class CollectionContractQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'date', description: 'in force on that day' })
  @IsOptional()
  @IsDay()
  on?: BusinessDate;

  @ApiPropertyOptional({ enum: SORTS, default: '-validFrom' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

/** Khoán thu: a party collects a market's money for a fixed sum. */
export class NewCollectionContractDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty({ example: 'Hợp tác xã chợ Mèo Vạc' })
  @IsLine(2, 200)
  party: string;

  @ApiProperty({ type: 'integer', description: 'đồng, for each of `per`' })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  amount: Vnd;

  @ApiProperty({ enum: SPANS })
  @IsIn(SPANS)
  per: SpanOfSum;

  @ApiProperty({ example: 'Hợp đồng khoán thu 02/2026/HĐ-BQL' })
  @IsLine(2, 200)
  document: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  validFrom: BusinessDate;

  @ApiProperty({ format: 'date' })
  @IsDay()
  validTo: BusinessDate;
}

export class EndCollectionContractDto {
  @ApiProperty({ format: 'date', description: 'its last day, earlier than agreed' })
  @IsDay()
  on: BusinessDate;

  @ApiProperty()
  @IsLine(3, 500)
  reason: string;
}

export class CollectionContractDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty()
  party: string;

  @ApiProperty({ type: 'integer' })
  amount: Vnd;

  @ApiProperty({ enum: SPANS })
  per: SpanOfSum;

  @ApiProperty()
  document: string;

  @ApiProperty({ format: 'date' })
  validFrom: BusinessDate;

  @ApiProperty({ format: 'date' })
  validTo: BusinessDate;

  @ApiProperty({ type: String, nullable: true })
  endedReason: string | null;
}

export class CollectionContractPageDto extends pageDto(CollectionContractDto) {}
