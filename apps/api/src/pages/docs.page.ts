import type { OpenAPIObject } from '@nestjs/swagger';
import { escapeHtml } from './html';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly object[];
  readonly requestBody?: object;
  readonly responses?: object;
  readonly tags?: readonly string[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
code{font-size:.95em}summary{cursor:pointer;padding:.25rem 0}pre{overflow:auto;font-size:.85em}
b{display:inline-block;min-width:4rem}`;

/** The API's description to read: every route with what it takes and gives, without a script. */
export function docsPage(document: OpenAPIObject): string {
  const routes = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation: Operation | undefined = item[method];
      return operation ? [routeOf(method, path, operation)] : [];
    }),
  );
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) =>
    details(`<code id="${escapeHtml(name)}">${escapeHtml(name)}</code>`, schema),
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(document.info.title)} API</title>
<style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(document.info.title)} API</h1>
<p>${escapeHtml(document.info.description ?? '')} <a href="/api/docs/openapi.json">openapi.json</a></p>
<h2>Routes</h2>${routes.join('\n')}<h2>Shapes</h2>${schemas.join('\n')}</main></body></html>
`;
}

function routeOf(method: string, path: string, operation: Operation): string {
  const { parameters, requestBody, responses } = operation;
  const head = `<b>${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code>`;
  return details(head, { parameters, requestBody, responses });
}

function details(head: string, shape: object): string {
  const body = escapeHtml(JSON.stringify(shape, null, 2));
  return `<details><summary>${head}</summary><pre>${body}</pre></details>`;
}
