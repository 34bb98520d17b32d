import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import {
  installBodyParsers,
  NestLog,
  newId,
  REQUEST_LIMITS,
  type PlatformOptions,
} from '@cho40/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module';
import { Metrics } from './metrics';
import { serveOffice } from './office';
import { openApiDocument } from './open-api';
import { answerTooOften } from './pages/too-often.page';

/** What stands at an address of its own, outside of /api/v1. */
const OUTSIDE = [
  '/',
  'sign-in',
  'bang-gia/:code',
  'kiem-tra',
  'kiem-tra/:code',
  'health/live',
  'health/ready',
  'metrics',
  'api/docs',
  'api/docs/openapi.json',
];

// No inline script anywhere; Mantine sets inline styles.
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  // Set by Caddy in front where there is HTTPS; on plain loopback it would break every address.
  upgradeInsecureRequests: null,
};

/** The program's HTTP side, ready to listen or to be asked with `inject`. */
export async function createApi(
  platform: PlatformOptions,
  log: Logger,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: 'loopback,uniquelocal',
    genReqId: () => newId(),
  });
  let description: OpenAPIObject | undefined;
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(platform, () => (description ??= openApiDocument(app))),
    adapter,
    { bodyParser: false, logger: new NestLog(log), abortOnError: false },
  );
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE });
  const http = adapter.getInstance();
  installBodyParsers(http);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    hsts: false,
  });
  // Before the routes: each says its own limit (`@LimitedTo`), no other has one.
  await app.register(fastifyRateLimit, { global: false });
  answerTooOften(http);
  watchRequests(http, log, app.get(Metrics));
  await serveOffice(http);
  await app.init();
  return app;
}

/** The API's routes without anything behind them: enough to describe it, no database needed. */
export async function previewApi(): Promise<NestFastifyApplication> {
  const nothing = { databaseUrl: '', dataKey: '', limits: REQUEST_LIMITS, poolSize: 1 };
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(nothing, () => openApiDocument(app)),
    new FastifyAdapter(),
    { preview: true, logger: false, abortOnError: false },
  );
  return app.setGlobalPrefix('api/v1', { exclude: OUTSIDE });
}

/** One line and one measurement per answer: the pattern of the route, never its query or body. */
function watchRequests(http: FastifyInstance, log: Logger, metrics: Metrics): void {
  http.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const { method, id: requestId } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const { statusCode: status, elapsedTime: ms } = reply;
    metrics.sawRequest(method, route, status, ms / 1000);
    const level = route.startsWith('/app') || route.startsWith('/health') ? 'debug' : 'info';
    log[level]({ requestId, method, route, status, ms: Math.round(ms) });
  });
}
