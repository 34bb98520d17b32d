import Module from 'node:module';
import { join } from 'node:path';

// Jest maps `@cho40/billing` to the lib's face inside tests, but not in its global set-up, which it
// merely compiles. Imported first there.
type Resolve = (request: string, ...rest: unknown[]) => string;
const loader = Module as typeof Module & { _resolveFilename: Resolve };
const resolveFilename = loader._resolveFilename;
const root = join(__dirname, '../..');

loader._resolveFilename = (request, ...rest) => {
  const lib = /^@cho40\/([a-z]+)$/.exec(request)?.[1];
  const path = lib ? join(root, 'libs', lib, 'src/index.ts') : request;
  return resolveFilename(path, ...rest);
};
