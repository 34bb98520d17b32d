// npm run schema: prints migrations/schema.sql anew from a freshly migrated database.
import { ensureReady } from './ensure.mjs';
import { finish } from './finish.mjs';
import { runJest } from './jest.mjs';

await finish(async () => {
  await ensureReady();
  const { failed } = await runJest(['test/architecture/schema'], { SCHEMA: 'write' });
  return failed > 0 ? 1 : 0;
});
