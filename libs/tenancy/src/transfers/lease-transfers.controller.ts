import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam, ListFile } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { TRANSFER_STATE_WORDS } from '../domain/words';
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
  @ListFile<TransferDto>('Chuyển nhượng điểm kinh doanh', {
    stallCode: 'Điểm kinh doanh',
    leaseNumber: 'Số hợp đồng',
    holderName: { title: 'Người chuyển', width: 32 },
    vendorName: { title: 'Người nhận', width: 32 },
    from: { title: 'Từ ngày', kind: 'day' },
    documentNumber: 'Số văn bản',
    documentOn: { title: 'Ngày văn bản', kind: 'day' },
    reason: { title: 'Lý do', width: 40 },
    state: { title: 'Tình trạng', of: (state) => TRANSFER_STATE_WORDS[state] },
    createdByName: 'Người lập',
    decidedByName: 'Người duyệt',
  })
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
    return this.db.read(actor, (tx) => this.transfers.waiting(tx, query));
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
