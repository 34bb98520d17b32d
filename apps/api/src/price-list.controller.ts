import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database, LimitedTo, Public, systemActor } from '@cho40/platform';
import { PriceLists } from '@cho40/tariffs';
import { priceListPage } from './pages/price-list.page';

/** The page behind the address that hangs at the market. */
@ApiExcludeController()
@Controller('bang-gia')
export class PriceListController {
  constructor(
    private readonly db: Database,
    private readonly lists: PriceLists,
  ) {}

  @Get(':code')
  @Public()
  @LimitedTo(60)
  @Header('Cache-Control', 'public, max-age=300')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@Param('code') code: string): Promise<string> {
    const board = await this.db.read(systemActor([]), (tx) => this.lists.boardOf(tx, code));
    return priceListPage(await this.db.read(systemActor([board]), (tx) => this.lists.of(tx, code)));
  }
}
