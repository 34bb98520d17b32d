import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RouteRights } from '@cho40/identity';
import { routeTable } from '../support/route-table';
import { testApi, type TestApi } from '../support/test-api';

const REVIEWED = join(__dirname, 'route-rights.txt');

describe('the reviewed table of routes and roles', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
  });
  afterAll(() => api.close());

  it('holds every route of the program, and no route stands outside of it', () => {
    const table = routeTable(api.get(RouteRights).routes());
    // After a review of what changed: REVIEWED=yes npx jest route-rights
    if (process.env['REVIEWED'] === 'yes') writeFileSync(REVIEWED, table);
    expect(table.split('\n').length).toBeGreaterThan(60);
    expect(table).not.toContain('NOTHING');
    expect(table).toBe(readFileSync(REVIEWED, 'utf8'));
  });
});
