import type { Id } from '@cho40/kernel';
import {
  type Actor,
  AsPdf,
  Can,
  CurrentActor,
  Database,
  IdParam,
  ListFile,
  Papers,
  pdfFile,
} from '@cho40/platform';
import { drawQrSvg } from '@cho40/vietqr';
import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { BillQrDto } from '../bills/bill.dto';
import {
  TicketDto,
  TicketKindQueryDto,
  TicketKindsDto,
  TicketPageDto,
  TicketPaperQueryDto,
  TicketQueryDto,
  TicketSumsDto,
} from './ticket.dto';
import { TicketDesk } from './ticket-desk.service';

const STATE_WORDS = { waiting: 'Chờ ngân hàng', paid: 'Đã nộp', void: 'Đã hủy' } as const;
const PAID_BY_WORDS = { bank: 'Ngân hàng', cash: 'Tiền mặt', settlement: 'Ví' } as const;

/** Tickets as they stand; they are sold where the cash is, in the lib above. */
@ApiTags('billing')
@Controller()
@Can('billing.read')
export class TicketsController {
  constructor(
    private readonly db: Database,
    private readonly desk: TicketDesk,
    private readonly papers: Papers,
  ) {}

  @Get('tickets')
  @ListFile<TicketDto>('Phiếu nộp tiền theo phiên', {
    number: 'Số phiếu',
    marketName: 'Chợ',
    on: { title: 'Ngày', kind: 'day' },
    description: 'Nộp cho',
    goodsGroup: 'Ngành hàng',
    areaM2: { title: 'Diện tích (m²)', kind: 'number' },
    count: { title: 'Số phiếu giấy', kind: 'number' },
    amount: { title: 'Số tiền', kind: 'money' },
    taxAmount: { title: 'Thuế GTGT', kind: 'money' },
    decisionNumber: 'Quyết định giá',
    code: 'Mã thanh toán',
    state: { title: 'Trạng thái', of: (state) => STATE_WORDS[state] },
    paidBy: { title: 'Nộp bằng', of: (way) => (way ? PAID_BY_WORDS[way] : '') },
    issuedByName: 'Người bán',
    voidReason: 'Lý do hủy',
  })
  @ApiOkResponse({ type: TicketPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: TicketQueryDto): Promise<TicketPageDto> {
    return this.db.read(actor, (tx) => this.desk.list(tx, query));
  }

  /** What became of the money of the tickets of some days. */
  @Get('ticket-sums')
  @ApiOkResponse({ type: TicketSumsDto })
  sums(@CurrentActor() actor: Actor, @Query() query: TicketQueryDto): Promise<TicketSumsDto> {
    return this.db.read(actor, (tx) => this.desk.sums(tx, query));
  }

  @Get('ticket-kinds')
  @ApiOkResponse({ type: TicketKindsDto })
  kinds(
    @CurrentActor() actor: Actor,
    @Query() { marketId, on }: TicketKindQueryDto,
  ): Promise<TicketKindsDto> {
    return this.db.read(actor, (tx) => this.desk.kinds(tx, marketId, on));
  }

  @Get('tickets/:id')
  @ApiOkResponse({ type: TicketDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<TicketDto> {
    return this.db.read(actor, (tx) => this.desk.get(tx, id));
  }

  @Get('tickets/:id/qr')
  @ApiOkResponse({ type: BillQrDto })
  qr(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<BillQrDto> {
    return this.db.read(actor, (tx) => this.desk.qr(tx, id));
  }

  @Get('tickets/:id/qr.svg')
  @Header('Content-Type', 'image/svg+xml')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  async svg(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<string> {
    const { payload } = await this.qr(actor, id);
    return drawQrSvg(payload);
  }

  @Get('tickets/:id/paper')
  @AsPdf()
  async paper(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Query() { size }: TicketPaperQueryDto,
  ): Promise<StreamableFile> {
    const sheets = await this.db.read(actor, (tx) => this.desk.papers(tx, [id], size));
    return pdfFile(await this.papers.print(sheets), sheets[0]?.number ?? id);
  }
}
