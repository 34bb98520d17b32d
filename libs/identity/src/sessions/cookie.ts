import { isLoopback } from '@cho40/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'cho40_session';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The session's token of a request, from its cookie. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const token = pairs.find(([name]) => name === NAME)?.[1];
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

/** Sets the cookie until `expiresAt`; with null it is taken away. */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  session: { token: string; expiresAt: Date } | null,
): void {
  const isPlainLoopback = request.protocol === 'http' && isLoopback(request.hostname);
  const parts = [
    `${NAME}=${session?.token ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    session ? `Expires=${session.expiresAt.toUTCString()}` : 'Max-Age=0',
    // Plain http is for this machine alone; everywhere else the browser keeps it for https.
    ...(isPlainLoopback ? [] : ['Secure']),
  ];
  void reply.header('set-cookie', parts.join('; '));
}
