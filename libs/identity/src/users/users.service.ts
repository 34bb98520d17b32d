import { Inject, Injectable } from '@nestjs/common';
import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import {
  Audit,
  brokenConstraint,
  CLOCK,
  newId,
  pageOfRows,
  SYSTEM_BOARD,
  type Page,
  type Reading,
  type Tx,
} from '@cho40/platform';
import { identityError } from '../errors';
import { hashPassword, isPassword, requireGoodPassword } from '../sessions/passwords';
import { Sessions } from '../sessions/sessions.service';
import { AppUser } from './app-user.entity';
import { Grants, type NewGrant } from './grants.service';
import type { UserDto, UserQueryDto } from './user.dto';
import { areAllGrantsWithin, usersOf } from './users.queries';

export interface NewUser {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly grants: readonly NewGrant[];
}

/** The people who sign in. Whoever manages them sees and changes those of their own boards only. */
@Injectable()
export class Users {
  constructor(
    private readonly grants: Grants,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws identity.usernameTaken, and what Grants.give refuses */
  async create(tx: Tx, user: NewUser): Promise<{ id: Id }> {
    const username = user.username.trim().toLowerCase();
    requireGoodPassword(user.password, username);
    const id = newId();
    await this.insert(tx, {
      id,
      username,
      displayName: user.displayName.trim(),
      passwordHash: await hashPassword(user.password),
      createdAt: this.clock.now(),
    });
    await this.note(tx, id, 'identity.createUser', { username });
    for (const grant of user.grants) await this.grants.give(tx, id, grant);
    return { id };
  }

  async page(tx: Reading, query: UserQueryDto): Promise<Page<UserDto>> {
    return pageOfRows(await usersOf(tx, query), query);
  }

  /** @throws identity.userMissing, also where they are not the actor's */
  async get(tx: Reading, id: Id): Promise<UserDto> {
    const [user] = await usersOf(tx, { id, limit: 1 });
    if (!user) throw identityError('userMissing', { id });
    const { total: _, ...found } = user;
    return found;
  }

  /** Ends a person's account and sessions; what they did stays theirs. */
  async disable(tx: Tx, id: Id): Promise<void> {
    await this.requireOwn(tx, id);
    await tx.sql(
      'update identity.app_user set disabled_at = coalesce(disabled_at, $2) where id = $1',
      [id, this.clock.now()],
    );
    await this.sessions.endAllOf(tx, id);
    await this.note(tx, id, 'identity.disableUser');
  }

  /** Gives somebody who forgot theirs a new first password. */
  async resetPassword(tx: Tx, id: Id, password: string): Promise<void> {
    const { username } = await this.requireOwn(tx, id);
    await this.setPassword(tx, { id, username }, password);
    await this.note(tx, id, 'identity.resetPassword');
  }

  /** One's own password, proven by the old one. Every session ends; the caller starts a new one. */
  async changePassword(tx: Tx, id: Id, change: { old: string; new: string }): Promise<void> {
    const user = await tx.manager.findOneByOrFail(AppUser, { id });
    if (!(await isPassword(user.passwordHash, change.old))) throw identityError('passwordWrong');
    await this.setPassword(tx, user, change.new);
    await this.audit.append(tx, {
      boardId: SYSTEM_BOARD,
      act: 'identity.changePassword',
      subject: `user:${id}`,
    });
  }

  async setLocale(tx: Tx, id: Id, locale: 'vi' | 'en'): Promise<void> {
    await tx.sql('update identity.app_user set locale = $2 where id = $1', [id, locale]);
  }

  /** The names of people by their ids, for whoever may see what they did. */
  async names(tx: Reading, ids: readonly Id[]): Promise<ReadonlyMap<string, string>> {
    const users = await tx.sql<{ id: string; name: string }>(
      'select id, display_name as name from identity.app_user where id = any ($1)',
      [ids],
    );
    return new Map(users.map(({ id, name }) => [id, name]));
  }

  private async insert(tx: Tx, user: Partial<AppUser>): Promise<void> {
    try {
      await tx.manager.insert(AppUser, user);
    } catch (error) {
      if (brokenConstraint(error) !== 'app_user_username_key') throw error;
      throw identityError('usernameTaken', { username: user.username ?? '' });
    }
  }

  private async setPassword(
    tx: Tx,
    { id, username }: { id: Id; username: string },
    password: string,
  ): Promise<void> {
    requireGoodPassword(password, username);
    await tx.sql('update identity.app_user set password_hash = $2 where id = $1', [
      id,
      await hashPassword(password),
    ]);
    await this.sessions.endAllOf(tx, id);
  }

  /** A person who also works for others is not one board's to disable. */
  private async requireOwn(tx: Tx, id: Id): Promise<UserDto> {
    if (tx.actor.userId === id) throw identityError('notForOneself');
    const user = await this.get(tx, id);
    const today = businessDateOf(this.clock.now());
    if (!(await areAllGrantsWithin(tx, id, today))) throw identityError('grantBeyondOwn');
    return user;
  }

  /** A person is no board's: the act stands where its actor manages people. */
  private async note(tx: Tx, id: Id, act: string, after?: object): Promise<void> {
    const { boards } = tx.actor;
    const boardId = boards.includes(SYSTEM_BOARD) ? SYSTEM_BOARD : boards[0];
    if (boardId) await this.audit.append(tx, { boardId, act, subject: `user:${id}`, after });
  }
}
