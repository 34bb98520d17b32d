import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../support/database';
import { GUARD_RULES, guardOffences } from './guards';

const PLANTED: readonly [rule: string, ddl: string][] = [
  [
    'every board table has forced row-level security',
    'create table billing.open_to_all (board_id uuid not null)',
  ],
  [
    'every board table has forced row-level security',
    'alter table ledger.transfer no force row level security',
  ],
  [
    'every board table has the one policy, for reading and writing',
    'drop policy board_scope on billing.payment',
  ],
  [
    'a reference between board tables carries the board',
    `create unique index bill_id_alone on billing.bill (id);
     create table billing.loose (board_id uuid not null, bill_id uuid references billing.bill (id));
     call platform.protect_board_table('billing.loose')`,
  ],
  [
    'the app role may not change what only ever grows',
    'grant update on billing.allocation to cho40_app',
  ],
  [
    'the app role may not change what only ever grows',
    'alter table cash.receipt disable trigger append_only',
  ],
  [
    'a reference that no row is asked for is asked of each statement, and stays',
    'alter table billing.bill_line disable trigger refers',
  ],
  [
    'a reference that no row is asked for is asked of each statement, and stays',
    'alter table billing.allocation alter constraint allocation_board_id_reverses_fkey not enforced',
  ],
  [
    'a reference that no row is asked for is asked of each statement, and stays',
    'drop trigger stays_bill_line_board_id_bill_id_fkey on billing.bill',
  ],
  [
    'a definer function fixes its search path',
    'create function billing.f() returns int language sql security definer return 1',
  ],
  ['money is a whole number', 'create table billing.sum (amount float8)'],
  ["a view is read with the reader's rights", 'create view billing.v_leaky as select 1 as one'],
];

describe('what the database itself refuses', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await testDatabase();
    client = new Client({ connectionString: database.migrationUrl });
    await client.connect();
    await client.query('set role cho40_owner');
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('holds for every table, role, function and view', async () => {
    expect(await guardOffences(client)).toEqual([]);
  });

  it('has something to look at', async () => {
    const { rows } = await client.query<{ count: string }>(
      `select count(*) from pg_class where relrowsecurity and relkind in ('r', 'p')`,
    );
    expect(Number(rows[0]?.count)).toBeGreaterThan(25);
    expect(GUARD_RULES.length).toBeGreaterThan(8);
  });

  it.each(PLANTED)('notices when not: %s (%s)', async (rule, ddl) => {
    await client.query('begin');
    try {
      await client.query(ddl);
      const rules = (await guardOffences(client)).map((offence) => offence.rule);
      expect(rules).toContain(rule);
    } finally {
      await client.query('rollback');
    }
  });
});

describe('row-level security as the program meets it', () => {
  let database: TestDatabase;
  let app: Client;
  const mine = '00000000-0000-7000-8000-000000000001';
  const theirs = '00000000-0000-7000-8000-000000000002';
  const asBoards = (...boards: string[]) =>
    app.query(`select set_config('app.boards', $1, true)`, [`{${boards.join(',')}}`]);

  beforeAll(async () => {
    database = await testDatabase();
    app = new Client({ connectionString: database.databaseUrl });
    await app.connect();
    await app.query('begin');
    await asBoards(mine, theirs);
    await app.query('insert into markets.board (id, name) values ($1, $2), ($3, $4)', [
      mine,
      'Ban quản lý chợ Đồng Văn',
      theirs,
      'Ban quản lý chợ Mèo Vạc',
    ]);
    await app.query('commit');
  });
  afterAll(async () => {
    await app.end();
    await database.drop();
  });
  beforeEach(() => app.query('begin'));
  afterEach(() => app.query('rollback'));

  it('shows nothing without a scope, also after a scope of an earlier transaction', async () => {
    expect((await app.query('select * from markets.board')).rows).toEqual([]);
  });

  it('shows a board its own rows only', async () => {
    await asBoards(mine);
    const { rows } = await app.query<{ id: string }>('select id from markets.board');
    expect(rows).toEqual([{ id: mine }]);
  });

  it('refuses a row for a board outside the scope', async () => {
    await asBoards(mine);
    await expect(
      app.query(`insert into tenancy.vendor (board_id, id, name) values ($1, $2, 'Vàng Thị Mỷ')`, [
        theirs,
        mine,
      ]),
    ).rejects.toThrow('row-level security');
  });

  it('lets nobody empty a table of facts', async () => {
    await asBoards(mine);
    await expect(app.query('truncate ledger.transfer')).rejects.toThrow('permission denied');
    await app.query('rollback');
    await app.query('begin');
    await expect(app.query('delete from ledger.transfer')).rejects.toThrow('permission denied');
  });
});
