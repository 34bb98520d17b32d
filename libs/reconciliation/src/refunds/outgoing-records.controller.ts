import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  type Once,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { BankRecordDetailDto } from '../records/bank-record.dto';
import { BankRecordDesk } from '../records/bank-records.service';
import {
  PayRefundDto,
  PossibleOriginalDto,
  RefundDto,
  RefundReasonDto,
  TieReversalDto,
} from './refund.dto';
import { refundsToPay } from './refunds.queries';
import { seenBy } from './refunds.controller';
import { Refunds } from './refunds.service';
import { possibleOriginals } from './reversals.queries';
import { Reversals } from './reversals.service';

/** What an outgoing record is beside its classes: a refund that was paid, or a credit taken back. */
@ApiTags('bank-records')
@Controller('bank-records/:id')
export class OutgoingRecordsController {
  constructor(
    private readonly db: Database,
    private readonly desk: BankRecordDesk,
    private readonly refunds: Refunds,
    private readonly reversals: Reversals,
  ) {}

  /** Approved refunds of exactly the record's amount. */
  @Get('refunds-to-pay')
  @Can('reconciliation.read')
  @ApiOkResponse({ type: [RefundDto] })
  toPay(@CurrentActor() actor: Actor, @IdParam() id: Id) {
    return this.db.read(actor, async (tx) => {
      const record = await this.desk.one(tx, id);
      const refunds = await refundsToPay(tx, record.boardId, record.amount);
      return refunds.map((refund) => seenBy(tx, refund));
    });
  }

  /** Transfers that came in and may be the one that the bank took back. */
  @Get('originals')
  @Can('reconciliation.read')
  @ApiOkResponse({ type: [PossibleOriginalDto] })
  originals(@CurrentActor() actor: Actor, @IdParam() id: Id) {
    return this.db.read(actor, async (tx) => {
      await this.desk.one(tx, id);
      return possibleOriginals(tx, id);
    });
  }

  @Post('pay-refund')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: BankRecordDetailDto })
  payRefund(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { refundId, reason }: PayRefundDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.refunds.pay(tx, id, refundId, reason);
      return this.desk.one(tx, id);
    });
  }

  /** The original's payment is undone, and its lease owes again. */
  @Post('reversal')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: BankRecordDetailDto })
  tie(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { originalId, reason }: TieReversalDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.reversals.tie(tx, id, originalId, reason);
      return this.desk.one(tx, id);
    });
  }

  /** A mistaken tie: both records wait for a person again. */
  @Post('reversal/end')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: BankRecordDetailDto })
  end(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { reason }: RefundReasonDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.reversals.end(tx, id, reason);
      return this.desk.one(tx, id);
    });
  }
}
