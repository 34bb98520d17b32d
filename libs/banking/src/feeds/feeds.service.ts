import { randomBytes } from 'node:crypto';
import type { Clock, Id } from '@cho40/kernel';
import { Audit, CLOCK, newId, platformError, Sealer, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { bankingError } from '../errors';
import type { FeedAuth } from './sepay-signature';

export interface Feed {
  readonly id: Id;
  readonly boardId: Id;
  readonly provider: 'sepay';
  readonly auth: FeedAuth;
  readonly createdAt: Date;
  readonly previousUntil: Date | null;
  readonly endedAt: Date | null;
  readonly lastDeliveryAt: Date | null;
}

/** A secret leaves the program once, when it is made. */
export interface OpenedFeed {
  readonly feedId: Id;
  readonly secret: string;
}

interface DoorRow {
  readonly auth: FeedAuth;
  readonly secret_sealed: Buffer;
  readonly previous_secret_sealed: Buffer | null;
  readonly previous_until: Date | null;
}

/** What a delivery must show to be let in. */
export interface Door {
  readonly auth: FeedAuth;
  readonly secrets: readonly string[];
}

// Long enough to change the secret at the provider by hand, on the next working day if need be.
const ROTATION_MS = 72 * 3_600_000;

// All feeds in sight, or the one of an id.
const FEEDS = `
  select f.id, f.board_id as "boardId", f.provider, f.auth, f.created_at as "createdAt",
         f.previous_until as "previousUntil", f.ended_at as "endedAt",
         (select max(d.received_at) from banking.delivery d
           where d.board_id = f.board_id and d.feed_id = f.id) as "lastDeliveryAt"
    from banking.feed f
   where $1::uuid is null or f.id = $1
   order by f.created_at desc, f.id`;

@Injectable()
export class Feeds {
  constructor(
    private readonly sealer: Sealer,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(tx: Reading): Promise<Feed[]> {
    return tx.sql<Feed>(FEEDS, [null]);
  }

  async one(tx: Reading, id: Id): Promise<Feed> {
    const [feed] = await tx.sql<Feed>(FEEDS, [id]);
    if (!feed) throw bankingError('feedNotFound', { id });
    return feed;
  }

  async open(tx: Tx, { boardId, auth }: { boardId: Id; auth: FeedAuth }): Promise<OpenedFeed> {
    if (!tx.actor.boards.includes(boardId)) throw platformError('notFound');
    const [feedId, secret] = [newId(), newSecret()];
    await tx.sql(
      `insert into banking.feed (board_id, id, provider, auth, secret_sealed, created_by, created_at)
       values ($1, $2, 'sepay', $3, $4, $5, $6)`,
      [boardId, feedId, auth, this.sealer.seal(secret), tx.actor.userId, this.clock.now()],
    );
    await this.record(tx, boardId, feedId, 'banking.openFeed');
    return { feedId, secret };
  }

  /** Makes a new secret; the one before opens the door for three days more. */
  async rotate(tx: Tx, id: Id): Promise<OpenedFeed> {
    const secret = newSecret();
    const until = new Date(this.clock.now().getTime() + ROTATION_MS);
    const [changed] = await tx.sql<{ boardId: Id }>(
      `update banking.feed set previous_secret_sealed = secret_sealed, previous_until = $3,
              secret_sealed = $2
        where id = $1 and ended_at is null returning board_id as "boardId"`,
      [id, this.sealer.seal(secret), until],
    );
    if (!changed) throw await this.notOpen(tx, id);
    await this.record(tx, changed.boardId, id, 'banking.rotateFeed');
    return { feedId: id, secret };
  }

  async end(tx: Tx, id: Id): Promise<Feed> {
    const [changed] = await tx.sql<{ boardId: Id }>(
      `update banking.feed set ended_at = $2 where id = $1 and ended_at is null
       returning board_id as "boardId"`,
      [id, this.clock.now()],
    );
    if (!changed) throw await this.notOpen(tx, id);
    await this.record(tx, changed.boardId, id, 'banking.endFeed');
    return this.one(tx, id);
  }

  /** undefined for a feed that has ended. */
  async door(tx: Reading, id: Id): Promise<Door | undefined> {
    const [row] = await tx.sql<DoorRow>(
      `select auth, secret_sealed, previous_secret_sealed, previous_until
         from banking.feed where id = $1 and ended_at is null`,
      [id],
    );
    if (!row) return undefined;
    const isRotating = row.previous_until !== null && this.clock.now() <= row.previous_until;
    const sealed = isRotating
      ? [row.secret_sealed, row.previous_secret_sealed]
      : [row.secret_sealed];
    const secrets = sealed.filter((each) => each !== null).map((each) => this.sealer.open(each));
    return { auth: row.auth, secrets };
  }

  private async notOpen(tx: Reading, id: Id) {
    await this.one(tx, id);
    return bankingError('feedEnded', { id });
  }

  private record(tx: Tx, boardId: Id, feedId: Id, act: string): Promise<void> {
    return this.audit.append(tx, { boardId, act, subject: `feed:${feedId}` });
  }
}

const newSecret = () => `whsec_${randomBytes(32).toString('base64url')}`;
