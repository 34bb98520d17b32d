import { invariant, vnd, type Id } from '@cho40/kernel';
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
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { receiptOf, receiptPage } from './receipt-book.queries';
import {
  ReceiptDetailDto,
  ReceiptDto,
  ReceiptPageDto,
  ReceiptQueryDto,
  TakeReceiptDto,
} from './receipt.dto';
import { Receipts, type NewReceipt } from './receipts.service';

@ApiTags('cash')
@Controller('receipts')
export class ReceiptsController {
  constructor(
    private readonly db: Database,
    private readonly receipts: Receipts,
  ) {}

  @Get()
  @Can('cash.read')
  @ListFile<ReceiptDto>('Phiếu thu', {
    number: 'Số phiếu',
    takenOn: { title: 'Ngày thu', kind: 'day' },
    marketName: 'Chợ',
    stallCode: 'Điểm kinh doanh',
    vendorName: 'Tiểu thương',
    amount: { title: 'Số tiền', kind: 'money' },
    collectorName: 'Người thu',
    isUndone: 'Đã gỡ',
  })
  @ApiOkResponse({ type: ReceiptPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ReceiptQueryDto) {
    return this.db.read(actor, (tx) => receiptPage(tx, query));
  }

  @Get(':id')
  @Can('cash.read')
  @ApiOkResponse({ type: ReceiptDetailDto })
  one(@CurrentActor() actor: Actor, @IdParam() id: Id) {
    return this.db.read(actor, (tx) => receiptOf(tx, id));
  }

  /** Cash that whoever is signed in took in hand. */
  @Post()
  @Can('cash.collect')
  @ApiCreatedResponse({ type: ReceiptDetailDto })
  take(@CurrentActor() actor: Actor, @IdempotencyKey() once: Once, @Body() body: TakeReceiptDto) {
    const { userId, displayName: name } = actor;
    invariant(userId !== null, 'a receipt taken by nobody');
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.receipts.take(tx, [receiptOfBody(body, { id: userId, name })]);
      return receiptOf(tx, body.id);
    });
  }
}

function receiptOfBody(body: TakeReceiptDto, collector: NewReceipt['collector']): NewReceipt {
  const { id, leaseId, billId, amount, takenAt, whyNotCashless } = body;
  return { id, leaseId, billId, amount: vnd(amount), takenAt, collector, whyNotCashless };
}
