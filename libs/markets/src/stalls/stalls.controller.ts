import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam, ListFile } from '@cho40/platform';
import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { StallState } from '../domain/stall';
import {
  GoodsGroupDto,
  NewStallDto,
  StallChangeDto,
  StallDto,
  StallPageDto,
  StallQueryDto,
} from './stall.dto';
import { Stalls } from './stalls.service';

const STATES: Readonly<Record<StallState, string>> = {
  vacant: 'Để trống',
  trading: 'Đang kinh doanh',
  suspended: 'Tạm ngừng',
  'under-repair': 'Đang sửa chữa',
  locked: 'Bị khóa',
  disputed: 'Có tranh chấp',
};

@ApiTags('markets')
@Controller()
export class StallsController {
  constructor(
    private readonly db: Database,
    private readonly stalls: Stalls,
  ) {}

  @Get('markets/:id/stalls')
  @Can('markets.read')
  @ListFile<StallDto>('Điểm kinh doanh', {
    code: 'Mã điểm',
    zoneName: 'Khu',
    areaM2: { title: 'Diện tích (m²)', kind: 'number' },
    lengthM: { title: 'Dài (m)', kind: 'number' },
    widthM: { title: 'Rộng (m)', kind: 'number' },
    openSides: { title: 'Số mặt thoáng', kind: 'number' },
    isCorner: 'Góc',
    rowGrade: { title: 'Hạng dãy', kind: 'number' },
    isRoofed: 'Có mái che',
    goodsGroup: 'Ngành hàng',
    otherGoodsGroups: { title: 'Ngành hàng khác', of: (groups) => groups.join(', ') },
    state: { title: 'Trạng thái', of: (state) => STATES[state] },
    validFrom: { title: 'Từ ngày', kind: 'day' },
    validTo: { title: 'Đến ngày', kind: 'day' },
    smallAreaReason: 'Lý do dưới 3 m²',
  })
  @ApiOkResponse({ type: StallPageDto })
  list(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Query() query: StallQueryDto,
  ): Promise<StallPageDto> {
    return this.db.read(actor, (tx) => this.stalls.list(tx, id, query));
  }

  @Get('markets/:id/goods-groups')
  @Can('markets.read')
  @ApiOkResponse({ type: [GoodsGroupDto] })
  goodsGroups(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<GoodsGroupDto[]> {
    return this.db.read(actor, (tx) => this.stalls.goodsGroups(tx, id));
  }

  @Post('markets/:id/stalls')
  @Can('markets.write')
  @ApiCreatedResponse({ type: StallDto })
  create(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: NewStallDto,
  ): Promise<StallDto> {
    return this.db.write(actor, (tx) => this.stalls.createOne(tx, id, body));
  }

  @Get('stalls/:id')
  @Can('markets.read')
  @ApiOkResponse({ type: StallDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StallDto> {
    return this.db.read(actor, (tx) => this.stalls.get(tx, id));
  }

  @Patch('stalls/:id')
  @Can('markets.write')
  @ApiOkResponse({ type: StallDto })
  change(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: StallChangeDto,
  ): Promise<StallDto> {
    return this.db.write(actor, (tx) => this.stalls.change(tx, id, body));
  }
}
