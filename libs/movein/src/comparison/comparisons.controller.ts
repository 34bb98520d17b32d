import { vnd } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  fileOf,
  ListFile,
  readCsv,
  readSheets,
  TakesFile,
  type TakenFile,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { readOldFigures } from '../domain/comparison';
import {
  ComparisonDto,
  ComparisonPageDto,
  ComparisonQueryDto,
  ComparisonSumDto,
  ComparisonSumQueryDto,
  OldFiguresUploadDto,
  TypeOldFigureDto,
} from './comparison.dto';
import { Comparisons } from './comparisons.service';

const OUTCOMES: Readonly<Record<ComparisonDto['outcome'], string>> = {
  same: 'Khớp',
  more: 'Sổ mới nhiều hơn',
  less: 'Sổ mới ít hơn',
  'only-old': 'Chỉ có ở sổ cũ',
  'only-new': 'Chỉ có ở sổ mới',
};

@ApiTags('move-in')
@Controller('move-in/comparison')
export class ComparisonsController {
  constructor(
    private readonly db: Database,
    private readonly comparisons: Comparisons,
  ) {}

  /** A month's old figures and new bills, the largest difference first. */
  @Get()
  @Can('billing.read')
  @ListFile<ComparisonDto>('Sổ cũ và sổ mới', {
    stallCode: 'Điểm kinh doanh',
    vendorName: 'Tiểu thương',
    oldAmount: { title: 'Sổ cũ', kind: 'money' },
    newAmount: { title: 'Sổ mới', kind: 'money' },
    difference: { title: 'Chênh lệch', kind: 'money' },
    outcome: { title: 'Kết quả', of: (outcome) => OUTCOMES[outcome] },
  })
  @ApiOkResponse({ type: ComparisonPageDto })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ComparisonQueryDto,
  ): Promise<ComparisonPageDto> {
    return this.db.read(actor, (tx) => this.comparisons.list(tx, query));
  }

  @Get('sum')
  @Can('billing.read')
  @ApiOkResponse({ type: ComparisonSumDto })
  sum(
    @CurrentActor() actor: Actor,
    @Query() { marketId, month }: ComparisonSumQueryDto,
  ): Promise<ComparisonSumDto> {
    return this.db.read(actor, (tx) => this.comparisons.sum(tx, marketId, month));
  }

  /** The old book's figures of a month from a file: a stall's code and its sum. */
  @Post('file')
  @HttpCode(204)
  @Can('movein.write')
  @TakesFile()
  @ApiNoContentResponse()
  async upload(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: TakenFile | undefined,
    @Body() { marketId, month }: OldFiguresUploadDto,
  ): Promise<void> {
    const { name, bytes } = fileOf(file);
    const [sheet] = /\.csv$/i.test(name) ? [await readCsv(bytes)] : await readSheets(bytes);
    const figures = readOldFigures(sheet?.rows ?? []);
    await this.db.write(actor, (tx) => this.comparisons.take(tx, marketId, month, figures));
  }

  /** One stall's figure, typed in. */
  @Post()
  @HttpCode(204)
  @Can('movein.write')
  @ApiNoContentResponse()
  async type(
    @CurrentActor() actor: Actor,
    @Body() { stallId, month, amount }: TypeOldFigureDto,
  ): Promise<void> {
    await this.db.write(actor, (tx) => this.comparisons.type(tx, stallId, month, vnd(amount)));
  }
}
