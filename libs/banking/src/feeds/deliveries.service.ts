import {
  type Clock,
  type Id,
  type Month,
  businessDateOf,
  firstDayOf,
  monthOf,
} from '@cho40/kernel';
import { CLOCK, Database, Jobs, platformError, systemActor, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { bankingError } from '../errors';
import {
  countBadSignatures,
  insertDeliveries,
  type KeptDelivery,
} from './delivery-keeping.queries';
import { type Door, Feeds } from './feeds.service';
import { GroupCommit, type Refusal } from './group-commit';
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

interface Arrival extends FeedDoor {
  readonly boardId: Id;
  readonly headers: DeliveryHeaders;
  readonly body: Buffer;
}

/** Raw bytes first: what a provider sends is kept before anybody looks what it says. */
@Injectable()
export class Deliveries {
  /** A feed never changes its board. */
  private readonly boards = new Map<Id, Id>();
  private readonly partitioned = new Set<Month>();

  private readonly groups = new GroupCommit<Arrival>((arrivals) => this.keep(arrivals));

  constructor(
    private readonly db: Database,
    private readonly feeds: Feeds,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes a delivery in. When this resolves, its bytes and the work of reading them are committed,
   * whatever they say.
   * @throws signatureBad, and keeps nothing but that it happened
   */
  async receive(at: FeedDoor, headers: DeliveryHeaders, body: Buffer): Promise<void> {
    await this.groups.take({ ...at, boardId: await this.boardOf(at.feedId), headers, body });
  }

  /** Keeps what SePay answered, whoever asked: the bytes and the work of reading them. */
  async keepPulled(tx: Tx, feed: Pick<KeptDelivery, 'boardId' | 'feedId'>, body: Buffer) {
    const now = this.clock.now();
    await this.ensurePartition(tx, monthOf(businessDateOf(now)));
    await insertDeliveries(tx, [{ ...feed, verdict: 'pulled', headers: {}, body }], now);
    await this.ring(tx, [feed.boardId]);
  }

  private async keep(arrivals: readonly Arrival[]): Promise<Refusal[]> {
    const boards = distinct(arrivals.map(({ boardId }) => boardId));
    return this.db.write(systemActor(boards), async (tx) => {
      const now = this.clock.now();
      const doors = await this.feeds.doors(tx, distinct(arrivals.map(({ feedId }) => feedId)));
      const judged = arrivals.map((arrival) => ({
        arrival,
        verdict: verdictOf(arrival, doors.get(arrival.feedId), now),
      }));
      await this.ensurePartition(tx, monthOf(businessDateOf(now)));
      const kept = judged.flatMap(({ arrival, verdict }) =>
        verdict === 'bad' ? [] : [keptOf(arrival, verdict)],
      );
      await insertDeliveries(tx, kept, now);
      await countBadSignatures(
        tx,
        judged.flatMap(({ arrival, verdict }) => (verdict === 'bad' ? [arrival] : [])),
        now,
      );
      await this.ring(tx, distinct(kept.map(({ boardId }) => boardId)));
      return judged.map(({ verdict }) =>
        verdict === 'bad' ? platformError('signatureBad') : null,
      );
    });
  }

  private async ring(tx: Tx, boards: readonly Id[]): Promise<void> {
    await this.jobs.addAll(
      tx,
      boards.map((boardId) => ({ kind: INTERPRET, boardId, key: boardId })),
    );
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

  /** Deliveries lie in a partition per month, made in the month before, or when the first one comes. */
  private async ensurePartition(tx: Tx, month: Month): Promise<void> {
    if (this.partitioned.has(month)) return;
    await tx.sql('call banking.ensure_partitions($1, 2)', [firstDayOf(month)]);
    tx.afterCommit(() => this.partitioned.add(month));
  }
}

const distinct = (ids: readonly Id[]): Id[] => [...new Set(ids)];

function verdictOf(arrival: Arrival, door: Door | undefined, now: Date): Verdict {
  const { provider, headers, body } = arrival;
  if (!door || door.provider !== provider) return 'bad';
  const verify = providers[provider].verify[door.auth];
  const delivery: RawDelivery = { header: (name) => headerOf(headers, name), body };
  return verify ? verify(delivery, door.secrets, now) : 'bad';
}

const headerOf = (headers: DeliveryHeaders, name: string) => [headers[name]].flat()[0];

function keptOf(arrival: Arrival, verdict: KeptDelivery['verdict']): KeptDelivery {
  const { boardId, feedId, provider, headers, body } = arrival;
  const kept = [...KEPT_HEADERS, ...providers[provider].keptHeaders].flatMap((name) => {
    const value = headerOf(headers, name);
    return value === undefined ? [] : [[name, value.slice(0, 500)] as const];
  });
  return { boardId, feedId, verdict, headers: Object.fromEntries(kept), body };
}
