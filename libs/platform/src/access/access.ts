import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { invariant, type Permission } from '@cho40/kernel';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor';

/** What a route asks of whoever calls it. A route that states none is refused at start-up. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'can'; readonly permission: Permission };

/** A request after the guard has looked at it; a public route has an actor only when signed in. */
export type ActingRequest = FastifyRequest & { actor?: Actor };

const ACCESS = 'cho40:access';

/** The route is for whoever holds the permission; the actor's boards are those of that right. */
export const Can = (permission: Permission) =>
  SetMetadata<string, Access>(ACCESS, { kind: 'can', permission });

/** The route is for everybody, or proves its caller by itself (a bank's signature). */
export const Public = () => SetMetadata<string, Access>(ACCESS, { kind: 'public' });

/** The route is for everybody who is signed in: one's own password, one's own language. */
export const SignedIn = () => SetMetadata<string, Access>(ACCESS, { kind: 'signedIn' });

interface Decorated {
  getHandler(): object;
  getClass(): object;
}

/** What a route asks: its own statement, else its controller's, else none. */
export function accessOf(route: Decorated): Access | undefined {
  return (
    Reflect.getMetadata(ACCESS, route.getHandler()) ?? Reflect.getMetadata(ACCESS, route.getClass())
  );
}

/** The actor whom the guard made of the session and the route's permission. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  invariant(actor !== undefined, 'a route without a permission asks for its actor');
  return actor;
});
