import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  ListFile,
  type Once,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MeterDto, MeterPageDto, MeterQueryDto, MeterRemovalDto, NewMeterDto } from './meter.dto';
import { Meters } from './meters.service';

@ApiTags('meters')
@Controller()
export class MetersController {
  constructor(
    private readonly db: Database,
    private readonly meters: Meters,
  ) {}

  @Get('meters')
  @Can('billing.read')
  @ApiOkResponse({ type: MeterPageDto })
  @ListFile<MeterDto>('Công tơ', {
    code: 'Số công tơ',
    feeType: { title: 'Loại', of: (kind) => (kind === 'water' ? 'Nước' : 'Điện') },
    marketName: 'Chợ',
    stallCode: 'Điểm kinh doanh',
    zoneName: 'Khu',
    digits: { title: 'Số chữ số', kind: 'number' },
    multiplier: { title: 'Hệ số nhân', kind: 'number' },
    lastValue: { title: 'Chỉ số gần nhất', kind: 'number' },
    lastReadOn: { title: 'Ngày ghi', kind: 'day' },
    installedOn: { title: 'Ngày lắp', kind: 'day' },
    removedOn: { title: 'Ngày tháo', kind: 'day' },
  })
  list(@CurrentActor() actor: Actor, @Query() query: MeterQueryDto): Promise<MeterPageDto> {
    return this.db.read(actor, (tx) => this.meters.list(tx, query));
  }

  @Post('markets/:id/meters')
  @Can('meters.write')
  @ApiCreatedResponse({ type: MeterDto })
  install(
    @CurrentActor() actor: Actor,
    @IdParam() marketId: Id,
    @Body() body: NewMeterDto,
  ): Promise<MeterDto> {
    return this.db.write(actor, async (tx) => {
      const [id = marketId] = await this.meters.install(tx, marketId, [body]);
      return this.meters.get(tx, id);
    });
  }

  @Post('meters/:id/remove')
  @HttpCode(200)
  @Can('meters.write')
  @ApiOkResponse({ type: MeterDto })
  remove(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { on, lastValue: value, hasRolledOver, next }: MeterRemovalDto,
  ): Promise<MeterDto> {
    const removal = { on, last: { value, hasRolledOver }, next: next ?? null };
    return this.db.writeOnce(actor, once, (tx) => this.meters.remove(tx, id, removal));
  }
}
