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
import { drawQrPng, drawQrSvg } from '@cho40/vietqr';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ReasonDto } from '../reliefs/relief.dto';
import { BillDetailDto, BillDto, BillPageDto, BillQrDto, BillQueryDto } from './bill.dto';
import { Bills } from './bills.service';

const STATE_WORDS = {
  open: 'Chưa nộp đủ',
  paid: 'Đã nộp đủ',
  overdue: 'Quá hạn',
  void: 'Đã hủy',
} as const;

@ApiTags('billing')
@Controller('bills')
@Can('billing.read')
export class BillsController {
  constructor(
    private readonly db: Database,
    private readonly bills: Bills,
  ) {}

  @Get()
  @ListFile<BillDto>('Thông báo nộp tiền', {
    marketName: 'Chợ',
    stallCode: 'Điểm kinh doanh',
    vendorName: 'Tiểu thương',
    period: 'Kỳ thu',
    code: 'Mã thanh toán',
    total: { title: 'Số tiền', kind: 'money' },
    relieved: { title: 'Đã miễn, giảm', kind: 'money' },
    paid: { title: 'Đã nộp', kind: 'money' },
    due: { title: 'Còn phải nộp', kind: 'money' },
    issuedOn: { title: 'Ngày phát hành', kind: 'day' },
    dueOn: { title: 'Hạn nộp', kind: 'day' },
    state: { title: 'Trạng thái', of: (state) => STATE_WORDS[state] },
  })
  @ApiOkResponse({ type: BillPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: BillQueryDto): Promise<BillPageDto> {
    return this.db.read(actor, (tx) => this.bills.list(tx, query));
  }

  @Get(':id')
  @ApiOkResponse({ type: BillDetailDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<BillDetailDto> {
    return this.db.read(actor, (tx) => this.bills.get(tx, id));
  }

  @Post(':id/void')
  @HttpCode(200)
  @Can('billing.issue')
  @ApiOkResponse({ type: BillDetailDto })
  void(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { reason }: ReasonDto,
  ): Promise<BillDetailDto> {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.bills.void(tx, [id], reason);
      return this.bills.get(tx, id);
    });
  }

  @Get(':id/qr')
  @ApiOkResponse({ type: BillQrDto })
  qr(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<BillQrDto> {
    return this.db.read(actor, (tx) => this.bills.qr(tx, id));
  }

  @Get(':id/qr.svg')
  @Header('Content-Type', 'image/svg+xml')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  async svg(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<string> {
    const { payload } = await this.qr(actor, id);
    return drawQrSvg(payload);
  }

  @Get(':id/qr.png')
  @Header('Content-Type', 'image/png')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('image/png')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async png(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StreamableFile> {
    const { payload } = await this.qr(actor, id);
    return new StreamableFile(await drawQrPng(payload), { type: 'image/png' });
  }
}
