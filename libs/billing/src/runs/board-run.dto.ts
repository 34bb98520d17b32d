import type { BusinessDate, Facts, Id, Month } from '@cho40/kernel';
import { IsId, IsMonth, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { DIFFERENCE_SORTS, type DifferenceSort } from '../domain/differences';
import { ODDITIES, type Oddity } from '../domain/rehearsal';
import { FeeDifferenceDto, IssuedMonthDto, ProblemDto, RehearsedBillDto } from './bill-run.dto';

export class OddityCountDto {
  @ApiProperty({ enum: ODDITIES })
  oddity: Oddity;

  @ApiProperty({ type: 'integer', description: 'bills; one may have several oddities' })
  count: number;
}

/** A market's month in figures: what is to be issued, what is, what there was before. */
export class MarketRehearsalDto {
  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ example: 'DONG-VAN' })
  market: string;

  @ApiProperty()
  marketName: string;

  @ApiProperty({ type: String, format: 'date', description: 'if issued today' })
  dueOn: BusinessDate;

  @ApiProperty({ type: 'integer' })
  newCount: number;

  @ApiProperty({ type: 'integer', description: 'đồng; bills to come' })
  newTotal: number;

  @ApiProperty({ type: 'integer' })
  existingCount: number;

  @ApiProperty({ type: 'integer', description: 'đồng; bills there are and bills to come' })
  total: number;

  @ApiProperty({ type: 'integer', description: 'đồng; of the bills before' })
  lastTotal: number;

  @ApiProperty({ type: 'integer', description: 'bills with an oddity' })
  oddCount: number;

  @ApiProperty({ type: [OddityCountDto] })
  oddities: OddityCountDto[];

  @ApiProperty({ type: [ProblemDto], description: 'while there are any, issuing is refused' })
  problems: readonly ProblemDto[];
}

export class BoardRehearsalDto {
  @ApiProperty({ example: '2026-10' })
  month: Month;

  @ApiProperty({ type: [MarketRehearsalDto] })
  markets: MarketRehearsalDto[];

  @ApiProperty({ type: [FeeDifferenceDto], description: 'of all markets' })
  fees: FeeDifferenceDto[];
}

export class LeftOutDto {
  @ApiProperty({ example: 'DONG-VAN' })
  market: string;

  @ApiProperty({ example: 'billing.noTariff' })
  code: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  facts: Facts;
}

export class IssuedBoardDto {
  @ApiProperty({ example: '2026-10' })
  month: Month;

  @ApiProperty({ type: [IssuedMonthDto] })
  markets: readonly IssuedMonthDto[];

  @ApiProperty({ type: [LeftOutDto], description: 'markets that cannot be issued, and why' })
  leftOut: readonly LeftOutDto[];
}

export class DifferenceQueryDto extends ListQueryDto {
  @ApiProperty({ example: '2026-10' })
  @IsMonth()
  month: Month;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ enum: ['odd', ...ODDITIES], description: 'odd: whatever is odd' })
  @IsOptional()
  @IsIn(['odd', ...ODDITIES])
  oddity?: Oddity | 'odd';

  @ApiPropertyOptional({ enum: DIFFERENCE_SORTS, description: 'oddities first without it' })
  @IsOptional()
  @IsIn(DIFFERENCE_SORTS)
  override sort?: DifferenceSort;
}

export class DifferenceDto extends RehearsedBillDto {
  @ApiProperty()
  marketName: string;
}

export class DifferencePageDto extends pageDto(DifferenceDto) {}
