import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Jest 30 can require() an ES module only on Node >= 24.9, while NestJS 12 is ESM-only and some of
// its neighbours are CommonJS that require ESM. So every "type": "module" package in node_modules is
// compiled to CommonJS by swc. Read from disk: a new ESM-only dependency needs no change here.
function packageNames(dir, entry) {
  if (!entry.startsWith('@')) return [entry];
  return readdirSync(join(dir, entry)).map((name) => `${entry}/${name}`);
}
function esmPackages(dir, found = new Set()) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    for (const name of packageNames(dir, entry.name)) {
      const at = join(dir, name);
      try {
        if (JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')).type === 'module')
          found.add(name);
      } catch {
        continue;
      }
      try {
        esmPackages(join(at, 'node_modules'), found);
      } catch {
        // no nested node_modules
      }
    }
  }
  return found;
}
const esm = [...esmPackages(join(import.meta.dirname, 'node_modules'))]
  .map((name) => name.replace(/[.+]/g, '\\$&'))
  .sort();
const commonJs = { swcrc: false, module: { type: 'commonjs' } };

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testRegex: '\\.(db-|e2e-)?spec\\.ts$',
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  moduleFileExtensions: ['js', 'ts', 'json', 'mjs', 'cjs', 'node'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        ...commonJs,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
          },
        },
      },
    ],
    '^.+\\.m?js$': [
      '@swc/jest',
      {
        ...commonJs,
        sourceMaps: false,
        jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!(${esm.join('|')})/)`],
  moduleNameMapper: { '^@cho40/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  // Two processors, eight suites' programs on them: a slow machine is not a failing test.
  testTimeout: 300_000,
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  setupFiles: ['<rootDir>/test/support/threads.cjs'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testSequencer: '<rootDir>/test/support/slowest-first.cjs',
};
