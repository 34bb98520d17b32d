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
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  LeaseStatementDto,
  LeaseStatementQueryDto,
  type StatementEntryDto,
} from './lease-statement.dto';
import { LeaseStatements } from './lease-statements.service';

@ApiTags('billing')
@Controller('leases/:id/statement')
@Can('billing.read')
export class LeaseStatementsController {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
    private readonly statements: LeaseStatements,
  ) {}

  @Get()
  @ListFile<StatementEntryDto>('Sổ chi tiết công nợ', {
    on: { title: 'Ngày', kind: 'day' },
    words: { title: 'Diễn giải', width: 48 },
    debit: { title: 'Phải nộp', kind: 'money' },
    credit: { title: 'Đã nộp, giảm', kind: 'money' },
    balance: { title: 'Còn lại', kind: 'money' },
  })
  @ApiOkResponse({ type: LeaseStatementDto })
  of(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Query() { asOf }: LeaseStatementQueryDto,
  ): Promise<LeaseStatementDto> {
    return this.db.read(actor, (tx) => this.statements.of(tx, id, asOf));
  }

  @Get('paper')
  @AsPdf()
  async paper(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Query() { asOf }: LeaseStatementQueryDto,
  ): Promise<StreamableFile> {
    const sheet = await this.db.read(actor, (tx) => this.statements.paper(tx, id, asOf));
    return pdfFile(await this.papers.print([sheet]), 'so-chi-tiet-cong-no');
  }
}
