import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  fileOf,
  IdParam,
  readSheets,
  type TakenFile,
  TakesFile,
} from '@cho40/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Post,
  Query,
  StreamableFile,
  UploadedFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SheetQueryDto } from './meter.dto';
import { MeterReadings } from './meter-readings.service';
import { MeterSheets } from './meter-sheets.service';
import {
  EstimateDto,
  EstimatedDto,
  MeterSheetDto,
  NewReadingsDto,
  RecordedDto,
} from './reading.dto';
import { filledIn, sheetFile } from './sheet-file';
import { FilledSheetDto } from './sheet-file.dto';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('meters')
@Controller('markets/:id')
export class MeterSheetsController {
  constructor(
    private readonly db: Database,
    private readonly sheets: MeterSheets,
    private readonly readings: MeterReadings,
  ) {}

  @Get('meter-sheet')
  @Can('billing.read')
  @ApiOkResponse({ type: MeterSheetDto })
  sheet(
    @CurrentActor() actor: Actor,
    @IdParam() marketId: Id,
    @Query() query: SheetQueryDto,
  ): Promise<MeterSheetDto> {
    return this.db.read(actor, (tx) => this.sheets.of(tx, marketId, query));
  }

  /** The sheet to be filled in away from the screen. */
  @Get('meter-sheet/file')
  @Can('billing.read')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @CurrentActor() actor: Actor,
    @IdParam() marketId: Id,
    @Query() query: SheetQueryDto,
  ): Promise<StreamableFile> {
    const sheet = await this.db.read(actor, (tx) => this.sheets.of(tx, marketId, query));
    const name = encodeURIComponent(`Ghi chỉ số ${query.month}.xlsx`);
    const disposition = `attachment; filename*=UTF-8''${name}`;
    return new StreamableFile(await sheetFile(sheet), { type: XLSX, disposition });
  }

  /** What a filled-in file says, to be looked at and kept from the screen. */
  @Post('meter-sheet/read')
  @HttpCode(200)
  @Can('meters.write')
  @TakesFile()
  @ApiOkResponse({ type: FilledSheetDto })
  async read(
    @CurrentActor() actor: Actor,
    @IdParam() marketId: Id,
    @Query() query: SheetQueryDto,
    @UploadedFile() file: TakenFile | undefined,
  ): Promise<FilledSheetDto> {
    const sheets = await readSheets(fileOf(file).bytes);
    const sheet = await this.db.read(actor, (tx) => this.sheets.of(tx, marketId, query));
    return filledIn(sheets, sheet);
  }

  @Post('meter-readings')
  @Can('meters.write')
  @ApiCreatedResponse({ type: RecordedDto })
  record(
    @CurrentActor() actor: Actor,
    @IdParam() marketId: Id,
    @Body() round: NewReadingsDto,
  ): Promise<RecordedDto> {
    return this.db.write(actor, async (tx) => ({
      recorded: await this.readings.record(tx, marketId, round),
    }));
  }

  @Post('meter-readings/estimate')
  @HttpCode(200)
  @Can('meters.write')
  @ApiOkResponse({ type: EstimatedDto })
  estimate(
    @CurrentActor() actor: Actor,
    @IdParam() marketId: Id,
    @Body() body: EstimateDto,
  ): Promise<EstimatedDto> {
    return this.db.write(actor, (tx) => this.readings.estimateMissing(tx, marketId, body));
  }
}
