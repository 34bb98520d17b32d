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
  return sorted(brandsAsText(SwaggerModule.createDocument(app, config)));
}

/**
 * A branded text (Id, BusinessDate, Month) is an intersection, of which TypeScript tells a decorator
 * only "Object": an object without any field, in a query `allOf` Object, is such a text.
 */
function brandsAsText<Part>(part: Part): Part {
  if (Array.isArray(part)) {
    part.forEach(brandsAsText);
  } else if (typeof part === 'object' && part !== null) {
    if (isBrand(part)) Object.assign(part, { type: 'string', allOf: undefined });
    Object.values(part).forEach(brandsAsText);
  }
  return part;
}

const FIELDS = ['properties', 'additionalProperties', 'allOf', 'oneOf', '$ref'];
const OBJECT = JSON.stringify([{ $ref: '#/components/schemas/Object' }]);

function isBrand(schema: object): boolean {
  if ('allOf' in schema) return JSON.stringify(schema.allOf) === OBJECT;
  return 'type' in schema && schema.type === 'object' && !FIELDS.some((field) => field in schema);
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
