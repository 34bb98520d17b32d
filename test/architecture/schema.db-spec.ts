import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { printSchema } from '../../migrations/print-schema';
import { testDatabase, type TestDatabase } from '../support/database';

const GOLDEN = join(__dirname, '../../migrations/schema.sql');

describe('the printed schema', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await testDatabase();
    client = new Client({ connectionString: database.migrationUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('is what the migrations make (after a change: npm run schema)', async () => {
    const printed = await printSchema(client);
    if (process.env['SCHEMA'] === 'write') writeFileSync(GOLDEN, printed);
    expect(printed).toBe(readFileSync(GOLDEN, 'utf8'));
    expect(printed).not.toContain('banking.delivery_2');
  });

  it.each([
    ['a column', 'alter table billing.bill add column note text'],
    ['a default', `alter table markets.market alter column due_day set default 11`],
    ['a check', 'alter table tariffs.tariff drop constraint tariff_needs_two_people'],
    ['an index', 'drop index tenancy.lease_vendor'],
    ['a policy', 'drop policy board_scope on billing.payment'],
    ['forced row-level security', 'alter table ledger.transfer no force row level security'],
    ['a grant', 'grant delete on billing.bill to cho40_app'],
    ['a grant of one column', 'grant update (code) on billing.bill to cho40_app'],
    ['a trigger', 'alter table billing.allocation disable trigger counters'],
    [
      'a function’s body',
      `create or replace function platform.board_scope() returns uuid[]
         language sql stable parallel safe set search_path = pg_catalog return '{}'::uuid[]`,
    ],
    ['a view', 'drop view cash.v_hand_in'],
  ])('shows a change of %s', async (_what, statement) => {
    const before = await printSchema(client);
    await client.query('begin');
    await client.query('set local role cho40_owner');
    await client.query(statement);
    const after = await printSchema(client);
    await client.query('rollback');
    expect(after).not.toBe(before);
  });
});
