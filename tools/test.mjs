// npm test: sets up what it needs and runs everything; `npm test -- PATTERN` runs jest on a part.
// The last line counts: N passed, N failed, N skipped.
import { ensureReady } from './ensure.mjs';
import { finish } from './finish.mjs';
import { runChecks } from './checks.mjs';
import { runJest } from './jest.mjs';
import { findTools } from './system-tools.mjs';

const patterns = process.argv.slice(2);
const mustBeWhole = process.env.CI === 'true';

await finish(async () => {
  await ensureReady();
  const tools = await findTools();
  for (const sentence of tools.missing) console.log(`\n!!! ${sentence}\n`);
  const checks = patterns.length === 0 ? await runChecks() : { passed: 0, failed: [] };
  const tests = await runJest(patterns, tools.env);
  for (const name of checks.failed) console.log(`failed: ${name}`);
  const ran = tests.passed + tests.failed;
  if (ran === 0) console.log('failed: jest ran no test');
  return conclude({
    passed: checks.passed + tests.passed,
    failed: checks.failed.length + tests.failed + (ran === 0 ? 1 : 0),
    skipped: tests.skipped,
    missing: tools.missing.length,
  });
});

// Where everything must run, what is left out has failed.
function conclude({ passed, failed, skipped, missing }) {
  const leftOut = mustBeWhole ? failed + missing : failed;
  console.log(`${passed} passed, ${leftOut} failed, ${skipped} skipped`);
  return leftOut > 0 || (mustBeWhole && skipped > 0) ? 1 : 0;
}
