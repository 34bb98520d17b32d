import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam } from '@cho40/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { bankingError } from '../../errors';
import { Feeds } from '../feeds.service';
import { PullDto, PullTokenDto } from './pulls.dto';
import { Pulling } from './pulling.service';
import { Pulls } from './pulls.service';

/** Turned on in two steps: a token is entered, then tried; it pulls once it was answered. */
@ApiTags('banking')
@Controller('feeds/:id/pull')
export class PullsController {
  constructor(
    private readonly db: Database,
    private readonly feeds: Feeds,
    private readonly pulls: Pulls,
    private readonly pulling: Pulling,
  ) {}

  @Post()
  @HttpCode(200)
  @Can('banking.write')
  @ApiOkResponse({ type: PullDto })
  setToken(
    @CurrentActor() actor: Actor,
    @IdParam() feedId: Id,
    @Body() { token }: PullTokenDto,
  ): Promise<PullDto> {
    return this.db.write(actor, async (tx) => {
      await this.pulls.setToken(tx, feedId, token);
      return pullOf(await this.pulls.of(tx), feedId);
    });
  }

  /** Asks now; what came of it stands in the answer. */
  @Post('try')
  @HttpCode(200)
  @Can('banking.write')
  @ApiOkResponse({ type: PullDto })
  async try(@CurrentActor() actor: Actor, @IdParam() feedId: Id): Promise<PullDto> {
    const { boardId } = await this.db.read(actor, async (tx) => {
      const feed = await this.feeds.one(tx, feedId);
      pullOf(await this.pulls.of(tx), feedId);
      return feed;
    });
    if (!(await this.pulling.pull({ boardId, feedId }, true)))
      throw bankingError('pullNotNow', { id: feedId });
    return pullOf(await this.db.read(actor, (tx) => this.pulls.of(tx)), feedId);
  }

  @Post('end')
  @HttpCode(204)
  @Can('banking.write')
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor, @IdParam() feedId: Id): Promise<void> {
    return this.db.write(actor, async (tx) => {
      await this.feeds.one(tx, feedId);
      await this.pulls.end(tx, feedId);
    });
  }
}

function pullOf(pulls: ReadonlyMap<Id, PullDto>, feedId: Id): PullDto {
  const pull = pulls.get(feedId);
  if (!pull) throw bankingError('pullNotSet', { id: feedId });
  return pull;
}
