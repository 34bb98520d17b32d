import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, newId } from '@cho40/platform';
import { Client, escapeIdentifier } from 'pg';
import { scratchFolder } from '../support/scratch';

const ALL = join(__dirname, '../../migrations');
const LAST_BEFORE = '0012';

/** A database as a board has it that runs the release before stalls had a history. */
describe('a board of the last release', () => {
  const name = `test_upgrade_${process.pid}`;
  const folder = scratchFolder();
  const at = (database: string, variable: string) =>
    Object.assign(new URL(process.env[variable] ?? ''), { pathname: `/${database}` }).href;
  const run = async (database: string, statements: readonly [string, unknown[]?][]) => {
    const client = new Client({ connectionString: at(database, 'TEST_MIGRATION_URL') });
    await client.connect();
    const answers: object[][] = [];
    for (const [text, parameters] of statements)
      answers.push((await client.query<object>(text, parameters)).rows);
    await client.end();
    return answers;
  };
  const upgrade = (steps: string) =>
    migrate({
      migrationUrl: at(name, 'TEST_MIGRATION_URL'),
      appUrl: at(name, 'TEST_DATABASE_URL'),
      folder: steps,
    });

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    for (const step of readdirSync(ALL).filter((each) => each < LAST_BEFORE))
      cpSync(join(ALL, step), join(folder, step));
    await run('postgres', [
      [`create database ${escapeIdentifier(name)} template template0 owner cho40_owner`],
    ]);
    await upgrade(folder);
  });
  afterAll(async () => {
    await run('postgres', [[`drop database ${escapeIdentifier(name)} with (force)`]]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps its stalls, each with a first day, a first state, and a reason below 3 m²', async () => {
    const [boardId, id] = [newId(), newId()];
    const asOwner: [string, unknown[]?][] = [
      ['set role cho40_owner'],
      [`select set_config('app.boards', $1, false)`, [`{${boardId}}`]],
    ];
    await run(name, [
      ...asOwner,
      [`insert into markets.board (id, name) values ($1, 'Ban quản lý chợ')`, [boardId]],
      [
        `insert into markets.market (board_id, id, code, name, declared_class, construction, meets,
           opened_on) values ($1, $2, 'DV', 'Chợ', 3, 'solid', 'daily', '2012-01-01')`,
        [boardId, id],
      ],
      [
        `insert into markets.zone (board_id, id, market_id, code, name)
         values ($1, $2, $2, 'A', 'A')`,
        [boardId, id],
      ],
      [
        `insert into markets.stall (board_id, id, market_id, zone_id, code, area_m2, goods_group,
           state) select $1, gen_random_uuid(), $2, $2, s.code, s.area, 'Vải', 'suspended'
                    from (values ('A-1', 4), ('A-2', 2.5)) as s (code, area)`,
        [boardId, id],
      ],
    ]);
    await upgrade(ALL);
    const rows = await run(name, [
      ...asOwner,
      [
        `select s.code, s.valid_from, s.small_area_reason is not null as "hasReason", h.number,
                h.state, h.from_on
           from markets.stall s join markets.stall_state h on h.stall_id = s.id order by s.code`,
      ],
    ]);
    const kept = { number: 1, state: 'suspended' };
    expect(rows.at(-1)).toMatchObject([
      { code: 'A-1', hasReason: false, ...kept },
      { code: 'A-2', hasReason: true, ...kept },
    ]);
    expect(JSON.stringify(rows.at(-1))).toContain('2012-01-01');
  });
});
