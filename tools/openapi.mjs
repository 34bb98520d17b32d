// node tools/openapi.mjs: the built api describes itself → apps/office/openapi.gen.json, from which
// tools/api-types.mjs makes the web app's types. test/architecture fails when it is forgotten.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.mjs';

const program = join(root, 'dist/apps/api/src/print-open-api.js');
const description = execFileSync(process.execPath, [program], { maxBuffer: 64 * 1024 * 1024 });
writeFileSync(join(root, 'apps/office/openapi.gen.json'), description);
