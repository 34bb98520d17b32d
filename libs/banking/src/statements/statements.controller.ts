import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  type Once,
  pageOf,
} from '@cho40/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Post,
  Query,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor, type UploadedMultipartFile } from '@nestjs/platform-fastify/multipart';
import { ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { bankingError } from '../errors';
import { listStatements } from './statement-list.queries';
import {
  StatementImportDto,
  StatementPageDto,
  StatementQueryDto,
  StatementUploadDto,
} from './statements.dto';
import { readStatementFile, type UploadedStatement } from './statement-file';
import { type StatementImport, Statements } from './statements.service';
import { FILE_LIMIT } from './xlsx-file';

const OneFile = () =>
  UseInterceptors(FileInterceptor('file', { limits: { fileSize: FILE_LIMIT, fields: 5 } }));

@ApiTags('banking')
@Controller('statements')
export class StatementsController {
  constructor(
    private readonly db: Database,
    private readonly statements: Statements,
  ) {}

  @Get()
  @Can('banking.read')
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
  @OneFile()
  @ApiConsumes('multipart/form-data')
  @ApiOkResponse({ type: StatementImportDto })
  async preview(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: UploadedMultipartFile | undefined,
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
  @OneFile()
  @ApiConsumes('multipart/form-data')
  @ApiCreatedResponse({ type: StatementImportDto })
  async commit(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @UploadedFile() file: UploadedMultipartFile | undefined,
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

function uploaded(file: UploadedMultipartFile | undefined): Promise<UploadedStatement> {
  if (!file?.buffer) throw bankingError('fileMissing');
  return readStatementFile(file.originalname, file.buffer);
}

function importDto({ conflicts, ...done }: StatementImport): StatementImportDto {
  return { ...done, conflicts: [...conflicts] };
}
