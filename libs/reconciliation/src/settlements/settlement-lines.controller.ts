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
import { AssignLineDto } from '../records/assign.dto';
import { UndoMatchDto } from '../records/bank-record.dto';
import { LineCorrections } from './line-corrections.service';
import { SettlementDesk } from './settlement-desk.service';
import {
  SettlementLineDto,
  SettlementLinePageDto,
  SettlementLineQueryDto,
} from './settlement-line.dto';

const STATES: Readonly<Record<SettlementLineDto['state'], string>> = {
  waiting: 'Chờ chứng minh',
  unmatched: 'Chưa khớp',
  matched: 'Đã khớp',
  refunded: 'Ví đã hoàn',
  refund: 'Hoàn tiền',
};

/** Lines of wallets' batches, and whose money they are. */
@ApiTags('reconciliation')
@Controller('settlement-lines')
export class SettlementLinesController {
  constructor(
    private readonly db: Database,
    private readonly desk: SettlementDesk,
    private readonly corrections: LineCorrections,
  ) {}

  @Get()
  @Can('reconciliation.read')
  @ListFile<SettlementLineDto>('Dòng đối soát ví', {
    walletName: 'Ví',
    transactionId: 'Mã giao dịch',
    paidAt: 'Nộp lúc',
    amount: { title: 'Số tiền', kind: 'money' },
    fee: { title: 'Phí', kind: 'money' },
    net: { title: 'Thực nhận', kind: 'money' },
    content: { title: 'Nội dung', width: 40 },
    state: { title: 'Kết quả', of: (state) => STATES[state] },
    credited: [
      { title: 'Chợ', of: (credited) => credited?.marketName },
      { title: 'Điểm kinh doanh', of: (credited) => credited?.stallCode },
      { title: 'Tiểu thương', of: (credited) => credited?.vendorName },
    ],
  })
  @ApiOkResponse({ type: SettlementLinePageDto })
  list(@CurrentActor() actor: Actor, @Query() query: SettlementLineQueryDto) {
    return this.db.read(actor, (tx) => this.desk.lines(tx, query));
  }

  /** Names whose money an unmatched line is. */
  @Post(':id/match')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: SettlementLineDto })
  match(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() body: AssignLineDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.corrections.assign(tx, id, body);
      return this.desk.line(tx, id);
    });
  }

  /** Takes a line's payment back; it waits for a person again. */
  @Post(':id/undo')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: SettlementLineDto })
  undo(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { reason, since }: UndoMatchDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.corrections.undo(tx, id, reason, since);
      return this.desk.line(tx, id);
    });
  }
}
