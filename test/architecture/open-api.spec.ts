import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { previewApi } from '../../apps/api/src/api';
import { openApiDocument } from '../../apps/api/src/open-api';

const ROOT = join(__dirname, '../..');
const COMMITTED = join(ROOT, 'apps/office/openapi.gen.json');

// On a difference: node tools/build.mjs && node tools/openapi.mjs && node tools/api-types.mjs
describe('the types that the web app sees', () => {
  it('come from the API as it is', async () => {
    const document = JSON.stringify(openApiDocument(await previewApi()), null, 2);
    const paths: object = JSON.parse(document).paths;
    expect(Object.keys(paths).length).toBeGreaterThan(60);
    // Whole documents of 10,000 lines side by side would help nobody.
    expect(readFileSync(COMMITTED, 'utf8').trim() === document).toBe(true);
  });

  it('are the committed ones', () => {
    const check = [join(ROOT, 'tools/api-types.mjs'), '--check'];
    expect(() => execFileSync(process.execPath, check, { stdio: 'pipe' })).not.toThrow();
  });
});
