import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Id } from '@cho40/kernel';
import { CLOCK, Database, systemActor } from '@cho40/platform';
import { paceOf, WINDOW_MS, type Pace } from '../domain/sign-in-pace';
import { isPassword } from './passwords';
import { Sessions, type StartedSession } from './sessions.service';
import { sha256 } from './tokens';

export type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly session: StartedSession }
  /** A wrong name, a wrong password or a disabled account: nobody is told which. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly minutes: number };

const anybody = systemActor([]);

@Injectable()
export class SignIns {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async signIn(typedName: string, password: string): Promise<SignInOutcome> {
    const username = typedName.trim().toLowerCase();
    const pace = await this.countTry(username);
    if (pace.kind === 'wait') {
      const waitMs = pace.untilMs - this.clock.now().getTime();
      return { kind: 'wait', minutes: Math.max(1, Math.ceil(waitMs / 60_000)) };
    }
    await pause(pace.afterMs);
    const user = await this.userOf(username);
    if (!(await isPassword(user?.passwordHash ?? null, password)) || !user)
      return { kind: 'refused' };
    return { kind: 'signedIn', session: await this.start(username, user.id) };
  }

  /** Counts before it looks at the password, one after the other: tries at once are tries too. */
  private countTry(username: string): Promise<Pace> {
    const name = sha256(username);
    const now = this.clock.now();
    return this.db.write(anybody, async (tx) => {
      await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 404))', [
        name.toString('hex'),
      ]);
      const tries = await tx.sql<{ at: Date }>(
        'select at from identity.sign_in_try where username_hash = $1 and at > $2',
        [name, new Date(now.getTime() - WINDOW_MS)],
      );
      const pace = paceOf(
        tries.map(({ at }) => at.getTime()),
        now.getTime(),
      );
      if (pace.kind === 'go')
        await tx.sql('insert into identity.sign_in_try (username_hash, at) values ($1, $2)', [
          name,
          now,
        ]);
      return pace;
    });
  }

  private async userOf(username: string): Promise<{ id: Id; passwordHash: string } | undefined> {
    const [user] = await this.db.read(anybody, (tx) =>
      tx.sql<{ id: Id; passwordHash: string }>(
        `select id, password_hash as "passwordHash" from identity.app_user
          where username = $1 and disabled_at is null`,
        [username],
      ),
    );
    return user;
  }

  private start(username: string, userId: Id): Promise<StartedSession> {
    return this.db.write(anybody, async (tx) => {
      await tx.sql('delete from identity.sign_in_try where username_hash = $1', [sha256(username)]);
      return this.sessions.start(tx, userId);
    });
  }
}
