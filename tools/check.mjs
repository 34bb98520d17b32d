// npm run check: what one runs before every commit; needs no database and no browser.
import { runChecks } from './checks.mjs';
import { ensureInstalled, ensureNode } from './ensure.mjs';
import { finish } from './finish.mjs';
import { runJest } from './jest.mjs';

await finish(async () => {
  ensureNode();
  await ensureInstalled();
  const checks = await runChecks();
  const tests = await runJest(['--testRegex', '\\.spec\\.ts$']);
  const failed = checks.failed.length + tests.failed;
  console.log(`${checks.passed + tests.passed} passed, ${failed} failed, ${tests.skipped} skipped`);
  return failed > 0 ? 1 : 0;
});
