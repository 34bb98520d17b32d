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
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { UndoMatchDto } from '../records/bank-record.dto';
import {
  SettlementBatchDetailDto,
  SettlementBatchDto,
  SettlementBatchPageDto,
  SettlementBatchQueryDto,
  TieBatchDto,
} from './settlement-batch.dto';
import { batchPage } from './settlement-batches.queries';
import { SettlementDesk } from './settlement-desk.service';
import { Settling } from './settling.service';

const STATES: Readonly<Record<SettlementBatchDto['state'], string>> = {
  waiting: 'Chờ tiền về',
  found: 'Có khoản khớp số tiền',
  differs: 'Lệch',
  proven: 'Đã chứng minh',
};

/** Batches of wallets, and the bank records that prove them. */
@ApiTags('reconciliation')
@Controller('settlement-batches')
export class SettlementBatchesController {
  constructor(
    private readonly db: Database,
    private readonly desk: SettlementDesk,
    private readonly settling: Settling,
  ) {}

  @Get()
  @Can('reconciliation.read')
  @ListFile<SettlementBatchDto>('Đợt đối soát ví', {
    walletName: 'Ví',
    number: 'Đợt',
    firstOn: { title: 'Từ ngày', kind: 'day' },
    lastOn: { title: 'Đến ngày', kind: 'day' },
    lines: { title: 'Số dòng', kind: 'number' },
    gross: { title: 'Khách nộp', kind: 'money' },
    refunds: { title: 'Hoàn tiền', kind: 'money' },
    fees: { title: 'Phí ví', kind: 'money' },
    net: { title: 'Ngân hàng phải nhận', kind: 'money' },
    state: { title: 'Tình trạng', of: (state) => STATES[state] },
    bookedOn: { title: 'Ngân hàng ghi sổ', kind: 'day' },
    unmatched: { title: 'Dòng chưa khớp', kind: 'number' },
  })
  @ApiOkResponse({ type: SettlementBatchPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: SettlementBatchQueryDto) {
    return this.db.read(actor, (tx) => batchPage(tx, query));
  }

  @Get(':id')
  @Can('reconciliation.read')
  @ApiOkResponse({ type: SettlementBatchDetailDto })
  one(@CurrentActor() actor: Actor, @IdParam() id: Id) {
    return this.db.read(actor, (tx) => this.desk.batch(tx, id));
  }

  /** Says which record is the batch's credit; the sum must be the batch's to the đồng. */
  @Post(':id/tie')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: SettlementBatchDetailDto })
  tie(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() batchId: Id,
    @Body() { recordId, reason, since }: TieBatchDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.settling.tie(tx, { batchId, recordId, reason, since });
      return this.desk.batch(tx, batchId);
    });
  }

  /** Takes a wrong proof back: its payments are undone, the batch waits for its credit again. */
  @Post(':id/untie')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: SettlementBatchDetailDto })
  untie(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() batchId: Id,
    @Body() { reason }: UndoMatchDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.settling.untie(tx, batchId, reason);
      return this.desk.batch(tx, batchId);
    });
  }
}
