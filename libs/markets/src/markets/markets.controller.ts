import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam, ListFile } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CommuneStayDto,
  MarketChangeDto,
  MarketDto,
  MarketPageDto,
  MarketQueryDto,
  NewCommuneStayDto,
  NewMarketDto,
} from './market.dto';
import { Markets } from './markets.service';

@ApiTags('markets')
@Controller('markets')
export class MarketsController {
  constructor(
    private readonly db: Database,
    private readonly markets: Markets,
  ) {}

  @Get()
  @Can('markets.read')
  @ListFile<MarketDto>('Chợ', {
    code: 'Mã chợ',
    name: 'Tên chợ',
    boardName: 'Ban quản lý',
    communeName: 'Xã, phường',
    formerDistrictName: 'Địa bàn huyện cũ',
    declaredClass: { title: 'Hạng công bố', kind: 'number' },
    computedClass: { title: 'Hạng theo số điểm', kind: 'number' },
    stallCount: { title: 'Số điểm kinh doanh', kind: 'number' },
    pointCount: { title: 'Số điểm từ 3 m²', kind: 'number' },
    meets: { title: 'Họp chợ', of: (meets) => (meets === 'daily' ? 'Hằng ngày' : 'Theo phiên') },
    tariffGroup: 'Nhóm chợ theo quyết định giá',
    openedOn: { title: 'Hoạt động từ', kind: 'day' },
  })
  @ApiOkResponse({ type: MarketPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: MarketQueryDto): Promise<MarketPageDto> {
    return this.db.read(actor, (tx) => this.markets.list(tx, query));
  }

  @Post()
  @Can('markets.write')
  @ApiCreatedResponse({ type: MarketDto })
  create(@CurrentActor() actor: Actor, @Body() body: NewMarketDto): Promise<MarketDto> {
    return this.db.write(actor, (tx) => this.markets.create(tx, body));
  }

  @Get(':id')
  @Can('markets.read')
  @ApiOkResponse({ type: MarketDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<MarketDto> {
    return this.db.read(actor, (tx) => this.markets.get(tx, id));
  }

  @Patch(':id')
  @Can('markets.write')
  @ApiOkResponse({ type: MarketDto })
  change(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: MarketChangeDto,
  ): Promise<MarketDto> {
    return this.db.write(actor, (tx) => this.markets.change(tx, id, body));
  }

  @Get(':id/communes')
  @Can('markets.read')
  @ApiOkResponse({ type: [CommuneStayDto] })
  communes(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<CommuneStayDto[]> {
    return this.db.read(actor, (tx) => this.markets.communeStays(tx, id));
  }

  @Post(':id/communes')
  @HttpCode(200)
  @Can('markets.write')
  @ApiOkResponse({ type: [CommuneStayDto] })
  setCommune(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: NewCommuneStayDto,
  ): Promise<CommuneStayDto[]> {
    return this.db.write(actor, async (tx) => {
      await this.markets.setCommune(tx, id, body.communeId, body.from ?? null);
      return this.markets.communeStays(tx, id);
    });
  }
}
