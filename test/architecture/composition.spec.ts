import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const ROOTS = ['apps/api/src/app.module.ts', 'apps/worker/src/program.ts'];
const VERIFY = 'apps/cli/src/commands/verify.ts';

/** The libs whose module a composition root names. */
function namedIn(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const imports = text.matchAll(/import \{[^}]*Module[^}]*\} from '@cho40\/(\w+)'/g);
  return [...new Set([...imports].flatMap(([, lib]) => (lib && lib !== 'platform' ? [lib] : [])))];
}

describe('the programs', () => {
  const libs = readdirSync(join(ROOT, 'libs'))
    .filter((lib) => existsSync(join(ROOT, 'libs', lib, 'src', `${lib}.module.ts`)))
    .filter((lib) => lib !== 'platform')
    .sort();

  it.each([...ROOTS, VERIFY])('%s stands on every lib: none is left out by mistake', (file) => {
    expect(libs.length).toBeGreaterThan(8);
    expect(namedIn(file).sort()).toEqual(libs);
  });
});
