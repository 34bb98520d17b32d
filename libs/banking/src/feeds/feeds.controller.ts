import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdParam,
  pageOf,
  PageQueryDto,
  platformError,
  Public,
  TakesBytes,
} from '@cho40/platform';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  type PipeTransform,
  Post,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Deliveries, type DeliveryHeaders } from './deliveries.service';
import {
  DeliveryAnswerDto,
  FeedDto,
  FeedPageDto,
  FeedSecretDto,
  NewFeedDto,
  RotatedFeedDto,
} from './feeds.dto';
import { type Feed, Feeds, type OpenedFeed } from './feeds.service';
import { Pulls } from './pull/pulls.service';
import { type Provider, PROVIDERS, providers } from './providers';

/** design/bank-feeds.md: a longer body is no transaction. */
const DELIVERY_LIMIT = 64 * 1024;

// Another word than a provider's answers like a missing page.
const providerPipe: PipeTransform<string, Provider> = {
  transform: (word) => {
    const provider = PROVIDERS.find((each) => each === word);
    if (!provider) throw platformError('notFound');
    return provider;
  },
};

@ApiTags('banking')
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly db: Database,
    private readonly feeds: Feeds,
    private readonly deliveries: Deliveries,
    private readonly pulls: Pulls,
  ) {}

  @Get()
  @Can('banking.read')
  @ApiOkResponse({ type: FeedPageDto })
  async list(@CurrentActor() actor: Actor, @Query() query: PageQueryDto): Promise<FeedPageDto> {
    const [all, pulls] = await this.db.read(actor, async (tx) => [
      await this.feeds.list(tx),
      await this.pulls.of(tx),
    ]);
    const items = all.map((feed) =>
      Object.assign(feedDto(feed), {
        pull: pulls.get(feed.id) ?? null,
        isAskable: providers[feed.provider].readPulled !== undefined && feed.endedAt === null,
      }),
    );
    // A board has a handful of feeds.
    return pageOf(items, query, all.length);
  }

  @Post()
  @Can('banking.write')
  @ApiCreatedResponse({ type: FeedSecretDto })
  async open(@CurrentActor() actor: Actor, @Body() feed: NewFeedDto): Promise<FeedSecretDto> {
    return secretDto(await this.db.write(actor, (tx) => this.feeds.open(tx, feed)));
  }

  /** A new secret; the one before stays valid for three days. */
  @Post(':id/rotate')
  @HttpCode(200)
  @Can('banking.write')
  @ApiOkResponse({ type: FeedSecretDto })
  async rotate(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() { secret }: RotatedFeedDto,
  ): Promise<FeedSecretDto> {
    return secretDto(await this.db.write(actor, (tx) => this.feeds.rotate(tx, id, secret)));
  }

  /** Nothing is let in through this feed any more. */
  @Post(':id/end')
  @HttpCode(200)
  @Can('banking.write')
  @ApiOkResponse({ type: FeedDto })
  async end(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<FeedDto> {
    return feedDto(await this.db.write(actor, (tx) => this.feeds.end(tx, id)));
  }

  /** A provider's webhook: signed over the raw bytes, answered as soon as they are kept. */
  @Post(':id/:provider')
  @HttpCode(200)
  @Public()
  @TakesBytes(DELIVERY_LIMIT)
  @ApiOkResponse({ type: DeliveryAnswerDto })
  async deliver(
    @IdParam() feedId: Id,
    @Param('provider', providerPipe) provider: Provider,
    @Headers() headers: DeliveryHeaders,
    @Body() body: Buffer | undefined,
  ): Promise<DeliveryAnswerDto> {
    await this.deliveries.receive({ feedId, provider }, headers, body ?? Buffer.alloc(0));
    return { success: true };
  }
}

const urlOf = (feedId: Id, provider: Provider) => `/api/v1/feeds/${feedId}/${provider}`;

function feedDto(feed: Feed): FeedDto {
  return { ...feed, url: urlOf(feed.id, feed.provider) };
}

function secretDto({ feedId, provider, secret }: OpenedFeed): FeedSecretDto {
  return { id: feedId, url: urlOf(feedId, provider), secret };
}
