import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  fileOf,
  IdempotencyKey,
  ListFile,
  type Once,
  pageOf,
  TakesFile,
  type TakenFile,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { listStatements } from './statement-list.queries';
import {
  StatementDto,
  StatementImportDto,
  StatementPageDto,
  StatementQueryDto,
  StatementUploadDto,
} from './statements.dto';
import { readStatementFile, type UploadedStatement } from './statement-file';
import { type StatementImport, Statements } from './statements.service';

@ApiTags('banking')
@Controller('statements')
export class StatementsController {
  constructor(
    private readonly db: Database,
    private readonly statements: Statements,
  ) {}

  @Get()
  @Can('banking.read')
  @ListFile<StatementDto>('Sao kê đã nhập', {
    accountNumber: 'Tài khoản nhận',
    fileName: 'Tệp',
    fromOn: { title: 'Từ ngày', kind: 'day' },
    toOn: { title: 'Đến ngày', kind: 'day' },
    opening: { title: 'Số dư đầu', kind: 'money' },
    credits: { title: 'Tiền vào', kind: 'money' },
    debits: { title: 'Tiền ra', kind: 'money' },
    closing: { title: 'Số dư cuối', kind: 'money' },
    rowCount: { title: 'Số dòng', kind: 'number' },
    provenDays: { title: 'Số ngày đã chứng minh', kind: 'number' },
    importedByName: 'Người nhập',
    importedAt: 'Nhập lúc',
  })
  @ApiOkResponse({ type: StatementPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: StatementQueryDto): Promise<StatementPageDto> {
    return this.db.read(actor, async (tx) => {
      const { rows, total } = await listStatements(tx, query);
      return pageOf(rows, query, total);
    });
  }

  /** What importing the file would do; nothing is kept of it. */
  @Post('preview')
  @HttpCode(200)
  @Can('banking.write')
  @TakesFile()
  @ApiOkResponse({ type: StatementImportDto })
  async preview(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: TakenFile | undefined,
    @Body() { accountId }: StatementUploadDto,
  ): Promise<StatementImportDto> {
    const upload = await uploaded(file);
    const done = await this.db.read(actor, (tx) =>
      this.statements.preview(tx, upload, { id: accountId }),
    );
    return importDto(done);
  }

  /** Imports the whole file or nothing of it. */
  @Post()
  @Can('banking.write')
  @TakesFile()
  @ApiCreatedResponse({ type: StatementImportDto })
  async commit(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @UploadedFile() file: TakenFile | undefined,
    @Body() { accountId }: StatementUploadDto,
  ): Promise<StatementImportDto> {
    const upload = await uploaded(file);
    // The file belongs to what makes the request the same request.
    const body = { accountId, sha256: upload.sha256.toString('hex') };
    return this.db.writeOnce(actor, { ...once, body }, async (tx) =>
      importDto(await this.statements.commit(tx, upload, { id: accountId })),
    );
  }
}

function uploaded(file: TakenFile | undefined): Promise<UploadedStatement> {
  const { name, bytes } = fileOf(file);
  return readStatementFile(name, bytes);
}

function importDto({ conflicts, ...done }: StatementImport): StatementImportDto {
  return { ...done, conflicts: [...conflicts] };
}
