import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  fileOf,
  IdempotencyKey,
  ListFile,
  type Once,
  pageOfRows,
  TakesFile,
  type TakenFile,
} from '@cho40/platform';
import type { Id } from '@cho40/kernel';
import { Body, Controller, Get, HttpCode, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Layouts } from '../statements/layouts.service';
import type { UploadedReport } from './report-file';
import { listFiles } from './settlement-files.queries';
import {
  ReportImportDto,
  ReportUploadDto,
  SettlementFileDto,
  SettlementFilePageDto,
  SettlementFileQueryDto,
} from './settlements.dto';
import { type ReportImport, Settlements } from './settlements.service';
import { Wallets } from './wallets.service';

/** Settlement reports of wallets. */
@ApiTags('banking')
@Controller('settlements')
export class SettlementsController {
  constructor(
    private readonly db: Database,
    private readonly settlements: Settlements,
    private readonly wallets: Wallets,
    private readonly layouts: Layouts,
  ) {}

  @Get()
  @Can('banking.read')
  @ListFile<SettlementFileDto>('Báo cáo đối soát ví', {
    walletName: 'Ví',
    fileName: 'Tệp',
    lineCount: { title: 'Số dòng', kind: 'number' },
    skippedCount: { title: 'Không thành công', kind: 'number' },
    conflictCount: { title: 'Trái nhau', kind: 'number' },
    sha256: 'SHA-256',
    importedByName: 'Người nhập',
    importedAt: 'Nhập lúc',
  })
  @ApiOkResponse({ type: SettlementFilePageDto })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: SettlementFileQueryDto,
  ): Promise<SettlementFilePageDto> {
    return this.db.read(actor, async (tx) => pageOfRows(await listFiles(tx, query), query));
  }

  /** What importing the report would do; nothing is kept of it. */
  @Post('preview')
  @HttpCode(200)
  @Can('banking.write')
  @TakesFile()
  @ApiOkResponse({ type: ReportImportDto })
  async preview(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: TakenFile | undefined,
    @Body() { walletId }: ReportUploadDto,
  ): Promise<ReportImportDto> {
    const upload = await this.uploaded(actor, file, walletId);
    return importDto(
      await this.db.read(actor, (tx) => this.settlements.preview(tx, upload, walletId)),
    );
  }

  /** Imports the whole report or nothing of it. */
  @Post()
  @Can('banking.write')
  @TakesFile()
  @ApiCreatedResponse({ type: ReportImportDto })
  async commit(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @UploadedFile() file: TakenFile | undefined,
    @Body() { walletId }: ReportUploadDto,
  ): Promise<ReportImportDto> {
    const upload = await this.uploaded(actor, file, walletId);
    // The file belongs to what makes the request the same request.
    const body = { walletId, sha256: upload.sha256.toString('hex') };
    return this.db.writeOnce(actor, { ...once, body }, async (tx) =>
      importDto(await this.settlements.commit(tx, upload, walletId)),
    );
  }

  private async uploaded(
    actor: Actor,
    file: TakenFile | undefined,
    walletId: Id,
  ): Promise<UploadedReport> {
    const { name, bytes } = fileOf(file);
    const mapped = await this.db.read(actor, async (tx) => {
      const { boardId } = await this.wallets.one(tx, walletId);
      return this.layouts.knownReports(tx, boardId);
    });
    return this.settlements.read(name, bytes, mapped);
  }
}

function importDto({ conflicts, batches, ...done }: ReportImport): ReportImportDto {
  return { ...done, conflicts: [...conflicts], batches: [...batches] };
}
