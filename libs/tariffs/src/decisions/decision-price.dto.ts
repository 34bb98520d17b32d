import { IsLine } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { DecisionPrice } from '../domain/decision-price';
import {
  CARRIERS,
  TARIFF_UNITS,
  type Carrier,
  type PriceFactors,
  type TariffUnit,
} from '../domain/tariff';
import type { NewDecisionPrice } from './decision.entity';

/** For what a price is meant; left out or null: whatever it is. */
export class PriceFactorsDto implements Partial<PriceFactors> {
  @ApiPropertyOptional({
    type: Boolean,
    nullable: true,
    description: 'under a roof, or open ground',
  })
  @IsOptional()
  @IsBoolean()
  isRoofed?: boolean | null;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 3, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3)
  openSides?: number | null;

  @ApiPropertyOptional({ type: Boolean, nullable: true })
  @IsOptional()
  @IsBoolean()
  isCorner?: boolean | null;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 8, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(8)
  rowGrade?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Rau củ' })
  @IsOptional()
  @IsLine(1, 100)
  goodsGroup?: string | null;

  @ApiPropertyOptional({ enum: CARRIERS, nullable: true })
  @IsOptional()
  @IsIn(CARRIERS)
  carrier?: Carrier | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'agreed in the lease' })
  @IsOptional()
  @IsLine(1, 100)
  priceClass?: string | null;
}

export class NewDecisionPriceDto extends PriceFactorsDto implements NewDecisionPrice {
  @ApiProperty({ example: 'Điểm kinh doanh có 3 mặt thoáng' })
  @IsLine(2, 300)
  description: string;

  @ApiProperty({ example: 'space' })
  @Matches(/^[a-z]{2,30}$/)
  feeType: string;

  @ApiProperty({ enum: TARIFF_UNITS })
  @IsIn(TARIFF_UNITS)
  unit: TariffUnit;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 500_000_000, description: 'đồng with VAT' })
  @IsInt()
  @Min(1)
  @Max(500_000_000)
  price: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 3, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3)
  marketClass?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'a named group of markets' })
  @IsOptional()
  @IsLine(1, 60)
  marketGroup?: string | null;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, default: 0, description: 'kWh or m³' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  tierFrom?: number;

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'a line typed wrong' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(30_000)
  replaces?: number | null;
}

/** What a price is meant for, as it stands. */
export class StoredFactorsDto implements PriceFactors {
  @ApiProperty({ type: Boolean, nullable: true })
  isRoofed: boolean | null;

  @ApiProperty({ type: 'integer', nullable: true })
  openSides: number | null;

  @ApiProperty({ type: Boolean, nullable: true })
  isCorner: boolean | null;

  @ApiProperty({ type: 'integer', nullable: true })
  rowGrade: number | null;

  @ApiProperty({ type: String, nullable: true })
  goodsGroup: string | null;

  @ApiProperty({ enum: CARRIERS, nullable: true, type: String })
  carrier: Carrier | null;

  @ApiProperty({ type: String, nullable: true })
  priceClass: string | null;
}

export class DecisionPriceDto extends StoredFactorsDto implements DecisionPrice {
  @ApiProperty({ type: 'integer' })
  lineNumber: number;

  @ApiProperty()
  description: string;

  @ApiProperty()
  feeType: string;

  @ApiProperty({ enum: TARIFF_UNITS })
  unit: TariffUnit;

  @ApiProperty({ type: 'integer', description: 'đồng with VAT; no tariff passes it' })
  price: DecisionPrice['price'];

  @ApiProperty({ type: 'integer', nullable: true })
  marketClass: number | null;

  @ApiProperty({ type: String, nullable: true })
  marketGroup: string | null;

  @ApiProperty({ type: 'integer' })
  tierFrom: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'the line in its place' })
  replacedBy: number | null;
}
