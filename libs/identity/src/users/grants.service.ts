import { Inject, Injectable } from '@nestjs/common';
import { businessDateOf, type BusinessDate, type Clock, type Id, type Role } from '@cho40/kernel';
import { Audit, brokenConstraint, CLOCK, newId, SYSTEM_BOARD, type Tx } from '@cho40/platform';
import { mayAppoint, SCOPES_OF_ROLE, type Reach, type Scope } from '../domain/grant';
import { identityError } from '../errors';
import { Sessions } from '../sessions/sessions.service';
import { grantsOf, reachOfScope } from './rights.queries';

/** A role to be given; without days: from today, for as long as nobody ends it. */
export interface NewGrant extends Scope {
  readonly role: Role;
  readonly validFrom?: BusinessDate;
  readonly validTo?: BusinessDate;
}

/** Gives and ends roles. Each change ends the person's sessions and is audited at the board. */
@Injectable()
export class Grants {
  constructor(
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws identity.grantBeyondOwn when the actor may not appoint for this scope */
  async give(tx: Tx, userId: Id, grant: NewGrant): Promise<Id> {
    if (!SCOPES_OF_ROLE[grant.role].includes(grant.scopeKind))
      throw identityError('scopeDoesNotFit', { role: grant.role, scopeKind: grant.scopeKind });
    const reach = await this.existingReach(tx, grant);
    await this.requireMayAppoint(tx, userId, grant, reach);
    const id = newId();
    await this.insert(tx, id, userId, grant);
    await this.sessions.endAllOf(tx, userId);
    await this.audit.append(tx, {
      boardId: boardOfAct(grant, reach),
      act: 'identity.giveRole',
      subject: `user:${userId}`,
      after: { grantId: id, ...grant },
    });
    return id;
  }

  /** Ends a role with its last day; one in the past takes it away at once. */
  async end(tx: Tx, userId: Id, grantId: Id, lastDay: BusinessDate): Promise<void> {
    const [grant] = await tx.sql<Scope & { role: Role }>(
      `select role, scope_kind as "scopeKind", scope_id as "scopeId"
         from identity.role_grant
        where id = $1 and user_id = $2 and ended_at is null for update`,
      [grantId, userId],
    );
    if (!grant) throw identityError('grantMissing', { id: grantId });
    const reach = await reachOfScope(tx, grant);
    await this.requireMayAppoint(tx, userId, grant, reach);
    const now = this.clock.now();
    await tx.sql(
      `update identity.role_grant set valid_to = greatest(valid_from, $2), ended_at = $3
        where id = $1`,
      [grantId, lastDay, lastDay < businessDateOf(now) ? now : null],
    );
    await this.sessions.endAllOf(tx, userId);
    await this.audit.append(tx, {
      boardId: boardOfAct(grant, reach),
      act: 'identity.endRole',
      subject: `user:${userId}`,
      before: { grantId, ...grant },
      after: { validTo: lastDay },
    });
  }

  private async existingReach(tx: Tx, scope: Scope): Promise<Reach> {
    const reach = await reachOfScope(tx, scope);
    if (reach.boards.length > 0) return reach;
    // A unit may have no market yet.
    const [unit] = await tx.sql('select 1 from markets.v_admin_unit where unit_id = $1', [
      scope.scopeKind === 'unit' ? scope.scopeId : null,
    ]);
    if (!unit) throw identityError('scopeMissing', { scopeKind: scope.scopeKind });
    return reach;
  }

  private async requireMayAppoint(
    tx: Tx,
    userId: Id,
    { role, scopeKind }: Pick<NewGrant, 'role' | 'scopeKind'>,
    reach: Reach,
  ): Promise<void> {
    const granterId = tx.actor.userId;
    // The operator at the command line, the seed.
    if (granterId === null) return;
    if (granterId === userId) throw identityError('notForOneself');
    const own = await grantsOf(tx, granterId, businessDateOf(this.clock.now()));
    if (!mayAppoint(own, role)) throw identityError('grantBeyondOwn', { role });
    // Somebody else's board answers like one that does not exist.
    if (!mayAppoint(own, role, reach)) throw identityError('scopeMissing', { scopeKind });
  }

  private async insert(tx: Tx, id: Id, userId: Id, grant: NewGrant): Promise<void> {
    const from = grant.validFrom ?? businessDateOf(this.clock.now());
    try {
      await tx.sql(
        `insert into identity.role_grant (id, user_id, role, scope_kind, scope_id, valid_from,
                valid_to, granted_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          userId,
          grant.role,
          grant.scopeKind,
          grant.scopeId,
          from,
          grant.validTo ?? null,
          tx.actor.userId,
        ],
      );
    } catch (error) {
      throw refusalOfGrant(error);
    }
  }
}

function refusalOfGrant(error: unknown): unknown {
  const constraint = brokenConstraint(error);
  if (constraint === 'cashier_is_not_accountant') return identityError('cashierIsAccountant');
  if (constraint === 'role_grant_once') return identityError('grantOverlaps');
  if (constraint === 'role_grant_user_id_fkey') return identityError('userMissing');
  return error;
}

/** A role at a board or market is that board's affair, any other the system's. */
function boardOfAct(scope: Scope, reach: Reach): Id {
  const isBoards = scope.scopeKind === 'board' || scope.scopeKind === 'market';
  return (isBoards ? reach.boards[0] : undefined) ?? SYSTEM_BOARD;
}
