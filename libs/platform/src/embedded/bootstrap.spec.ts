import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrapDatabase, bootstrapRoles } from './bootstrap';

const statementsOf = (sql: string) =>
  sql.split('\n').filter((line) => /^(CREATE|GRANT|REVOKE) /.test(line));

it('a database made for docker compose has the roles, rights and extensions of the embedded one', () => {
  const script = join(__dirname, '../../../../deploy/postgres-roles.sh');
  const embedded = bootstrapRoles({ migratorPassword: 'M', appPassword: 'A', dataKey: '' });
  const theirs = statementsOf(readFileSync(script, 'utf8')).map((line) =>
    line.replace(":'migrator_password'", "'M'").replace(":'app_password'", "'A'"),
  );
  expect(theirs.length).toBeGreaterThan(9);
  expect(theirs).toEqual(statementsOf(embedded + bootstrapDatabase()));
});
