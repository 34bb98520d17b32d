import { AsPdf, Database, LimitedTo, pdfFile, Public, systemActor } from '@cho40/platform';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PriceListDto } from './price-list.dto';
import { PriceLists } from './price-lists.service';

/** Prices change with a second person's approval, so five minutes old is still true enough. */
const CACHED = 'public, max-age=300';

/** What markets charge, for everybody: principle 4 says that no price is a secret. */
@ApiTags('public')
@Controller('public/markets/:code')
export class PriceListsController {
  constructor(
    private readonly db: Database,
    private readonly lists: PriceLists,
  ) {}

  @Get('prices')
  @Public()
  @LimitedTo(60)
  @Header('Cache-Control', CACHED)
  @ApiOkResponse({ type: PriceListDto })
  async prices(@Param('code') code: string): Promise<PriceListDto> {
    const board = await this.db.read(systemActor([]), (tx) => this.lists.boardOf(tx, code));
    const list = await this.db.read(systemActor([board]), (tx) => this.lists.of(tx, code));
    return { ...list, prices: [...list.prices] };
  }

  @Get('prices/pdf')
  @Public()
  @LimitedTo(10)
  @AsPdf()
  async paper(@Param('code') code: string): Promise<StreamableFile> {
    return pdfFile(await this.lists.print(await this.prices(code)), `bang-gia-${code}`);
  }
}
