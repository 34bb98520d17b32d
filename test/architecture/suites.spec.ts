import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const OUTPUT = join(ROOT, 'test-output');

// Both suites say the same: whichever comes second would see what the first has left.
const SUITE = `
  import { Entity, getMetadataArgsStorage } from 'typeorm';
  import { Type } from 'class-transformer';
  import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
  import { IsInt } from 'class-validator';
  import { today, loads } from 'a-package';
  import { visits } from './visits';

  visits.push('this suite');
  @Entity() class Market { @IsInt() @Type(() => Number) stalls!: number }
  const checked = () => globalThis.classValidatorMetadataStorage.validationMetadatas;

  it('loads its own modules anew', () => expect(visits).toEqual(['this suite']));
  it('finds packages loaded, and once', () => expect(loads()).toBe(1));
  it('means the same Date as they do', () => expect(today()).toBeInstanceOf(Date));
  it('finds the global object as the first did', () => {
    expect(globalThis.left).toBeUndefined();
    globalThis.left = 'behind';
  });
  it('is the only one whose classes the packages know', () => {
    expect(getMetadataArgsStorage().tables.map(({ target }) => target)).toEqual([Market]);
    expect([...checked().keys()]).toEqual([Market]);
    expect([...defaultMetadataStorage._typeMetadatas.keys()]).toEqual([Market]);
  });
`;
const PLANTED = {
  'one.spec.ts': SUITE,
  'other.spec.ts': SUITE,
  'visits.ts': 'export const visits: string[] = [];',
  'node_modules/a-package/package.json': '{ "type": "module", "exports": "./index.js" }',
  'node_modules/a-package/index.js': `
    process.loadsOfThePackage = (process.loadsOfThePackage ?? 0) + 1;
    export const loads = () => process.loadsOfThePackage;
    export const today = () => new Date();
  `,
};

it('two suites of one worker share packages and nothing else', () => {
  mkdirSync(OUTPUT, { recursive: true });
  const root = mkdtempSync(join(OUTPUT, 'suites-'));
  for (const [path, text] of Object.entries(PLANTED)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(
    join(root, 'jest.config.mjs'),
    `import ours from '${join(ROOT, 'jest.config.mjs')}';
     const { testRegex, moduleFileExtensions, transform } = ours;
     const here = (path) => path.replace('<rootDir>', '${ROOT}');
     export default { testRegex, moduleFileExtensions, transform,
       runtime: here(ours.runtime), testEnvironment: here(ours.testEnvironment),
       cacheDirectory: here(ours.cacheDirectory) };`,
  );
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const ran = spawnSync(process.execPath, [jest, '--ci', '--runInBand', '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  rmSync(root, { recursive: true, force: true });
  expect(JSON.parse(ran.stdout)).toMatchObject({ numPassedTests: 10, numTotalTests: 10 });
});
