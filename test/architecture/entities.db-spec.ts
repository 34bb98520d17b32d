import { DataSource, type EntityManager, type EntityMetadata } from 'typeorm';
import { dataSource } from '../../migrations/data-source';
import { testApi, type TestApi } from '../support/test-api';

interface CatalogueColumn {
  column: string;
  type: string;
  isNullable: boolean;
  isKey: boolean;
}

const COLUMNS = `
  select a.attname as column, format_type(a.atttypid, null) as type, not a.attnotnull as "isNullable",
         coalesce(a.attnum = any (k.conkey), false) as "isKey"
    from pg_attribute a
    left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'p'
   where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped`;

/** What the entity says, in the catalogue's words. */
function saidBy(source: DataSource, entity: EntityMetadata): CatalogueColumn[] {
  return entity.columns.map((column) => ({
    column: column.databaseName,
    type: source.driver.normalizeType(column) + (column.isArray ? '[]' : ''),
    isNullable: column.isNullable,
    isKey: column.isPrimary,
  }));
}

/** Columns of which entity and catalogue speak differently; an entity may leave out all but keys. */
async function differences(
  source: DataSource,
  entity: EntityMetadata,
  asked: Pick<EntityManager, 'query'> = source,
): Promise<string[]> {
  const catalogue = await asked.query<CatalogueColumn[]>(COLUMNS, [entity.tablePath]);
  const byName = new Map(catalogue.map((column) => [column.column, column]));
  const said = saidBy(source, entity);
  const wrong = said.filter(
    (column) => JSON.stringify(column) !== JSON.stringify(byName.get(column.column)),
  );
  const keys = new Set(said.filter((column) => column.isKey).map((column) => column.column));
  const missingKeys = catalogue.filter((column) => column.isKey && !keys.has(column.column));
  return [...wrong, ...missingKeys].map((column) => `${entity.tablePath}.${column.column}`);
}

describe('the entities', () => {
  let api: TestApi;
  let source: DataSource;
  beforeAll(async () => {
    api = await testApi();
    source = api.get(DataSource);
  });
  afterAll(() => api.close());

  it('agree with the catalogue in every column: type, nullability and key', async () => {
    const found: string[] = [];
    for (const entity of source.entityMetadatas) found.push(...(await differences(source, entity)));
    expect(found).toEqual([]);
    expect(source.entityMetadatas.length).toBeGreaterThanOrEqual(8);
  });

  it('are the same for the programs as for tools and tests', async () => {
    const tools = await dataSource(api.database.databaseUrl).initialize();
    const tables = ({ entityMetadatas }: DataSource) =>
      entityMetadatas.map((entity) => entity.tablePath).sort((a, b) => a.localeCompare(b));
    expect(tables(tools)).toEqual(tables(source));
    await tools.destroy();
  });

  it.each([
    ['another type', 'alter table markets.market alter column name type varchar(50)'],
    ['another nullability', 'alter table markets.market alter column opened_on drop not null'],
    ['a missing column', 'alter table markets.market rename column due_day to due_on_day'],
    ['another key', 'alter table markets.market drop constraint market_pkey cascade'],
  ])('are seen to differ by %s', async (_what, statement) => {
    const owner = await dataSource(api.database.migrationUrl).initialize();
    const market = owner.entityMetadatas.find((entity) => entity.tableName === 'market');
    const seen: string[] = [];
    const planted = owner.transaction(async (manager) => {
      await manager.query('set local role cho40_owner');
      await manager.query('drop view markets.v_market cascade');
      await manager.query(statement);
      if (!market) throw new Error('no entity of markets.market');
      seen.push(...(await differences(owner, market, manager)));
      throw new Error('undone');
    });
    await expect(planted).rejects.toThrow('undone');
    await owner.destroy();
    expect(seen).not.toEqual([]);
  });
});
