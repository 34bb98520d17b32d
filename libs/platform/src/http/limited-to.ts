import { RouteConfig } from '@nestjs/platform-fastify';

const MINUTE_MS = 60_000;

/**
 * The route answers one client so many times a minute, then 429 with Retry-After. The client is the
 * address that `trustProxy` finds behind Caddy; of IPv6 the network of 64 bits, which is one line.
 * Each process counts for itself. The api registers what holds it.
 */
export const LimitedTo = (perMinute: number): MethodDecorator =>
  RouteConfig({ rateLimit: { max: perMinute, timeWindow: MINUTE_MS } });
