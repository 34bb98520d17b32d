import type { Id } from '@cho40/kernel';
import {
  type Actor,
  AsPdf,
  Can,
  CurrentActor,
  Database,
  IdParam,
  Papers,
  pdfFile,
  PublicAddress,
} from '@cho40/platform';
import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { cashError } from '../errors';
import { DayDto, ReceiptPaperQueryDto } from './payment-receipt.dto';
import { paymentReceipts } from './payment-receipts.queries';
import { PaymentReceipts } from './payment-receipts.service';
import { ReceiptPapers } from './receipt-papers.service';

/** Receipts of cash and of transfers, on sheets and on the rolls of thermal printers. */
@ApiTags('cash')
@Controller()
@Can('cash.read')
export class ReceiptPapersController {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
    private readonly receiptPapers: ReceiptPapers,
    private readonly receipts: PaymentReceipts,
    private readonly publicAddress: PublicAddress,
  ) {}

  @Get('receipts/:id/paper')
  @AsPdf()
  async ofCash(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Query() { size }: ReceiptPaperQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const as = { size, address: this.publicAddress.of(request) };
    const paper = await this.db.read(actor, (tx) => this.receiptPapers.ofCash(tx, id, as));
    return pdfFile(await this.papers.print([paper]), paper.number ?? id);
  }

  @Get('payment-receipts/:id/paper')
  @AsPdf()
  async ofTransfer(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Query() { size }: ReceiptPaperQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const as = { size, address: this.publicAddress.of(request) };
    const papers = await this.db.read(actor, async (tx) =>
      this.receiptPapers.ofTransfers(tx, [await this.receipts.get(tx, id)], as),
    );
    return pdfFile(await this.papers.print(papers), papers[0]?.number ?? id);
  }

  /** All receipts of the bank payments of a day, one after the other. */
  @Get('boards/:id/payment-receipts/paper')
  @AsPdf()
  async ofDay(
    @CurrentActor() actor: Actor,
    @IdParam() boardId: Id,
    @Query() { on: bookedOn }: DayDto,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const as = { size: 'A5' as const, address: this.publicAddress.of(request) };
    const papers = await this.db.read(actor, async (tx) =>
      this.receiptPapers.ofTransfers(tx, await paymentReceipts(tx, { boardId, bookedOn }), as),
    );
    if (papers.length === 0) throw cashError('paymentReceiptNotFound', { bookedOn });
    return pdfFile(await this.papers.print(papers), `bien-nhan-${bookedOn}`);
  }
}
