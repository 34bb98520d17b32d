import { Inject, Injectable } from '@nestjs/common';
import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { CLOCK, Database, systemActor, type Reading, type Tx } from '@cho40/platform';
import type { MarketOfBoard, ReachingGrant } from '../domain/grant';
import { grantsOf, marketsOfBoards } from '../users/rights.queries';
import { newToken, sha256 } from './tokens';

/** A living session: who it is and what they may do. */
export interface Session {
  readonly userId: Id;
  readonly username: string;
  readonly displayName: string;
  readonly locale: 'vi' | 'en';
  readonly csrfToken: string;
  readonly grants: readonly ReachingGrant[];
  readonly markets: readonly MarketOfBoard[];
}

/** What the browser keeps. */
export interface StartedSession {
  readonly token: string;
  readonly expiresAt: Date;
}

interface Kept {
  readonly session: Session | null;
  readonly readAtMs: number;
}

// A working day. Ended within 5 seconds everywhere: what is kept is younger than that.
const LIFE_MS = 12 * 3_600_000;
const DAY_MS = 86_400_000;
const KEPT_MS = 3_000;
const KEPT_SESSIONS = 2_000;
const anybody = systemActor([]);

@Injectable()
export class Sessions {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Starts a session with a new id; what the caller had before stays somebody else's. */
  async start(tx: Tx, userId: Id): Promise<StartedSession> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LIFE_MS);
    await tx.sql(
      `insert into identity.session (token_hash, user_id, csrf_token, rights_version, created_at,
              expires_at)
       select $1, id, $3, rights_version, $4, $5 from identity.app_user where id = $2`,
      [sha256(token), userId, newToken(), now, expiresAt],
    );
    return { token, expiresAt };
  }

  async end(tx: Tx, token: string): Promise<void> {
    await tx.sql(
      'update identity.session set ended_at = $2 where token_hash = $1 and ended_at is null',
      [sha256(token), this.clock.now()],
    );
    tx.afterCommit(() => this.kept.delete(token));
  }

  /** Ends every session of a person: their roles, their password or they themselves changed. */
  async endAllOf(tx: Tx, userId: string): Promise<void> {
    await tx.sql('update identity.app_user set rights_version = rights_version + 1 where id = $1', [
      userId,
    ]);
    tx.afterCommit(() => this.kept.clear());
  }

  /** The session of a token, read every three seconds at the latest; null when it has ended. */
  async find(token: string): Promise<Session | null> {
    const nowMs = performance.now();
    const known = this.kept.get(token);
    if (known && nowMs - known.readAtMs < KEPT_MS) return known.session;
    const session = await this.db.read(anybody, (tx) => this.read(tx, token));
    // Who operates the system acts for a board in the moment it stands: what they reach is not kept.
    if (session?.grants.some(({ scopeKind }) => scopeKind === 'system')) return session;
    if (this.kept.size >= KEPT_SESSIONS) this.kept.clear();
    this.kept.set(token, { session, readAtMs: nowMs });
    return session;
  }

  /** Removes what ended long ago, and tries that no longer count. */
  async putAway(): Promise<void> {
    const dayAgo = new Date(this.clock.now().getTime() - DAY_MS);
    await this.db.write(anybody, async (tx) => {
      await tx.sql('delete from identity.session where expires_at < $1', [dayAgo]);
      await tx.sql('delete from identity.sign_in_try where at < $1', [dayAgo]);
    });
  }

  private async read(tx: Reading, token: string): Promise<Session | null> {
    const now = this.clock.now();
    const [found] = await tx.sql<Omit<Session, 'grants' | 'markets'>>(
      `select u.id as "userId", u.username, u.display_name as "displayName", u.locale,
              s.csrf_token as "csrfToken"
         from identity.session s
         join identity.app_user u on u.id = s.user_id and u.rights_version = s.rights_version
        where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2
          and u.disabled_at is null`,
      [sha256(token), now],
    );
    if (!found) return null;
    const grants = await grantsOf(tx, found.userId, businessDateOf(now));
    const boards = [...new Set(grants.flatMap((grant) => grant.boards))];
    return { ...found, grants, markets: await marketsOfBoards(tx, boards) };
  }
}
