import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  fileOf,
  IdParam,
  TakesFile,
  type TakenFile,
} from '@cho40/platform';
import { Controller, Get, HttpCode, Post, UploadedFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { readGridFile } from './grid-file';
import { MapPreviewDto, StallMapDto } from './stall-map.dto';
import { StallMaps } from './stall-map.service';

@ApiTags('markets')
@Controller('markets/:id/stall-map')
export class StallMapController {
  constructor(
    private readonly db: Database,
    private readonly maps: StallMaps,
  ) {}

  @Get()
  @Can('markets.read')
  @ApiOkResponse({ type: StallMapDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StallMapDto> {
    return this.db.read(actor, (tx) => this.maps.get(tx, id));
  }

  /** What taking a grid of stall codes (.xlsx, CSV) would do; nothing is kept of it. */
  @Post('preview')
  @HttpCode(200)
  @Can('markets.write')
  @TakesFile()
  @ApiOkResponse({ type: MapPreviewDto })
  async preview(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @UploadedFile() file: TakenFile | undefined,
  ): Promise<MapPreviewDto> {
    const cells = await readGridFile(fileOf(file).bytes);
    return this.db.read(actor, (tx) => this.maps.preview(tx, id, cells));
  }

  /** Takes the whole grid or nothing of it; the same file again changes nothing. */
  @Post()
  @HttpCode(200)
  @Can('markets.write')
  @TakesFile()
  @ApiOkResponse({ type: StallMapDto })
  async place(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @UploadedFile() file: TakenFile | undefined,
  ): Promise<StallMapDto> {
    const cells = await readGridFile(fileOf(file).bytes);
    return this.db.write(actor, (tx) => this.maps.place(tx, id, cells));
  }
}
