import { type Actor, Can, CurrentActor, Database, pageOf } from '@cho40/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { countDeliveries, listDeliveries } from './delivery.queries';
import { DeliveryPageDto, DeliveryQueryDto } from './feeds.dto';

@ApiTags('banking')
@Controller('deliveries')
export class DeliveriesController {
  constructor(private readonly db: Database) {}

  @Get()
  @Can('banking.read')
  @ApiOkResponse({ type: DeliveryPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: DeliveryQueryDto): Promise<DeliveryPageDto> {
    const isShown = actor.permissions.has('banking.personal');
    return this.db.read(actor, async (tx) => {
      const rows = await listDeliveries(tx, query);
      const items = rows.map(({ raw, ...delivery }) => ({
        ...delivery,
        body: isShown ? raw.toString('utf8') : null,
      }));
      return pageOf(items, query, await countDeliveries(tx, query.feedId));
    });
  }
}
