import { vnd, type Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam } from '@cho40/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CeilingDto, SetCeilingDto } from './ceiling.dto';
import { Ceilings } from './ceilings.service';

@ApiTags('cash')
@Controller('boards/:id/cash-ceiling')
export class CeilingController {
  constructor(
    private readonly db: Database,
    private readonly ceilings: Ceilings,
  ) {}

  /** How much cash a collector of the board may hold. */
  @Get()
  @Can('cash.read')
  @ApiOkResponse({ type: CeilingDto })
  one(@CurrentActor() actor: Actor, @IdParam() boardId: Id): Promise<CeilingDto> {
    return this.db.read(actor, (tx) => this.ceilings.of(tx, boardId));
  }

  @Put()
  @Can('cash.manage')
  @ApiOkResponse({ type: CeilingDto })
  set(
    @CurrentActor() actor: Actor,
    @IdParam() boardId: Id,
    @Body() { amount }: SetCeilingDto,
  ): Promise<CeilingDto> {
    return this.db.write(actor, async (tx) => {
      await this.ceilings.set(tx, boardId, amount === null ? null : vnd(amount));
      return this.ceilings.of(tx, boardId);
    });
  }
}
