import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  fileOf as takenFile,
  IdempotencyKey,
  IdParam,
  type Once,
  readSheets,
  TakesFile,
  type TakenFile,
} from '@cho40/platform';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Post,
  Query,
  StreamableFile,
  UploadedFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Column } from '../domain/columns';
import { TABLES } from '../domain/tables';
import { readWorkbook } from '../domain/workbook';
import { Books } from './books.service';
import { FileRecord } from './file-record.service';
import type { FileFact } from './files.queries';
import { feesOf } from './known.queries';
import { writeMarkedFile } from './marked-file';
import {
  EnterFileDto,
  MoveInFileDto,
  MoveInFileListDto,
  MoveInFilesQueryDto,
  MoveInUploadDto,
} from './move-in-file.dto';
import { MoveInFiles } from './move-in-files.service';
import { writeTemplate } from './template';
import { readWorkbookFile } from './workbook-file';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('move-in')
@Controller('move-in')
@Can('movein.write')
export class MoveInFilesController {
  constructor(
    private readonly db: Database,
    private readonly files: MoveInFiles,
    private readonly record: FileRecord,
    private readonly books: Books,
  ) {}

  /** The workbook to fill in, with how, an example and drop-down lists. */
  @Get('template')
  @Header('Cache-Control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async template(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    const fees = await this.db.read(actor, feesOf);
    return workbook('Mẫu chuyển sổ', await writeTemplate(fees.map(({ name }) => name)));
  }

  @Get('files')
  @ApiOkResponse({ type: MoveInFileListDto })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { boardId }: MoveInFilesQueryDto,
  ): Promise<MoveInFileListDto> {
    const files = await this.db.read(actor, (tx) => this.files.list(tx, boardId));
    return { items: files.map(fileDto) };
  }

  /** Checks a workbook and keeps it until it is entered or another one comes. */
  @Post('files')
  @TakesFile()
  @ApiCreatedResponse({ type: MoveInFileDto })
  async upload(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: TakenFile | undefined,
    @Body() { boardId }: MoveInUploadDto,
  ): Promise<MoveInFileDto> {
    const upload = await readWorkbookFile(takenFile(file));
    return this.db.write(actor, async (tx) => {
      const id = await this.files.take(tx, boardId, upload);
      return fileDto(await this.files.get(tx, id));
    });
  }

  @Get('files/:id')
  @ApiOkResponse({ type: MoveInFileDto })
  async one(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<MoveInFileDto> {
    return fileDto(await this.db.read(actor, (tx) => this.files.get(tx, id)));
  }

  /** The file given back: wrong cells coloured, each with its reason. */
  @Get('files/:id/marked')
  @Header('Cache-Control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async marked(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StreamableFile> {
    const { boardId, name } = await this.db.read(actor, (tx) => this.files.get(tx, id));
    const sheets = await readSheets(await this.db.read(actor, (tx) => this.record.bytes(tx, id)));
    const book = readWorkbook(sheets);
    const [{ plan }, fees] = await this.db.read(actor, async (tx) => [
      await this.books.plan(tx, boardId, book),
      await feesOf(tx),
    ]);
    const { places } = book;
    const names = fees.map((fee) => fee.name);
    const bytes = await writeMarkedFile({ sheets, places, problems: plan.problems, fees: names });
    return workbook(`${name.replace(/\.xlsx$/i, '')} - có lý do`, bytes);
  }

  /** Enters the file, once its debts are what the board typed in; a job does it. */
  @Post('files/:id/enter')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: MoveInFileDto })
  enter(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() typed: EnterFileDto,
  ): Promise<MoveInFileDto> {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.files.ask(tx, id, typed);
      return fileDto(await this.files.get(tx, id));
    });
  }
}

function workbook(name: string, bytes: Buffer): StreamableFile {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`;
  return new StreamableFile(bytes, { type: XLSX, disposition });
}

function fileDto({ found, typed: _typed, enteredBy: _by, ...file }: FileFact): MoveInFileDto {
  return {
    ...file,
    counts: found.counts,
    debts: [...found.debts],
    total: found.total,
    problemCount: found.problemCount,
    problems: found.problems.map(({ field, ...problem }) => {
      const columns: Readonly<Record<string, Column>> = TABLES[problem.table].columns;
      return { ...problem, column: columns[field]?.title ?? field };
    }),
    ignoredSheets: [...found.ignoredSheets],
  };
}
