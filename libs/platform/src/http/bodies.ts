import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { platformError } from '../errors';

/** The most a request's body may have, in bytes; a file upload has its own limit. */
const BODY_LIMIT = 100 * 1024;

/**
 * `@Body() body: Buffer` is what came, byte for byte, up to `limit`: a bank signs bytes. Whoever sends
 * them is no browser; the headers by which one is told to beware cost a twentieth of such an answer.
 */
export const TakesBytes = (limit: number) =>
  RouteConfig({ takesBytes: limit, helmet: { skipRoute: true } });

type Parsed = (error: Error | null, body?: unknown) => void;

function bytesLimitOf(request: FastifyRequest): number | undefined {
  const { config } = request.routeOptions;
  return 'takesBytes' in config && typeof config.takesBytes === 'number'
    ? config.takesBytes
    : undefined;
}

function parserOf(parse: (body: Buffer) => unknown) {
  return (request: FastifyRequest, body: Buffer, done: Parsed): void => {
    const limit = bytesLimitOf(request);
    if (limit !== undefined && body.length > limit)
      return done(platformError('bodyTooLarge', { limit }));
    try {
      done(null, limit === undefined ? parse(body) : body);
    } catch {
      done(platformError('bodyMalformed'));
    }
  };
}

const parseJson = (body: Buffer): unknown =>
  body.length === 0 ? undefined : JSON.parse(body.toString('utf8'));
const parseForm = (body: Buffer) => Object.fromEntries(new URLSearchParams(body.toString('utf8')));
const refuse = () => {
  throw platformError('bodyMalformed');
};

/** Takes the place of the framework's parsers: JSON, the sign-in form, and bytes where a route says. */
export function installBodyParsers(http: FastifyInstance): void {
  const options = { parseAs: 'buffer', bodyLimit: BODY_LIMIT } as const;
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', options, parserOf(parseJson));
  http.addContentTypeParser('application/x-www-form-urlencoded', options, parserOf(parseForm));
  http.addContentTypeParser('*', options, parserOf(refuse));
}
