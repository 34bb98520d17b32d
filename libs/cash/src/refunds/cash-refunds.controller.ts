import { invariant, type Id } from '@cho40/kernel';
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
import { wholeBoard } from '../whole-board';
import {
  CashRefundDto,
  CashRefundPageDto,
  CashRefundQueryDto,
  PayCashRefundDto,
  TakeBackRefundDto,
} from './cash-refund.dto';
import { cashRefundOf, cashRefundPage } from './cash-refunds.queries';
import { CashRefunds } from './cash-refunds.service';

/** Refunds approved in cash, as whoever keeps the safe sees them: to whom, how much, and why. */
@ApiTags('cash')
@Controller('cash-refunds')
@Can('cash.count')
export class CashRefundsController {
  constructor(
    private readonly db: Database,
    private readonly refunds: CashRefunds,
  ) {}

  @Get()
  @ListFile<CashRefundDto>('Hoàn trả bằng tiền mặt', {
    slipNumber: 'Số phiếu chi',
    payee: 'Người nhận',
    amount: { title: 'Số tiền', kind: 'money' },
    reason: 'Lý do',
    decidedByName: 'Người duyệt',
    decidedAt: 'Duyệt lúc',
    cashierName: 'Thủ quỹ',
    paidAt: 'Chi lúc',
  })
  @ApiOkResponse({ type: CashRefundPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: CashRefundQueryDto) {
    return this.db.read(actor, async (tx) => {
      await wholeBoard(tx, query.boardId);
      return cashRefundPage(tx, query);
    });
  }

  /** By whoever is signed in, who is not the one that approved it. */
  @Post(':id/pay')
  @HttpCode(200)
  @ApiOkResponse({ type: CashRefundDto })
  pay(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() refundId: Id,
    @Body() { id }: PayCashRefundDto,
  ) {
    const { userId, displayName: name } = actor;
    invariant(userId !== null, 'a refund paid by nobody');
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.refunds.pay(tx, { id, refundId, cashier: { id: userId, name } });
      return cashRefundOf(tx, refundId);
    });
  }

  /** The money lies in the safe again. */
  @Post(':id/take-back')
  @HttpCode(200)
  @ApiOkResponse({ type: CashRefundDto })
  takeBack(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() refundId: Id,
    @Body() { reason }: TakeBackRefundDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.refunds.takeBack(tx, refundId, { reason, byName: actor.displayName });
      return cashRefundOf(tx, refundId);
    });
  }
}
