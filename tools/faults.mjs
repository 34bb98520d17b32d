// npm run faults -- --rounds N [--seed S] [--json]: pulls the plug N times and counts what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureReady } from './ensure.mjs';
import { root } from './steps.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
if (!/^[1-9]\d{0,4}$/.test(values.rounds)) {
  console.error(`faults: --rounds: "${values.rounds}" is not a number from 1 to 99999`);
  process.exit(2);
}

await ensureReady({ quiet: values.json });
const folder = mkdtempSync(join(tmpdir(), 'cho40-faults-report-'));
const report = join(folder, 'report.json');
const jest = join(root, 'node_modules/jest/bin/jest.js');
const ran = spawnSync(process.execPath, [jest, 'test/faults/faults', '--runInBand'], {
  cwd: root,
  stdio: ['ignore', values.json ? 'ignore' : 'inherit', values.json ? 'ignore' : 'inherit'],
  env: {
    ...process.env,
    FAULT_ROUNDS: values.rounds,
    FAULT_REPORT: report,
    ...(values.seed ? { FAULT_SEED: values.seed } : {}),
  },
});
if (existsSync(report)) console.log(readFileSync(report, 'utf8'));
rmSync(folder, { recursive: true, force: true });
process.exitCode = ran.status ?? 1;
