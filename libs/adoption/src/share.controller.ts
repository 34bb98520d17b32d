import { type Actor, Can, CurrentActor, Database, ListFile } from '@cho40/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ShareReport } from './share-report.service';
import { shareColumns } from './share-columns';
import {
  ShareOfMonthDto,
  ShareQueryDto,
  ShareRowDto,
  ShareTrendDto,
  ShareTrendQueryDto,
} from './share.dto';

@ApiTags('reports')
@Controller('reports/share')
export class ShareController {
  constructor(
    private readonly db: Database,
    private readonly report: ShareReport,
  ) {}

  @Get()
  @Can('adoption.read')
  @ListFile<ShareRowDto>('Tỷ lệ thanh toán không dùng tiền mặt', shareColumns)
  @ApiOkResponse({ type: ShareOfMonthDto })
  share(@CurrentActor() actor: Actor, @Query() query: ShareQueryDto) {
    return this.db.read(actor, (tx) => this.report.of(tx, query));
  }

  @Get('trend')
  @Can('adoption.read')
  @ApiOkResponse({ type: ShareTrendDto })
  trend(@CurrentActor() actor: Actor, @Query() query: ShareTrendQueryDto) {
    const { by, as, months, until } = query;
    return this.db.read(actor, (tx) => this.report.trend(tx, { by, as, length: months, until }));
  }
}
