import { invariant, type Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  type Once,
} from '@cho40/platform';
import type { NewTicket } from '@cho40/billing';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import {
  type NewTicketDto,
  SellTicketsDto,
  SoldTicketsDto,
  VoidTicketDto,
} from './ticket-sale.dto';
import { TicketSales } from './ticket-sales.service';
import type { Collector } from './ticket-takings.service';

@ApiTags('cash')
@Controller('tickets')
export class TicketSalesController {
  constructor(
    private readonly db: Database,
    private readonly sales: TicketSales,
  ) {}

  /** Tickets that whoever is signed in sells; cash is in their hand. */
  @Post()
  @Can('cash.collect')
  @ApiCreatedResponse({ type: SoldTicketsDto })
  sell(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @Body() { tickets }: SellTicketsDto,
  ): Promise<SoldTicketsDto> {
    return this.db.writeOnce(actor, once, async (tx) => {
      const sold = await this.sales.sell(tx, tickets.map(ticketOfBody), collectorOf(actor));
      const items = sold.map(({ id, number, code, amount, outcome }) => ({
        id,
        number,
        code,
        amount,
        outcome,
      }));
      return { items };
    });
  }

  /** Cash for a ticket whose transfer did not come. */
  @Post(':id/cash')
  @HttpCode(204)
  @Can('cash.collect')
  @ApiNoContentResponse()
  async payInCash(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
  ): Promise<void> {
    const collector = collectorOf(actor);
    await this.db.writeOnce(actor, once, (tx) => this.sales.payInCash(tx, id, collector));
  }

  @Post(':id/void')
  @HttpCode(204)
  @Can('billing.issue')
  @ApiNoContentResponse()
  async void(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { reason }: VoidTicketDto,
  ): Promise<void> {
    await this.db.writeOnce(actor, once, (tx) => this.sales.void(tx, id, reason));
  }
}

function collectorOf({ userId, displayName: name }: Actor): Collector {
  invariant(userId !== null, 'a ticket sold by nobody');
  return { id: userId, name };
}

function ticketOfBody({ areaM2, isRoofed, goodsGroup, carrier, ...body }: NewTicketDto): NewTicket {
  return {
    ...body,
    areaM2: areaM2 ?? null,
    isRoofed: isRoofed ?? null,
    goodsGroup: goodsGroup?.trim() ?? null,
    carrier: carrier ?? null,
    offDayReason: body.offDayReason?.trim() ?? null,
    count: 1,
  };
}
