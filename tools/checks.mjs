import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode, step } from './steps.mjs';

const modules = join(root, 'node_modules');
const typescript = join(modules, 'typescript7/bin/tsc');
const lint = ['--disable-nested-config', '--type-aware', '--type-check'];
const linted = ['apps', 'libs', 'test', 'migrations', 'bench', 'tools', 'architecture.mjs'];

// What reads the code without running it; the fences are a test (test/architecture/fences.spec.ts). One
// check counts as one test.
const CHECKS = [
  { name: 'format', script: join(modules, '@biomejs/biome/bin/biome'), args: ['format', '.'] },
  { name: 'lint', script: join(modules, 'oxlint/bin/oxlint'), args: [...lint, ...linted] },
  { name: 'types', script: typescript, args: ['-p', 'tsconfig.json', '--noEmit'] },
  { name: 'types of the pure code', script: typescript, args: ['-p', 'tsconfig.pure.json'] },
  {
    name: 'types of the office',
    script: typescript,
    args: ['-p', 'apps/office', '--noEmit'],
    needs: 'apps/office/tsconfig.json',
  },
];

/** Runs every check and prints what the failing ones say. */
export async function runChecks(out = process.stdout) {
  const failed = [];
  const checks = CHECKS.filter(({ needs }) => !needs || existsSync(join(root, needs)));
  for (const { name, script, args } of checks) {
    const { code, output } = await step(out, name, () => runNode(script, args, { limitS: 600 }));
    if (code === 0) continue;
    failed.push(name);
    out.write(`\n${output}\n${name}: FAILED\n\n`);
  }
  return { passed: checks.length - failed.length, failed };
}
