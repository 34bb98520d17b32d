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
import {
  DayDto,
  PaymentReceiptDto,
  PaymentReceiptPageDto,
  PaymentReceiptQueryDto,
  PaymentReceiptsMadeDto,
} from './payment-receipt.dto';
import { paymentReceiptPage } from './payment-receipts.queries';
import { PaymentReceipts } from './payment-receipts.service';

/** Numbered receipts of bank payments. */
@ApiTags('cash')
@Controller()
export class PaymentReceiptsController {
  constructor(
    private readonly db: Database,
    private readonly receipts: PaymentReceipts,
  ) {}

  @Get('payment-receipts')
  @Can('cash.read')
  @ListFile<PaymentReceiptDto>('Biên nhận chuyển khoản', {
    number: 'Số biên nhận',
    issuedOn: { title: 'Ngày lập', kind: 'day' },
    marketName: 'Chợ',
    stallCode: 'Điểm kinh doanh',
    vendorName: 'Tiểu thương',
    amount: { title: 'Số tiền', kind: 'money' },
    paidAt: 'Nộp lúc',
    bookedOn: { title: 'Ngân hàng ghi sổ', kind: 'day' },
    recordedAt: 'Ghi nhận lúc',
    undoneAt: 'Đã gỡ lúc',
    checkCode: 'Mã kiểm tra',
  })
  @ApiOkResponse({ type: PaymentReceiptPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: PaymentReceiptQueryDto) {
    return this.db.read(actor, (tx) => paymentReceiptPage(tx, query));
  }

  @Get('payment-receipts/:id')
  @Can('cash.read')
  @ApiOkResponse({ type: PaymentReceiptDto })
  one(@CurrentActor() actor: Actor, @IdParam() id: Id) {
    return this.db.read(actor, (tx) => this.receipts.get(tx, id));
  }

  /** The payment's receipt; it takes its number when it is asked for the first time. */
  @Post('payments/:id/receipt')
  @HttpCode(200)
  @Can('billing.issue')
  @ApiOkResponse({ type: PaymentReceiptDto })
  ofPayment(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() paymentId: Id,
  ): Promise<PaymentReceiptDto> {
    return this.db.writeOnce(actor, once, (tx) => this.receipts.ofPayment(tx, paymentId));
  }

  /** Receipts for every bank payment of a day that has none. */
  @Post('boards/:id/payment-receipts')
  @HttpCode(200)
  @Can('billing.issue')
  @ApiOkResponse({ type: PaymentReceiptsMadeDto })
  forDay(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() boardId: Id,
    @Body() { on }: DayDto,
  ): Promise<PaymentReceiptsMadeDto> {
    return this.db.writeOnce(actor, once, async (tx) => ({
      made: await this.receipts.forDay(tx, boardId, on),
    }));
  }
}
