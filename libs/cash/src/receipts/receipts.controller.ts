import { CodedError, instantOf, invariant, vnd, type Id } from '@cho40/kernel';
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
import { Devices } from '../devices/devices.service';
import { receiptOf, receiptPage } from './receipt-book.queries';
import {
  EnterPaperReceiptDto,
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
    private readonly devices: Devices,
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
  async take(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @Body() body: TakeReceiptDto,
  ) {
    const { amount, ...told } = body;
    const receipt = { ...told, amount: vnd(amount), collector: collectorOf(actor) };
    try {
      return await this.keep(actor, once, receipt);
    } catch (error) {
      // Refused, and yet the money was taken: what the phone said is kept for the board.
      if (error instanceof CodedError && error.code === 'cash.deviceCloned')
        await this.db.write(actor, (tx) => this.devices.keepIncident(tx, receipt));
      throw error;
    }
  }

  /** A sheet of a paper book that whoever is signed in wrote in the market. */
  @Post('paper')
  @Can('cash.collect')
  @ApiCreatedResponse({ type: ReceiptDetailDto })
  enterPaper(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @Body() body: EnterPaperReceiptDto,
  ) {
    const { id, leaseId, amount, book, serial, takenOn, whyNotCashless } = body;
    return this.keep(actor, once, {
      id,
      leaseId,
      amount: vnd(amount),
      takenAt: instantOf(takenOn),
      collector: collectorOf(actor),
      whyNotCashless,
      paper: { book, serial },
    });
  }

  private keep(actor: Actor, once: Once, receipt: NewReceipt) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.receipts.take(tx, [receipt]);
      return receiptOf(tx, receipt.id);
    });
  }
}

function collectorOf({ userId, displayName: name }: Actor): NewReceipt['collector'] {
  invariant(userId !== null, 'a receipt taken by nobody');
  return { id: userId, name };
}
