import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Id, Role } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import { Users, type NewUser } from './users.service';

/** A sign-in of the believable province, to be shown again. */
export interface DemoSignIn {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly password: string;
}

// No signs that are mistaken for each other when read from a terminal.
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 3;

/** `k7fm-x2qa-9hrw`: 60 bits, another one in each database. */
function randomPassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** People of the believable province; their passwords are kept readable, as nothing else is. */
@Injectable()
export class DemoSignIns {
  constructor(private readonly users: Users) {}

  async create(tx: Tx, user: Omit<NewUser, 'password'>): Promise<{ id: Id }> {
    const password = randomPassword();
    const { id } = await this.users.create(tx, { ...user, password });
    await tx.sql('insert into identity.demo_sign_in (user_id, password) values ($1, $2)', [
      id,
      password,
    ]);
    return { id };
  }

  /** One a role, in the order in which they were made; none in a database of real people. */
  onePerRole(tx: Reading): Promise<DemoSignIn[]> {
    return tx.sql<DemoSignIn>(
      `select username, "displayName", role, password
         from (select distinct on (g.role) g.role, u.username, u.display_name as "displayName",
                      d.password, u.id
                 from identity.demo_sign_in d
                 join identity.app_user u on u.id = d.user_id and u.disabled_at is null
                 join identity.role_grant g on g.user_id = u.id and g.ended_at is null
                order by g.role, u.id) first
        order by id`,
    );
  }
}
