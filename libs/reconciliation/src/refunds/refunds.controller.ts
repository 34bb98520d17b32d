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
  type Reading,
  type Tx,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { reconciliationError } from '../errors';
import {
  RefundCreditDto,
  RefundDetailDto,
  RefundDto,
  RefundPageDto,
  RefundQueryDto,
  RefundReasonDto,
  RefundWordsDto,
} from './refund.dto';
import { refundSteps } from './refund-steps.queries';
import { refundOf, refundPage, type RefundRow } from './refunds.queries';
import { Refunds } from './refunds.service';

/** Money given back to payers: proposed, approved by another person, paid when the bank shows it. */
@ApiTags('refunds')
@Controller()
export class RefundsController {
  constructor(
    private readonly db: Database,
    private readonly refunds: Refunds,
  ) {}

  @Get('refunds')
  @Can('reconciliation.read')
  @ListFile<RefundDto>('Hoàn trả', {
    proposedAt: 'Đề nghị lúc',
    marketName: 'Chợ',
    stallCode: 'Điểm kinh doanh',
    vendorName: 'Tiểu thương',
    payee: 'Người nhận',
    amount: { title: 'Số tiền', kind: 'money' },
    reason: 'Lý do',
    payout: {
      title: 'Cách chi',
      of: (payout) => (payout === 'cash' ? 'Tiền mặt' : 'Chuyển khoản'),
    },
    state: 'Trạng thái',
    proposedByName: 'Người đề nghị',
    decidedByName: 'Người duyệt',
    paidOn: { title: 'Ngày chi', kind: 'day' },
  })
  @ApiOkResponse({ type: RefundPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: RefundQueryDto) {
    return this.db.read(actor, async (tx) => {
      const page = await refundPage(tx, query);
      return { ...page, items: page.items.map((row) => seenBy(tx, row)) };
    });
  }

  /** A refund with what became of it. */
  @Get('refunds/:id')
  @Can('reconciliation.read')
  @ApiOkResponse({ type: RefundDetailDto })
  one(@CurrentActor() actor: Actor, @IdParam() id: Id) {
    return this.db.read(actor, async (tx) => {
      const refund = await refundOf(tx, id);
      if (!refund) throw reconciliationError('refundNotFound', { refundId: id });
      return { ...seenBy(tx, refund), steps: await refundSteps(tx, id) };
    });
  }

  @Post('leases/:id/refunds')
  @Can('reconciliation.decide')
  @ApiCreatedResponse({ type: RefundDto })
  ofCredit(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() leaseId: Id,
    @Body() body: RefundCreditDto,
  ) {
    return this.done(actor, once, (tx) =>
      this.refunds.proposeCredit(tx, leaseId, body.amount, body),
    );
  }

  @Post('bank-records/:id/refunds')
  @Can('reconciliation.decide')
  @ApiCreatedResponse({ type: RefundDto })
  ofRecord(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() recordId: Id,
    @Body() body: RefundWordsDto,
  ) {
    return this.done(actor, once, (tx) => this.refunds.proposeRecord(tx, recordId, body));
  }

  @Post('deposit-uses/:id/refunds')
  @Can('reconciliation.decide')
  @ApiCreatedResponse({ type: RefundDto })
  ofDeposit(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() useId: Id,
    @Body() body: RefundWordsDto,
  ) {
    return this.done(actor, once, (tx) => this.refunds.proposeDeposit(tx, useId, body));
  }

  /** By another person than proposed it. */
  @Post('refunds/:id/approve')
  @HttpCode(200)
  @Can('billing.approve')
  @ApiOkResponse({ type: RefundDto })
  approve(@CurrentActor() actor: Actor, @IdempotencyKey() once: Once, @IdParam() id: Id) {
    return this.done(actor, once, (tx) => this.refunds.approve(tx, id), id);
  }

  @Post('refunds/:id/refuse')
  @HttpCode(200)
  @Can('billing.approve')
  @ApiOkResponse({ type: RefundDto })
  refuse(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { reason }: RefundReasonDto,
  ) {
    return this.done(actor, once, (tx) => this.refunds.refuse(tx, id, reason), id);
  }

  /** The money is where it was; not once it was paid. */
  @Post('refunds/:id/withdraw')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: RefundDto })
  withdraw(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { reason }: RefundReasonDto,
  ) {
    return this.done(actor, once, (tx) => this.refunds.withdraw(tx, id, reason), id);
  }

  /** The record that was taken for its payment was another one. */
  @Post('refunds/:id/unpay')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: RefundDto })
  unpay(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { reason }: RefundReasonDto,
  ) {
    return this.done(actor, once, (tx) => this.refunds.unpay(tx, id, reason), id);
  }

  private done(actor: Actor, once: Once, act: (tx: Tx) => Promise<Id | void>, known?: Id) {
    return this.db.writeOnce(actor, once, async (tx) => {
      const id = (await act(tx)) ?? known;
      const refund = id && (await refundOf(tx, id));
      if (!refund) throw reconciliationError('refundNotFound');
      return seenBy(tx, refund);
    });
  }
}

/** Whom money goes to is personal data, as a payer's name is. */
export function seenBy(tx: Reading, refund: RefundRow): RefundRow {
  return tx.actor.permissions.has('banking.personal') ? refund : { ...refund, payee: null };
}
