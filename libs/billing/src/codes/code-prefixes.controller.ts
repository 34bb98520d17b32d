import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam } from '@cho40/platform';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CodePrefixDto, TakePrefixDto } from './code-prefix.dto';
import { CodePrefixes } from './code-prefixes.service';

@ApiTags('billing')
@Controller('markets/:id/code-prefix')
export class CodePrefixesController {
  constructor(
    private readonly db: Database,
    private readonly prefixes: CodePrefixes,
  ) {}

  @Get()
  @Can('billing.read')
  @ApiOkResponse({ type: CodePrefixDto })
  get(@CurrentActor() actor: Actor, @IdParam() marketId: Id): Promise<CodePrefixDto> {
    return this.db.read(actor, async (tx) => ({ prefix: await this.prefixes.of(tx, marketId) }));
  }

  @Post()
  @Can('markets.write')
  @ApiCreatedResponse({ type: CodePrefixDto })
  take(
    @CurrentActor() actor: Actor,
    @IdParam() marketId: Id,
    @Body() { prefix }: TakePrefixDto,
  ): Promise<CodePrefixDto> {
    return this.db.write(actor, async (tx) => {
      await this.prefixes.take(tx, { marketId, prefix });
      return { prefix };
    });
  }
}
