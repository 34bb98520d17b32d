// npm run fences [-- --root DIR] [--json]: every fence on the tree; exit 1 with file, rule and reason.
// --json says it once more, as the last line.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importFence } from './fences/imports.mjs';
import { migrationFence } from './fences/migrations.mjs';
import { purityFence } from './fences/purity.mjs';
import { routeFence } from './fences/routes.mjs';
import { sentenceFence } from './fences/sentences.mjs';
import { shapeFence } from './fences/shape.mjs';
import { syntaxFence } from './fences/syntax.mjs';
import { readTree } from './fences/tree.mjs';
import { wireFence } from './fences/wire.mjs';

const FENCES = {
  imports: importFence,
  purity: purityFence,
  syntax: syntaxFence,
  shape: shapeFence,
  routes: routeFence,
  migrations: migrationFence,
  sentences: sentenceFence,
  wire: wireFence,
};

const { values } = parseArgs({
  options: { root: { type: 'string', default: '.' }, json: { type: 'boolean', default: false } },
});

const tree = readTree(resolve(values.root));
const results = [];
for (const [fence, check] of Object.entries(FENCES)) {
  const { looked, offences } = await check(tree);
  // A fence that looked at nothing has checked nothing.
  if (looked === 0)
    offences.push({
      file: '.',
      rule: `${fence}-saw-nothing`,
      reason: 'the fence found nothing to look at',
    });
  results.push({ fence, looked, offences });
}

for (const { fence, looked, offences } of results) {
  console.log(`${fence}: ${looked} looked at, ${offences.length} offences`);
  for (const { file, line, rule, reason } of offences)
    console.log(`  ${file}${line ? `:${line}` : ''}  ${rule}  ${reason}`);
}
if (values.json) console.log(JSON.stringify(results));
process.exitCode = results.some(({ offences }) => offences.length > 0) ? 1 : 0;
