import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { TariffUnit } from '../domain/tariff';
import type { NewTariff } from './tariff.entity';

const UNITS = ['m2-month', 'point-month'] as const;
const STATES = ['draft', 'approved'] as const;

export class NewTariffDto implements NewTariff {
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

  @ApiProperty({ example: 'space' })
  @Matches(/^[a-z]{2,30}$/)
  feeType: string;

  @ApiProperty({ enum: UNITS })
  @IsIn(UNITS)
  unit: TariffUnit;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 500_000_000, description: 'đồng with VAT' })
  @IsInt()
  @Min(1)
  @Max(500_000_000)
  price: number;

  @ApiProperty({ format: 'date' })
  @IsDay()
  validFrom: BusinessDate;
}

export class TariffDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ format: 'uuid' })
  decisionId: Id;

  @ApiProperty()
  decisionNumber: string;

  @ApiProperty()
  feeType: string;

  @ApiProperty({ enum: UNITS })
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
