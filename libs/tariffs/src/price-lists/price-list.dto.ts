import type { BusinessDate, Vnd } from '@cho40/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { StoredFactorsDto } from '../decisions/decision-price.dto';
import type { ListedPrice, PriceList } from '../domain/price-list';
import { TARIFF_UNITS, type TariffUnit } from '../domain/tariff';

export class ListedPriceDto extends StoredFactorsDto implements ListedPrice {
  @ApiProperty({ example: 'space' })
  feeType: string;

  @ApiProperty()
  feeName: string;

  @ApiProperty({ description: 'as the decision’s line says it' })
  description: string;

  @ApiProperty({ enum: TARIFF_UNITS })
  unit: TariffUnit;

  @ApiProperty({ type: 'integer', description: 'đồng with VAT' })
  price: Vnd;

  @ApiProperty({ type: 'integer' })
  tierFrom: number;

  @ApiProperty({ type: 'integer', nullable: true })
  taxPercent: number | null;

  @ApiProperty()
  isPassThrough: boolean;

  @ApiProperty()
  decisionNumber: string;

  @ApiProperty()
  decisionIssuer: string;

  @ApiProperty({ format: 'date', type: String })
  decisionIssuedOn: BusinessDate;

  @ApiProperty({ type: 'integer' })
  decisionLine: number;

  @ApiProperty({ format: 'date', type: String })
  validFrom: BusinessDate;
}

export class PriceListDto implements PriceList {
  @ApiProperty({ example: 'DONG-VAN' })
  marketCode: string;

  @ApiProperty()
  marketName: string;

  @ApiProperty()
  boardName: string;

  @ApiProperty({ format: 'date', type: String })
  on: BusinessDate;

  @ApiProperty({ type: [ListedPriceDto] })
  prices: ListedPriceDto[];
}
