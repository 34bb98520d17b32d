import type { Id } from '@cho40/kernel';
import {
  type Actor,
  AsPdf,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  type Once,
  Papers,
  pdfFile,
} from '@cho40/platform';
import { Body, Controller, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { billingError } from '../errors';
import { BillPapers } from './bill-papers.service';
import { BillPrintDto, NewBillPrintDto, PaperQueryDto } from './bill-print.dto';
import { BillPrints } from './bill-prints.service';

@ApiTags('billing')
@Controller()
@Can('billing.read')
export class BillPapersController {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
    private readonly billPapers: BillPapers,
    private readonly prints: BillPrints,
  ) {}

  @Get('bills/:id/paper')
  @AsPdf()
  async paper(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Query() { size }: PaperQueryDto,
  ): Promise<StreamableFile> {
    const sheets = await this.db.read(actor, (tx) => this.billPapers.of(tx, [id], size));
    if (sheets.length === 0) throw billingError('billNotFound', { billId: id });
    return pdfFile(await this.papers.print(sheets), `thong-bao-${sheets[0]?.number ?? id}`);
  }

  @Get('markets/:id/bill-prints')
  @ApiOkResponse({ type: [BillPrintDto], description: 'the newest ten' })
  list(@CurrentActor() actor: Actor, @IdParam() marketId: Id): Promise<BillPrintDto[]> {
    return this.db.read(actor, (tx) => this.prints.list(tx, marketId));
  }

  @Post('markets/:id/bill-prints')
  @Can('billing.issue')
  @ApiCreatedResponse({ type: BillPrintDto })
  ask(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() marketId: Id,
    @Body() body: NewBillPrintDto,
  ): Promise<BillPrintDto> {
    return this.db.writeOnce(actor, once, (tx) => this.prints.ask(tx, marketId, body));
  }

  @Get('bill-prints/:id')
  @ApiOkResponse({ type: BillPrintDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<BillPrintDto> {
    return this.db.read(actor, (tx) => this.prints.get(tx, id));
  }

  @Get('bill-prints/:id/file')
  @AsPdf()
  async file(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StreamableFile> {
    const file = await this.db.read(actor, (tx) => this.prints.file(tx, id));
    return pdfFile(file, 'thong-bao-nop-tien');
  }
}
