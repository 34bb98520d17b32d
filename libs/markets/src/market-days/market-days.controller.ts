import { isBusinessDate, type BusinessDate, type Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdParam,
  ListFile,
  platformError,
} from '@cho40/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  CalendarQueryDto,
  MarketCalendarDto,
  MarketDayExceptionDto,
  MarketDayExceptionPageDto,
  MarketDayExceptionQueryDto,
  MarketDayRuleDto,
  NewMarketDayExceptionsDto,
} from './market-day.dto';
import { MarketDays } from './market-days.service';

@ApiTags('markets')
@Controller('markets/:id')
export class MarketDaysController {
  constructor(
    private readonly db: Database,
    private readonly marketDays: MarketDays,
  ) {}

  /** Every day of a span: lunar date, zodiac day, and whether the market meets. */
  @Get('calendar')
  @Can('markets.read')
  @ApiOkResponse({ type: MarketCalendarDto })
  calendar(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Query() { from, to }: CalendarQueryDto,
  ): Promise<MarketCalendarDto> {
    return this.db.read(actor, (tx) => this.marketDays.calendar(tx, id, from, to));
  }

  @Get('day-rules')
  @Can('markets.read')
  @ApiOkResponse({ type: [MarketDayRuleDto] })
  async rules(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<MarketDayRuleDto[]> {
    const rules = await this.db.read(actor, (tx) => this.marketDays.rules(tx, id));
    return rules.map(({ validFrom, weekdays, branches, lunarDays }) => ({
      validFrom,
      weekdays: [...weekdays],
      branches: [...branches],
      lunarDays: [...lunarDays],
    }));
  }

  @Post('day-rules')
  @HttpCode(204)
  @Can('markets.write')
  @ApiNoContentResponse()
  setRule(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: MarketDayRuleDto,
  ): Promise<void> {
    return this.db.write(actor, (tx) => this.marketDays.setRule(tx, id, body));
  }

  @Delete('day-rules/:day')
  @HttpCode(204)
  @Can('markets.write')
  @ApiParam({ name: 'day', schema: { type: 'string', format: 'date' } })
  @ApiNoContentResponse()
  removeRule(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Param('day') day: string,
  ): Promise<void> {
    const validFrom = dayIn(day);
    return this.db.write(actor, (tx) => this.marketDays.removeRule(tx, id, validFrom));
  }

  @Get('day-exceptions')
  @Can('markets.read')
  @ListFile<MarketDayExceptionDto>('Ngày nghỉ và phiên thêm', {
    on: { title: 'Ngày', kind: 'day' },
    kind: { title: 'Loại', of: (kind) => (kind === 'off' ? 'Nghỉ phiên' : 'Phiên thêm') },
    reason: 'Lý do',
  })
  @ApiOkResponse({ type: MarketDayExceptionPageDto })
  exceptions(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Query() query: MarketDayExceptionQueryDto,
  ): Promise<MarketDayExceptionPageDto> {
    return this.db.read(actor, (tx) => this.marketDays.exceptions(tx, id, query));
  }

  @Post('day-exceptions')
  @HttpCode(204)
  @Can('markets.write')
  @ApiNoContentResponse()
  except(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: NewMarketDayExceptionsDto,
  ): Promise<void> {
    return this.db.write(actor, (tx) => this.marketDays.except(tx, id, body));
  }

  @Delete('day-exceptions/:day')
  @HttpCode(204)
  @Can('markets.write')
  @ApiParam({ name: 'day', schema: { type: 'string', format: 'date' } })
  @ApiNoContentResponse()
  removeException(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Param('day') day: string,
  ): Promise<void> {
    const on = dayIn(day);
    return this.db.write(actor, (tx) => this.marketDays.removeException(tx, id, on));
  }
}

/** A path's day; what is none answers like a missing object. */
function dayIn(text: string): BusinessDate {
  if (!isBusinessDate(text)) throw platformError('notFound');
  return text;
}
