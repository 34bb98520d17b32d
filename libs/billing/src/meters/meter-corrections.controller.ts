import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  fileOf,
  IdParam,
  ListFile,
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
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MeterCorrections } from './meter-corrections.service';
import { MeterPhotos } from './meter-photos.service';
import {
  MeterCorrectionDto,
  MeterCorrectionPageDto,
  MeterCorrectionQueryDto,
  DecisionOnCorrectionDto,
  NewMeterCorrectionDto,
} from './reading.dto';

@ApiTags('meters')
@Controller()
export class MeterCorrectionsController {
  constructor(
    private readonly db: Database,
    private readonly corrections: MeterCorrections,
    private readonly photos: MeterPhotos,
  ) {}

  @Get('meter-corrections')
  @Can('billing.read')
  @ApiOkResponse({ type: MeterCorrectionPageDto })
  @ListFile<MeterCorrectionDto>('Sửa chỉ số', {
    marketName: 'Chợ',
    meterCode: 'Số công tơ',
    stallCode: 'Điểm kinh doanh',
    month: 'Kỳ',
    readOn: { title: 'Ngày ghi', kind: 'day' },
    before: { title: 'Đã ghi', kind: 'number' },
    value: { title: 'Sửa thành', kind: 'number' },
    reason: 'Lý do',
    state: 'Tình trạng',
    requestedAt: 'Đề nghị lúc',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: MeterCorrectionQueryDto,
  ): Promise<MeterCorrectionPageDto> {
    return this.db.read(actor, (tx) => this.corrections.list(tx, query));
  }

  @Post('meter-readings/:id/corrections')
  @Can('meters.write')
  @ApiCreatedResponse({ type: MeterCorrectionDto })
  ask(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: NewMeterCorrectionDto,
  ): Promise<MeterCorrectionDto> {
    return this.db.write(actor, (tx) => this.corrections.ask(tx, id, body));
  }

  @Post('meter-corrections/:id/decide')
  @HttpCode(200)
  @Can('meters.approve')
  @ApiOkResponse({ type: MeterCorrectionDto })
  decide(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() { outcome }: DecisionOnCorrectionDto,
  ): Promise<MeterCorrectionDto> {
    return this.db.write(actor, (tx) => this.corrections.decide(tx, id, outcome));
  }

  @Post('meter-readings/:id/photo')
  @HttpCode(204)
  @Can('meters.write')
  @TakesFile()
  @ApiNoContentResponse()
  async keepPhoto(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @UploadedFile() file: TakenFile | undefined,
  ): Promise<void> {
    const { bytes } = fileOf(file);
    await this.db.write(actor, (tx) => this.photos.keep(tx, id, bytes));
  }

  @Get('meter-readings/:id/photo')
  @Can('billing.read')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async photo(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StreamableFile> {
    const { bytes, mediaType } = await this.db.read(actor, (tx) => this.photos.of(tx, id));
    return new StreamableFile(bytes, { type: mediaType, disposition: 'inline' });
  }
}
