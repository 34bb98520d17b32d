import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdParam,
  offsetOf,
  pageOf,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LayoutDto, LayoutPageDto, LayoutQueryDto, NewLayoutDto } from './layouts.dto';
import { Layouts } from './layouts.service';

@ApiTags('banking')
@Controller('statements/layouts')
export class LayoutsController {
  constructor(
    private readonly db: Database,
    private readonly layouts: Layouts,
  ) {}

  @Get()
  @Can('banking.read')
  @ApiOkResponse({ type: LayoutPageDto })
  async list(@CurrentActor() actor: Actor, @Query() query: LayoutQueryDto): Promise<LayoutPageDto> {
    const all = await this.db.read(actor, (tx) => this.layouts.list(tx, query.boardId, query.kind));
    const from = offsetOf(query);
    return pageOf(all.slice(from, from + query.limit), query, all.length);
  }

  /** Remembers how the columns of a header are to be read, for every later file that has it. */
  @Post()
  @Can('banking.write')
  @ApiCreatedResponse({ type: LayoutDto })
  remember(@CurrentActor() actor: Actor, @Body() layout: NewLayoutDto): Promise<LayoutDto> {
    return this.db.write(actor, (tx) => this.layouts.remember(tx, layout));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Can('banking.write')
  @ApiOkResponse({ type: LayoutDto })
  end(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<LayoutDto> {
    return this.db.write(actor, (tx) => this.layouts.end(tx, id));
  }
}
