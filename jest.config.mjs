/** @type {import('jest').Config} */
export default {
  // Packages once per worker, our own modules anew for each suite (docs/adr/0056).
  runtime: '<rootDir>/test/support/shared-packages.cjs',
  testEnvironment: '<rootDir>/test/support/one-realm.cjs',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testRegex: '\\.(db-|e2e-)?spec\\.ts$',
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  moduleFileExtensions: ['js', 'ts', 'json', 'mjs', 'cjs', 'node'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'commonjs' },
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
  },
  moduleNameMapper: { '^@cho40/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  // Two processors, eight suites' programs on them: a slow machine is not a failing test.
  testTimeout: 300_000,
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  setupFiles: ['<rootDir>/test/support/threads.cjs'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testSequencer: '<rootDir>/test/support/slowest-first.cjs',
};
