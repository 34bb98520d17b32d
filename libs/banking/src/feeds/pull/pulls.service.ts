import type { Clock, Id } from '@cho40/kernel';
import { Audit, CLOCK, platformError, Sealer, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { bankingError } from '../../errors';
import { Feeds } from '../feeds.service';
import { providers } from '../providers';

export const PULL_OUTCOMES = [
  'read',
  'more',
  'noAccount',
  'busy',
  'refused',
  'away',
  'unreadable',
] as const;
/** read: all there was; more: the rest comes with the next pull; away: nobody answered. */
export type PullOutcome = (typeof PULL_OUTCOMES)[number];

/** How a feed's provider is asked. */
export interface Pull {
  /** trying: a token was entered that has not been answered yet. */
  readonly state: 'trying' | 'on' | 'off';
  /** Whether another token was entered than the one that pulls. */
  readonly isTokenNew: boolean;
  readonly setByName: string;
  readonly setAt: Date;
  readonly lastAt: Date | null;
  readonly lastOutcome: PullOutcome | null;
  readonly lastRowCount: number | null;
  readonly notBefore: Date | null;
}

/** A pull that is ours until its lease ends. */
export interface TakenPull {
  readonly boardId: Id;
  readonly feedId: Id;
  readonly token: string;
  readonly isTokenNew: boolean;
}

/** What a pull came to. */
export interface Pulled {
  readonly outcome: PullOutcome;
  readonly rowCount: number;
  /** How long the provider asks to be left alone. */
  readonly waitS?: number;
}

// Longer than a page may take; each page kept renews it.
const LEASE_MS = 120_000;

/** Whether and with which token a feed's provider is asked, and what came of it last. */
@Injectable()
export class Pulls {
  constructor(
    private readonly feeds: Feeds,
    private readonly sealer: Sealer,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps a token, sealed. It pulls from the first answer on that it gets; until then the old one. */
  async setToken(tx: Tx, feedId: Id, token: string): Promise<void> {
    const { boardId, provider, endedAt } = await this.feeds.one(tx, feedId);
    if (endedAt) throw bankingError('feedEnded', { id: feedId });
    if (!providers[provider].readPulled) throw bankingError('feedNotPulled', { provider });
    const { userId, displayName } = tx.actor;
    if (!userId) throw platformError('signInFirst');
    await tx.sql(
      `insert into banking.pull (board_id, feed_id, next_token_sealed, set_by, set_by_name, set_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (board_id, feed_id) do update
         set next_token_sealed = $3, set_by = $4, set_by_name = $5, set_at = $6, ended_at = null,
             not_before = null`,
      [boardId, feedId, this.sealer.seal(token), userId, displayName, this.clock.now()],
    );
    await this.audit.append(tx, {
      boardId,
      act: 'banking.setPullToken',
      subject: `feed:${feedId}`,
    });
  }

  /** Asks no more, and forgets the tokens. */
  async end(tx: Tx, feedId: Id): Promise<void> {
    const [ended] = await tx.sql<{ boardId: Id }>(
      `update banking.pull
          set ended_at = $2, token_sealed = null, next_token_sealed = null, busy_until = null
        where feed_id = $1 and ended_at is null returning board_id as "boardId"`,
      [feedId, this.clock.now()],
    );
    if (!ended) throw bankingError('pullNotSet', { id: feedId });
    const { boardId } = ended;
    await this.audit.append(tx, { boardId, act: 'banking.endPull', subject: `feed:${feedId}` });
  }

  /** Of every feed in sight that is, or was, asked. */
  async of(tx: Reading): Promise<Map<Id, Pull>> {
    const rows = await tx.sql<Pull & { feedId: Id }>(
      `select p.feed_id as "feedId", p.next_token_sealed is not null as "isTokenNew",
              case when p.ended_at is not null or f.ended_at is not null then 'off'
                   when p.token_sealed is null then 'trying' else 'on' end as state,
              p.set_by_name as "setByName", p.set_at as "setAt", p.last_at as "lastAt",
              p.last_outcome as "lastOutcome", p.last_row_count as "lastRowCount",
              p.not_before as "notBefore"
         from banking.pull p
         join banking.feed f on f.board_id = p.board_id and f.id = p.feed_id`,
    );
    return new Map(rows.map(({ feedId, ...pull }) => [feedId, pull]));
  }

  /** Feeds to ask now; none that is being asked or wants to be left alone. */
  due(tx: Reading): Promise<{ boardId: Id; feedId: Id }[]> {
    return tx.sql(
      `select p.board_id as "boardId", p.feed_id as "feedId"
         from banking.pull p
         join banking.feed f on f.board_id = p.board_id and f.id = p.feed_id
        where p.ended_at is null and f.ended_at is null
          and (p.busy_until is null or p.busy_until <= $1)
          and (p.not_before is null or p.not_before <= $1)
        order by p.last_at nulls first, p.feed_id`,
      [this.clock.now()],
    );
  }

  /**
   * Makes the pull ours; undefined while somebody else pulls, or where nothing is to be pulled. Who
   * tries a new token pulls with it; else the one that was answered goes on.
   */
  async take(tx: Tx, feedId: Id, isTrial: boolean): Promise<TakenPull | undefined> {
    const now = this.clock.now();
    const [taken] = await tx.sql<{ boardId: Id; sealed: Buffer; isTokenNew: boolean }>(
      `update banking.pull p set busy_until = $3
         from banking.feed f
        where p.feed_id = $1 and p.ended_at is null and f.board_id = p.board_id
          and f.id = p.feed_id and f.ended_at is null
          and (p.busy_until is null or p.busy_until <= $2)
          and (p.not_before is null or p.not_before <= $2)
       returning p.board_id as "boardId",
                 case when $4 then coalesce(p.next_token_sealed, p.token_sealed)
                      else coalesce(p.token_sealed, p.next_token_sealed) end as sealed,
                 p.next_token_sealed is not null and ($4 or p.token_sealed is null)
                   as "isTokenNew"`,
      [feedId, now, new Date(now.getTime() + LEASE_MS), isTrial],
    );
    if (!taken) return undefined;
    const { boardId, sealed, isTokenNew } = taken;
    return { boardId, feedId, token: this.sealer.open(sealed), isTokenNew };
  }

  async renew(tx: Tx, { feedId }: TakenPull): Promise<void> {
    const until = new Date(this.clock.now().getTime() + LEASE_MS);
    await tx.sql('update banking.pull set busy_until = $2 where feed_id = $1', [feedId, until]);
  }

  /** Says what came of it, and gives it free. A new token that was answered is the one that pulls. */
  async settle(tx: Tx, taken: TakenPull, { outcome, rowCount, waitS }: Pulled): Promise<void> {
    const now = this.clock.now();
    const isAnswered = taken.isTokenNew && ['read', 'more', 'noAccount'].includes(outcome);
    await tx.sql(
      `update banking.pull
          set busy_until = null, last_at = $2, last_outcome = $3, last_row_count = $4,
              not_before = $5,
              token_sealed = case when $6 then next_token_sealed else token_sealed end,
              next_token_sealed = case when $6 then null else next_token_sealed end
        where feed_id = $1 and ended_at is null`,
      [
        taken.feedId,
        now,
        outcome,
        rowCount,
        waitS === undefined ? null : new Date(now.getTime() + waitS * 1000),
        isAnswered,
      ],
    );
  }
}
