import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam, ListFile, newId } from '@cho40/platform';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { BoardDto, BoardPageDto, BoardQueryDto, NewBoardDto } from './board.dto';
import { Boards } from './boards.service';

@ApiTags('markets')
@Controller('boards')
export class BoardsController {
  constructor(
    private readonly db: Database,
    private readonly boards: Boards,
  ) {}

  @Get()
  @Can('markets.read')
  @ListFile<BoardDto>('Ban quản lý', {
    name: 'Tên',
    marketCount: { title: 'Số chợ', kind: 'number' },
  })
  @ApiOkResponse({ type: BoardPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: BoardQueryDto): Promise<BoardPageDto> {
    return this.db.read(actor, (tx) => this.boards.list(tx, query));
  }

  @Get(':id')
  @Can('markets.read')
  @ApiOkResponse({ type: BoardDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<BoardDto> {
    return this.db.read(actor, (tx) => this.boards.get(tx, id));
  }

  /** A board is nobody's before it stands, so only the system's operators make one. */
  @Post()
  @Can('system.operate')
  @ApiCreatedResponse({ type: BoardDto })
  create(@CurrentActor() actor: Actor, @Body() body: NewBoardDto): Promise<BoardDto> {
    const id = body.id ?? newId();
    return this.db.write({ ...actor, boards: [...actor.boards, id] }, async (tx) => {
      await this.boards.create(tx, { id, name: body.name });
      return this.boards.get(tx, id);
    });
  }
}
