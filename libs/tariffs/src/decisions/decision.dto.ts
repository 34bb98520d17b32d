import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { NewDecision } from './decision.entity';
import { DecisionPriceDto, NewDecisionPriceDto } from './decision-price.dto';

const SORTS = ['-effectiveFrom', 'effectiveFrom', 'number'] as const;

export class DecisionQueryDto extends ListQueryDto {
  @ApiPropertyOptional()
  @IsOptional()
  @MaxLength(80)
  provinceId?: string;

  @ApiPropertyOptional({ enum: SORTS, default: '-effectiveFrom' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

/** Lines of a decision, as its appendix has them. */
export class DecisionPricesDto {
  @ApiProperty({ type: [NewDecisionPriceDto], minItems: 1, maxItems: 300 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  @Type(() => NewDecisionPriceDto)
  prices: NewDecisionPriceDto[];
}

export class NewDecisionDto implements NewDecision {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty({ example: 'P08' })
  @IsString()
  @MaxLength(80)
  provinceId: string;

  @ApiProperty({ example: '27/2024/QĐ-UBND' })
  @IsLine(3, 60)
  number: string;

  @ApiProperty({ example: 'UBND tỉnh Tuyên Quang' })
  @IsLine(3, 200)
  issuer: string;

  @ApiProperty()
  @IsLine(3, 500)
  title: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  issuedOn: BusinessDate;

  @ApiProperty({ format: 'date' })
  @IsDay()
  effectiveFrom: BusinessDate;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsDay()
  effectiveTo?: BusinessDate | null;

  @ApiPropertyOptional({ type: [NewDecisionPriceDto], maxItems: 300, description: 'now or later' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  @Type(() => NewDecisionPriceDto)
  prices?: NewDecisionPriceDto[];
}

export class DecisionDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty()
  provinceId: string;

  @ApiProperty()
  provinceName: string;

  @ApiProperty()
  number: string;

  @ApiProperty()
  issuer: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ format: 'date' })
  issuedOn: BusinessDate;

  @ApiProperty({ format: 'date' })
  effectiveFrom: BusinessDate;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  effectiveTo: BusinessDate | null;
}

/** A decision with its lines. */
export class DecisionDetailDto extends DecisionDto {
  @ApiProperty({ type: [DecisionPriceDto] })
  prices: DecisionPriceDto[];
}

export class DecisionPageDto extends pageDto(DecisionDto) {}
