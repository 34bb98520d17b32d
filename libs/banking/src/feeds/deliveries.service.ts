import {
  type Clock,
  type Id,
  type Month,
  businessDateOf,
  firstDayOf,
  monthOf,
} from '@cho40/kernel';
import { CLOCK, Database, Jobs, newId, platformError, systemActor, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { bankingError } from '../errors';
import { Feeds } from './feeds.service';
import { type Provider, providers } from './providers';
import type { RawDelivery, Verdict } from './signatures/delivery';

export const INTERPRET = 'banking.interpret';

export type DeliveryHeaders = Readonly<Record<string, string | string[] | undefined>>;

// Kept beside those a provider signs with.
const KEPT_HEADERS = ['content-type', 'user-agent'];

/** Where a delivery came in: at a feed's door, by the way of its provider. */
export interface FeedDoor {
  readonly feedId: Id;
  readonly provider: Provider;
}

/** Raw bytes first: what a provider sends is kept before anybody looks what it says. */
@Injectable()
export class Deliveries {
  /** A feed never changes its board. */
  private readonly boards = new Map<Id, Id>();
  private readonly partitioned = new Set<Month>();

  constructor(
    private readonly db: Database,
    private readonly feeds: Feeds,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes a delivery in. When this resolves, its bytes and the job that interprets them are
   * committed, whatever they say.
   * @throws signatureBad, and keeps nothing
   */
  async receive(at: FeedDoor, headers: DeliveryHeaders, body: Buffer): Promise<void> {
    const { feedId, provider } = at;
    const boardId = await this.boardOf(feedId);
    await this.db.write(systemActor([boardId]), async (tx) => {
      const verdict = await this.verdictOf(tx, at, rawDelivery(headers, body));
      if (verdict === 'bad') throw platformError('signatureBad');
      const receivedAt = this.clock.now();
      await this.ensurePartition(tx, monthOf(businessDateOf(receivedAt)));
      const id = newId();
      await tx.sql(
        `insert into banking.delivery (board_id, id, feed_id, received_at, verdict, headers, body)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [boardId, id, feedId, receivedAt, verdict, JSON.stringify(kept(provider, headers)), body],
      );
      await this.jobs.add(tx, { kind: INTERPRET, boardId, subjectId: id, key: id });
    });
  }

  private async verdictOf(
    tx: Tx,
    { feedId, provider }: FeedDoor,
    delivery: RawDelivery,
  ): Promise<Verdict> {
    const door = await this.feeds.door(tx, feedId);
    if (!door || door.provider !== provider) return 'bad';
    const verify = providers[provider].verify[door.auth];
    return verify ? verify(delivery, door.secrets, this.clock.now()) : 'bad';
  }

  private async boardOf(feedId: Id): Promise<Id> {
    const known = this.boards.get(feedId);
    if (known) return known;
    const [feed] = await this.db.read(systemActor([]), (tx) =>
      tx.sql<{ boardId: Id }>(
        'select board_id as "boardId" from banking.feed_registry where feed_id = $1',
        [feedId],
      ),
    );
    if (!feed) throw bankingError('feedNotFound', { id: feedId });
    this.boards.set(feedId, feed.boardId);
    return feed.boardId;
  }

  /** Deliveries lie in a partition per month, made when the first one of a month comes. */
  private async ensurePartition(tx: Tx, month: Month): Promise<void> {
    if (this.partitioned.has(month)) return;
    await tx.sql('call banking.ensure_partitions($1, 1)', [firstDayOf(month)]);
    tx.afterCommit(() => this.partitioned.add(month));
  }
}

const headerOf = (headers: DeliveryHeaders, name: string) => [headers[name]].flat()[0];

const rawDelivery = (headers: DeliveryHeaders, body: Buffer): RawDelivery => ({
  header: (name) => headerOf(headers, name),
  body,
});

function kept(provider: Provider, headers: DeliveryHeaders): Record<string, string> {
  return Object.fromEntries(
    [...KEPT_HEADERS, ...providers[provider].keptHeaders].flatMap((name) => {
      const value = headerOf(headers, name);
      return value === undefined ? [] : [[name, value.slice(0, 500)] as const];
    }),
  );
}
