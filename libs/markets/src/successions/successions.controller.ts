import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam, ListFile } from '@cho40/platform';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type NamedStallDto,
  NewSuccessionDto,
  SuccessionDto,
  SuccessionPageDto,
  SuccessionQueryDto,
} from './succession.dto';
import { Successions } from './successions.service';

const KINDS = { split: 'Tách', merge: 'Gộp', relocate: 'Di dời', close: 'Bỏ điểm' } as const;
const codesOf = (stalls: readonly NamedStallDto[]) => stalls.map(({ code }) => code).join(', ');

@ApiTags('markets')
@Controller('markets/:id/stall-successions')
export class SuccessionsController {
  constructor(
    private readonly db: Database,
    private readonly successions: Successions,
  ) {}

  @Get()
  @Can('markets.read')
  @ListFile<SuccessionDto>('Tách, gộp, di dời, bỏ điểm', {
    beginsOn: { title: 'Từ ngày', kind: 'day' },
    kind: { title: 'Việc', of: (kind) => KINDS[kind] },
    from: { title: 'Điểm cũ', of: codesOf },
    to: { title: 'Điểm mới', of: codesOf },
    reason: 'Lý do',
    actorName: 'Người ghi',
  })
  @ApiOkResponse({ type: SuccessionPageDto })
  list(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Query() query: SuccessionQueryDto,
  ): Promise<SuccessionPageDto> {
    return this.db.read(actor, (tx) => this.successions.list(tx, id, query));
  }

  @Post()
  @Can('markets.write')
  @ApiCreatedResponse({ type: SuccessionDto })
  succeed(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: NewSuccessionDto,
  ): Promise<SuccessionDto> {
    return this.db.write(actor, (tx) => this.successions.succeed(tx, id, body));
  }
}
