import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The description of the whole API, from the DTO classes; the web app's types come from it. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Chợ 4.0')
    .setDescription('Days as 2026-11-23, money as whole đồng, errors as application/problem+json.')
    .setVersion('1')
    .addCookieAuth('cho40_session')
    .build();
  return sorted(SwaggerModule.createDocument(app, config));
}

/** Paths and schemas in the order of their names, so that moving a file changes nothing. */
function sorted(document: OpenAPIObject): OpenAPIObject {
  const schemas = byName(document.components?.schemas ?? {});
  return {
    ...document,
    paths: byName(document.paths),
    components: { ...document.components, schemas },
  };
}

function byName<Value>(record: Record<string, Value>): Record<string, Value> {
  const entries = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}
