import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  NewTransferDto,
  TransferDecisionDto,
  TransferDto,
  TransferPageDto,
  TransferQueryDto,
} from './lease-transfer.dto';
import { LeaseTransfers } from './lease-transfers.service';

@ApiTags('tenancy')
@Controller()
export class LeaseTransfersController {
  constructor(
    private readonly db: Database,
    private readonly transfers: LeaseTransfers,
  ) {}

  @Get('lease-transfers')
  @Can('tenancy.read')
  @ApiOkResponse({ type: TransferPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: TransferQueryDto): Promise<TransferPageDto> {
    return this.db.read(actor, (tx) => this.transfers.list(tx, query));
  }

  /** What waits for a second person, for whoever may be that person. */
  @Get('lease-transfers/waiting')
  @Can('tenancy.approve')
  @ApiOkResponse({ type: TransferPageDto })
  waiting(
    @CurrentActor() actor: Actor,
    @Query() query: TransferQueryDto,
  ): Promise<TransferPageDto> {
    return this.db.read(actor, (tx) => this.transfers.list(tx, { ...query, state: 'waiting' }));
  }

  /** Passes a stall to another vendor, or asks for it, as the market allows. */
  @Post('leases/:id/transfers')
  @Can('tenancy.write')
  @ApiCreatedResponse({ type: TransferDto })
  ask(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: NewTransferDto,
  ): Promise<TransferDto> {
    return this.db.write(actor, (tx) => this.transfers.ask(tx, id, body));
  }

  @Post('lease-transfers/:id/decision')
  @HttpCode(200)
  @Can('tenancy.approve')
  @ApiOkResponse({ type: TransferDto })
  decide(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: TransferDecisionDto,
  ): Promise<TransferDto> {
    return this.db.write(actor, (tx) => this.transfers.decide(tx, id, body));
  }
}
