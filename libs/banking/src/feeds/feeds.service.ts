import { randomBytes } from 'node:crypto';
import type { Clock, Id } from '@cho40/kernel';
import { Audit, CLOCK, newId, platformError, Sealer, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { bankingError } from '../errors';
import { type FeedAuth, type Provider, providers } from './providers';

export interface Feed {
  readonly id: Id;
  readonly boardId: Id;
  readonly provider: Provider;
  /** The one account it is of; null where its deliveries name their account. */
  readonly accountId: Id | null;
  readonly auth: FeedAuth;
  readonly createdAt: Date;
  readonly previousUntil: Date | null;
  readonly endedAt: Date | null;
  readonly lastDeliveryAt: Date | null;
}

export interface NewFeed {
  readonly boardId: Id;
  readonly provider: Provider;
  readonly auth: FeedAuth;
  readonly accountId?: Id;
  /** As the provider shows it, where it makes the secret itself. */
  readonly secret?: string;
}

/** A secret of ours leaves the program once, when it is made; theirs never does. */
export interface OpenedFeed {
  readonly feedId: Id;
  readonly provider: Provider;
  readonly secret: string | null;
}

interface DoorRow {
  readonly id: Id;
  readonly provider: Provider;
  readonly auth: FeedAuth;
  readonly secret_sealed: Buffer;
  readonly previous_secret_sealed: Buffer | null;
  readonly previous_until: Date | null;
}

/** What a delivery must show to be let in. */
export interface Door {
  readonly provider: Provider;
  readonly auth: FeedAuth;
  readonly secrets: readonly string[];
}

// Long enough to change the secret at the provider by hand, on the next working day if need be.
const ROTATION_MS = 72 * 3_600_000;

// All feeds in sight, or the one of an id.
const FEEDS = `
  select f.id, f.board_id as "boardId", f.provider, f.account_id as "accountId", f.auth, f.created_at as "createdAt",
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

  /** @throws banking.feedWayUnknown, banking.feedAccountMissing, banking.feedSecretMissing */
  async open(tx: Tx, feed: NewFeed): Promise<OpenedFeed> {
    const { boardId, provider, auth } = feed;
    if (!tx.actor.boards.includes(boardId)) throw platformError('notFound');
    const { verify, isOfOneAccount } = providers[provider];
    if (!verify[auth]) throw bankingError('feedWayUnknown', { provider, auth });
    const accountId = isOfOneAccount ? (feed.accountId ?? null) : null;
    if (isOfOneAccount && !(await isAccountOf(tx, boardId, accountId)))
      throw bankingError('feedAccountMissing');
    const [feedId, secret] = [newId(), secretOf(provider, feed.secret)];
    const sealed = this.sealer.seal(secret);
    await tx.sql(
      `insert into banking.feed (board_id, id, provider, auth, account_id, secret_sealed, created_by,
         created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [boardId, feedId, provider, auth, accountId, sealed, tx.actor.userId, this.clock.now()],
    );
    await this.record(tx, boardId, feedId, 'banking.openFeed');
    return { feedId, provider, secret: shownSecret(provider, secret) };
  }

  /**
   * Changes the secret: to the given one where the provider makes it, else to a new one of ours. The
   * one before opens the door for three days more.
   */
  async rotate(tx: Tx, id: Id, theirs?: string): Promise<OpenedFeed> {
    const { provider } = await this.one(tx, id);
    const secret = secretOf(provider, theirs);
    const until = new Date(this.clock.now().getTime() + ROTATION_MS);
    const [changed] = await tx.sql<{ boardId: Id }>(
      `update banking.feed set previous_secret_sealed = secret_sealed, previous_until = $3,
              secret_sealed = $2
        where id = $1 and ended_at is null returning board_id as "boardId"`,
      [id, this.sealer.seal(secret), until],
    );
    if (!changed) throw await this.notOpen(tx, id);
    await this.record(tx, changed.boardId, id, 'banking.rotateFeed');
    return { feedId: id, provider, secret: shownSecret(provider, secret) };
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

  /** What opens each of the feeds; none for one that has ended. */
  async doors(tx: Reading, ids: readonly Id[]): Promise<Map<Id, Door>> {
    const rows = await tx.sql<DoorRow>(
      `select id, provider, auth, secret_sealed, previous_secret_sealed, previous_until
         from banking.feed where id = any ($1::uuid[]) and ended_at is null`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, this.doorOf(row)]));
  }

  private doorOf({ provider, auth, ...row }: DoorRow): Door {
    const isRotating = row.previous_until !== null && this.clock.now() <= row.previous_until;
    const sealed = isRotating
      ? [row.secret_sealed, row.previous_secret_sealed]
      : [row.secret_sealed];
    const secrets = sealed.filter((each) => each !== null).map((each) => this.sealer.open(each));
    return { provider, auth, secrets };
  }

  private async notOpen(tx: Reading, id: Id) {
    await this.one(tx, id);
    return bankingError('feedEnded', { id });
  }

  private record(tx: Tx, boardId: Id, feedId: Id, act: string): Promise<void> {
    return this.audit.append(tx, { boardId, act, subject: `feed:${feedId}` });
  }
}

function secretOf(provider: Provider, theirs: string | undefined): string {
  if (!providers[provider].isSecretTheirs) return `whsec_${randomBytes(32).toString('base64url')}`;
  if (theirs === undefined) throw bankingError('feedSecretMissing', { provider });
  return theirs;
}

const shownSecret = (provider: Provider, secret: string) =>
  providers[provider].isSecretTheirs ? null : secret;

async function isAccountOf(tx: Reading, boardId: Id, accountId: Id | null): Promise<boolean> {
  const found = await tx.sql(
    `select from banking.receiving_account
      where board_id = $1 and id = $2 and approved_at is not null and closed_on is null`,
    [boardId, accountId],
  );
  return found.length > 0;
}
