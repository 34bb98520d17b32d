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
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { listStatements } from './statement-list.queries';
import {
  ShownSheetDto,
  StatementDto,
  StatementImportDto,
  StatementPageDto,
  StatementQueryDto,
  StatementUploadDto,
} from './statements.dto';
import { ImportProgressDto } from './import-progress.dto';
import { importsUnderWay } from './import-progress.queries';
import { ImportProgress } from './import-progress.service';
import { cellShown } from '../domain/statement/dates';
import type { Looked } from '../domain/statement/header';
import { Layouts } from './layouts.service';
import { readStatementFile, shownRows, type UploadedStatement } from './statement-file';
import { type StatementImport, Statements } from './statements.service';

@ApiTags('banking')
@Controller('statements')
export class StatementsController {
  constructor(
    private readonly db: Database,
    private readonly statements: Statements,
    private readonly layouts: Layouts,
    private readonly progress: ImportProgress,
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
    const upload = await this.uploaded(actor, file);
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
    const upload = await this.uploaded(actor, file);
    // The file belongs to what makes the request the same request.
    const body = { accountId, sha256: upload.sha256.toString('hex') };
    const wanted = { id: accountId };
    return this.progress.follow(actor, upload, wanted, (onRows) =>
      this.db.writeOnce(actor, { ...once, body }, async (tx) =>
        importDto(await this.statements.commit(tx, upload, wanted, tx.actor, onRows)),
      ),
    );
  }

  /** Imports of large files that are under way, and those of a day that wrote nothing. */
  @Get('imports')
  @Can('banking.read')
  @ApiOkResponse({ type: [ImportProgressDto] })
  imports(@CurrentActor() actor: Actor): Promise<ImportProgressDto[]> {
    return this.db.read(actor, importsUnderWay);
  }

  /** The first rows of a file of unknown layout, for whoever maps its columns by hand. */
  @Post('rows')
  @HttpCode(200)
  @Can('banking.write')
  @TakesFile()
  @ApiBody({ type: StatementUploadDto })
  @ApiOkResponse({ type: [ShownSheetDto] })
  async rows(@UploadedFile() file: TakenFile | undefined): Promise<ShownSheetDto[]> {
    return (await shownRows(fileOf(file).bytes)).map(shownSheet);
  }

  private async uploaded(actor: Actor, file: TakenFile | undefined): Promise<UploadedStatement> {
    const { name, bytes } = fileOf(file);
    const mapped = await this.db.read(actor, (tx) => this.layouts.known(tx));
    return readStatementFile(name, bytes, mapped);
  }
}

function shownSheet({ name, rows }: Looked): ShownSheetDto {
  return { name, rows: rows.map(({ number, cells }) => ({ number, cells: cells.map(cellShown) })) };
}

function importDto({ conflicts, ...done }: StatementImport): StatementImportDto {
  return { ...done, conflicts: [...conflicts] };
}
