// node dist/apps/api/src/print-open-api.js > apps/office/openapi.gen.json
// Needs no database: Nest reads the modules and makes nothing of them.
import { previewApi } from './api';
import { openApiDocument } from './open-api';

void previewApi().then((app) => {
  process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);
});
