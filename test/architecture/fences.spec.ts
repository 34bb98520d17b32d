import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PLANTED, plantedGround } from './planted-offences';

interface Offence {
  file: string;
  line?: number;
  rule: string;
  reason: string;
}
interface FenceResult {
  fence: string;
  looked: number;
  offences: Offence[];
}

const ROOT = resolve(__dirname, '../..');

function runFences(root: string) {
  const fences = join(ROOT, 'tools/fences.mjs');
  const { status, stdout } = spawnSync(process.execPath, [fences, '--root', root, '--json'], {
    encoding: 'utf8',
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = stdout.trimEnd().split('\n');
  return { status, results: JSON.parse(lines.pop() ?? '') as FenceResult[], asRead: lines };
}

describe('the fences on the tree', () => {
  const { status, results } = runFences(ROOT);

  it('stand: nothing in the tree offends', () => {
    expect(results.flatMap((result) => result.offences)).toEqual([]);
    expect(status).toBe(0);
  });

  // A fence that looks at nothing passes everything: dependency-cruiser with the wrong TypeScript
  // once reported "0 modules, no violations".
  it.each([
    ['imports', 150],
    ['purity', 20],
    ['syntax', 200],
    ['shape', 200],
    ['routes', 40],
    ['migrations', 35],
    ['sentences', 40],
    ['wire', 100],
  ])('%s has looked at more than %d things', (fence, least) => {
    const looked = results.find((result) => result.fence === fence)?.looked;
    expect(looked).toBeGreaterThan(least);
  });
});

describe('the fences on planted offences', () => {
  const root = mkdtempSync(join(tmpdir(), 'cho40-planted-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(plantedGround(ROOT))) write(path, text);
  for (const planted of PLANTED) write(planted.file, planted.text);
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const { status, results, asRead } = runFences(root);
  rmSync(root, { recursive: true, force: true });

  it('are at least twelve, and the run fails', () => {
    expect(PLANTED.length).toBeGreaterThanOrEqual(12);
    expect(status).toBe(1);
  });

  it.each(PLANTED.map((planted) => [planted.fence, planted.rule, planted.file] as const))(
    '%s reports %s in %s',
    (fence, rule, file) => {
      const found = results.find((result) => result.fence === fence)?.offences ?? [];
      const rules = found.filter((offence) => offence.file === file).map((each) => each.rule);
      expect(rules).toContain(rule);
    },
  );

  it.each(PLANTED.map((planted) => [planted.file, planted.rule] as const))(
    'a developer reads %s beside %s',
    (file, rule) => {
      const line = asRead.find(
        (each) => each.trim().startsWith(file) && each.includes(`  ${rule}  `),
      );
      expect(line?.split(`  ${rule}  `)[1]).toMatch(/\w{3}/);
    },
  );

  it('say nothing of a file without an offence', () => {
    const files = results.flatMap((result) => result.offences.map((offence) => offence.file));
    expect(files).not.toContain('libs/markets/src/domain/market-class.ts');
  });
});
