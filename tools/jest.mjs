import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './steps.mjs';

/**
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed a suite that could not be loaded counts as one
 * @property {number} skipped
 */

const LIMIT_S = 40 * 60;
// Two processors are what the smallest machine has. Three workers take as long.
const WORKERS = '2';

/**
 * Runs jest, shows what it says and counts from its report.
 * @param {readonly string[]} args patterns and options
 * @param {Record<string, string>} [env]
 * @returns {Promise<Totals>}
 */
export async function runJest(args, env = {}) {
  const report = join(root, 'test-output/jest.json');
  mkdirSync(join(root, 'test-output'), { recursive: true });
  rmSync(report, { force: true });
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const options = ['--ci', `--maxWorkers=${WORKERS}`, '--json', `--outputFile=${report}`];
  const { code } = await runNode(jest, [...options, ...args], {
    env: { ...process.env, ...env },
    limitS: LIMIT_S,
    onOutput: (text) => process.stderr.write(text),
  });
  return totalsOf(report, code);
}

function totalsOf(report, code) {
  let counts;
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    // Killed, or its set-up failed: what it printed says why.
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  return {
    passed: counts.numPassedTests,
    // Jest's exit code knows of failures that are no test's: a teardown, an obsolete snapshot.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}
