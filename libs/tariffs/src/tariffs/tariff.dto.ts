import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { PriceFactorsDto, StoredFactorsDto } from '../decisions/decision-price.dto';
import { TARIFF_UNITS, type TariffUnit } from '../domain/tariff';
import type { NewTariff } from './tariff.entity';

const STATES = ['draft', 'approved'] as const;

export class NewTariffDto extends PriceFactorsDto implements NewTariff {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  decisionId: Id;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'the number of the line' })
  @IsInt()
  @Min(1)
  @Max(30_000)
  decisionLine: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 500_000_000, description: 'đồng with VAT' })
  @IsInt()
  @Min(1)
  @Max(500_000_000)
  price: number;

  @ApiProperty({ format: 'date' })
  @IsDay()
  validFrom: BusinessDate;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 20, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(20)
  taxPercent?: number | null;

  @ApiPropertyOptional({ default: false, description: 'collected for somebody else' })
  @IsOptional()
  @IsBoolean()
  isPassThrough?: boolean;
}

export class TariffDto extends StoredFactorsDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ format: 'uuid' })
  decisionId: Id;

  @ApiProperty()
  decisionNumber: string;

  @ApiProperty({ type: 'integer' })
  decisionLine: number;

  @ApiProperty({ type: 'integer', description: 'đồng that the decision allows' })
  ceiling: number;

  @ApiProperty({ type: 'integer', description: 'of a reading: the part above so much' })
  tierFrom: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'VAT within the price' })
  taxPercent: number | null;

  @ApiProperty({ description: 'collected for somebody else' })
  isPassThrough: boolean;

  @ApiProperty()
  feeType: string;

  @ApiProperty({ enum: TARIFF_UNITS })
  unit: TariffUnit;

  @ApiProperty({ type: 'integer', description: 'đồng with VAT' })
  price: number;

  @ApiProperty({ format: 'date' })
  validFrom: BusinessDate;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validTo: BusinessDate | null;

  @ApiProperty({ enum: STATES })
  state: 'draft' | 'approved';

  @ApiProperty({ format: 'uuid', description: 'who drafted it, and so cannot approve it' })
  createdBy: Id;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  approvedBy: Id | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  approvedAt: Date | null;
}

export class FeeTypeDto {
  @ApiProperty({ example: 'space' })
  code: string;

  @ApiProperty()
  nameVi: string;

  @ApiProperty()
  nameEn: string;
}
