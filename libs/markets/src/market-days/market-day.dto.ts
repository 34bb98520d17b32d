import { BRANCHES, type Branch, type BusinessDate, type LunarDate } from '@cho40/kernel';
import { IsDay, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { CalendarDay, DatedRule } from '../domain/market-days';

const KINDS = ['off', 'extra'] as const;
const REASONS = ['weekday', 'branch', 'lunarDay', 'extra', 'off'] as const;
const SORTS = ['on', '-on'] as const;

export class MarketDayRuleDto implements DatedRule {
  @ApiProperty({ format: 'date', description: 'it holds until the day of the next one' })
  @IsDay()
  validFrom: BusinessDate;

  @ApiProperty({ type: 'array', items: { type: 'integer' }, description: '1 Monday … 7 Sunday' })
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays: number[];

  @ApiProperty({ enum: BRANCHES, isArray: true, description: 'days of the zodiac (chợ lùi)' })
  @ArrayMaxSize(12)
  @ArrayUnique()
  @IsIn(BRANCHES, { each: true })
  branches: Branch[];

  @ApiProperty({
    type: 'array',
    items: { type: 'integer' },
    description: 'days of the lunar month',
  })
  @ArrayMaxSize(30)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(30, { each: true })
  lunarDays: number[];
}

export class CalendarQueryDto {
  @ApiProperty({ format: 'date' })
  @IsDay()
  from: BusinessDate;

  @ApiProperty({ format: 'date', description: 'at most 400 days after `from`' })
  @IsDay()
  to: BusinessDate;
}

export class LunarDateDto implements LunarDate {
  @ApiProperty({ type: 'integer' })
  day: number;

  @ApiProperty({ type: 'integer' })
  month: number;

  @ApiProperty({ type: 'integer' })
  year: number;

  @ApiProperty()
  isLeapMonth: boolean;
}

export class CalendarDayDto implements CalendarDay {
  @ApiProperty({ format: 'date' })
  day: BusinessDate;

  @ApiProperty({ type: LunarDateDto })
  lunar: LunarDateDto;

  @ApiProperty({ enum: BRANCHES })
  branch: Branch;

  @ApiProperty()
  isMarketDay: boolean;

  @ApiProperty({ enum: REASONS, nullable: true })
  because: CalendarDay['because'];
}

export class MarketCalendarDto {
  @ApiProperty({ description: 'false: nobody has entered the days of this chợ phiên yet' })
  isKnown: boolean;

  @ApiProperty({ type: [CalendarDayDto] })
  days: CalendarDayDto[];
}

export class MarketDayExceptionQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  from?: BusinessDate;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  to?: BusinessDate;

  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: 'off' | 'extra';

  @ApiPropertyOptional({ enum: SORTS, default: '-on' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

export class NewMarketDayExceptionsDto {
  @ApiProperty({ format: 'date' })
  @IsDay()
  from: BusinessDate;

  @ApiPropertyOptional({ format: 'date', description: 'else one day; at most 60 days' })
  @IsOptional()
  @IsDay()
  to?: BusinessDate;

  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind: 'off' | 'extra';

  @ApiProperty({ example: 'Nghỉ Tết Nguyên đán' })
  @IsLine(2, 200)
  reason: string;
}

export class MarketDayExceptionDto {
  @ApiProperty({ format: 'date' })
  on: BusinessDate;

  @ApiProperty({ enum: KINDS })
  kind: 'off' | 'extra';

  @ApiProperty()
  reason: string;
}

export class MarketDayExceptionPageDto extends pageDto(MarketDayExceptionDto) {}
