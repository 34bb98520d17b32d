import { DataSource } from 'typeorm';
import { bankingEntities } from '@cho40/banking';
import { identityEntities } from '@cho40/identity';
import { marketsEntities } from '@cho40/markets';
import { tariffsEntities } from '@cho40/tariffs';
import { tenancyEntities } from '@cho40/tenancy';

/**
 * TypeORM's view of a database, for tools and tests; the programs open theirs in platform. The schema
 * is made by the SQL files beside this one and never by TypeORM.
 */
export function dataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    synchronize: false,
    entities: [
      ...marketsEntities,
      ...bankingEntities,
      ...identityEntities,
      ...tariffsEntities,
      ...tenancyEntities,
    ],
  });
}
