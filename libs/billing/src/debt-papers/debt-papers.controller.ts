import {
  type Actor,
  AsPdf,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  ListFile,
  type Once,
  Papers,
  pdfFile,
} from '@cho40/platform';
import { Body, Controller, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type DebtPaperDto,
  DebtPaperPageDto,
  DebtPaperQueryDto,
  MadeDebtPapersDto,
  NewDebtPapersDto,
  PrintDebtPapersDto,
} from './debt-paper.dto';
import { DebtPapers } from './debt-papers.service';

@ApiTags('billing')
@Controller('debt-papers')
@Can('billing.read')
export class DebtPapersController {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
    private readonly debtPapers: DebtPapers,
  ) {}

  @Get()
  @ListFile<DebtPaperDto>('Thông báo nợ và đối chiếu', {
    number: 'Số',
    level: { title: 'Lần', kind: 'number' },
    asOf: { title: 'Ngày', kind: 'day' },
    stallCode: 'Điểm kinh doanh',
    payerName: 'Người nộp',
    amount: { title: 'Số nợ', kind: 'money' },
    payBy: { title: 'Hạn nộp', kind: 'day' },
    madeBy: 'Người lập',
  })
  @ApiOkResponse({ type: DebtPaperPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: DebtPaperQueryDto): Promise<DebtPaperPageDto> {
    return this.db.read(actor, (tx) => this.debtPapers.list(tx, query));
  }

  @Post()
  @Can('billing.issue')
  @ApiCreatedResponse({ type: MadeDebtPapersDto })
  make(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @Body() { kind, leaseIds }: NewDebtPapersDto,
  ): Promise<MadeDebtPapersDto> {
    return this.db.writeOnce(actor, once, (tx) => this.debtPapers.make(tx, kind, leaseIds));
  }

  @Get('print')
  @AsPdf()
  async print(
    @CurrentActor() actor: Actor,
    @Query() { ids }: PrintDebtPapersDto,
  ): Promise<StreamableFile> {
    const sheets = await this.db.read(actor, (tx) => this.debtPapers.papers(tx, ids));
    return pdfFile(await this.papers.print(sheets), 'thong-bao-no');
  }
}
