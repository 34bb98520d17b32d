import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@cho40/platform';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const YEAR_S = 31_536_000;

/**
 * Serves the built office app below /app/. Files under assets/ carry their hash in the name and may
 * be kept for ever; any other address there is one of the app's own pages and gets its index.
 */
export async function serveOffice(http: FastifyInstance): Promise<void> {
  const root = join(projectRoot(), 'dist/office');
  if (!existsSync(join(root, 'index.html'))) return;
  await http.register(fastifyStatic, {
    root,
    prefix: '/app/',
    wildcard: false,
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', cacheFor(path));
    },
  });
  http.get('/app', (_, reply) => reply.redirect('/app/', 308));
  // A file of an older build is gone: a page in its place would be read as a script.
  http.get('/app/assets/*', (_, reply) => reply.callNotFound());
  http.get('/app/*', (_, reply) => reply.sendFile('index.html'));
}

function cacheFor(path: string): string {
  return path.includes('/assets/') ? `public, max-age=${YEAR_S}, immutable` : 'no-cache';
}
