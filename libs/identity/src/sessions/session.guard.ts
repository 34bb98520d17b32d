import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { invariant } from '@cho40/kernel';
import { accessOf, platformError, type ActingRequest, type Actor } from '@cho40/platform';
import { permissionsOf, reachOf, unionOf } from '../domain/grant';
import { identityError } from '../errors';
import { tokenOf } from './cookie';
import { Sessions, type Session } from './sessions.service';

/** A request whose cookie names a living session. */
export type SessionRequest = ActingRequest & { session?: Session };

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Default deny: lets a request through as far as its route's permission reaches. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly sessions: Sessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(context);
    invariant(access !== undefined, 'a route without a permission', {
      route: `${context.getClass().name}.${context.getHandler().name}`,
    });
    const request = context.switchToHttp().getRequest<SessionRequest>();
    const token = tokenOf(request);
    const session = token ? await this.sessions.find(token) : null;
    if (session) {
      request.session = session;
      request.actor = actorOf(session);
    }
    if (access.kind === 'public') return true;
    if (!session) throw platformError('signInFirst');
    requireCsrfToken(request, session);
    if (access.kind === 'signedIn') return true;
    const reach = reachOf(session.grants, access.permission, session.markets);
    if (!reach) throw platformError('notAllowed', { permission: access.permission });
    request.actor = { ...actorOf(session), ...reach };
    return true;
  }
}

/** Somebody with all they reach, whatever the right; a route with a permission narrows it. */
function actorOf(session: Session): Actor {
  return {
    userId: session.userId,
    displayName: session.displayName,
    permissions: permissionsOf(session.grants),
    ...unionOf(session.grants, session.markets),
  };
}

/** A page of somebody else's can make the browser send the cookie, but never this header. */
function requireCsrfToken(request: SessionRequest, session: Session): void {
  if (READING.has(request.method)) return;
  if (request.headers['x-csrf-token'] !== session.csrfToken) throw identityError('csrfMissing');
}
