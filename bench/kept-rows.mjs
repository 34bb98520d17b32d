// What PostgreSQL alone needs to keep rows that stand already: the same rows into tables with the same
// keys, indexes and foreign keys, one INSERT … SELECT each; nothing read, decided, counted or locked.
const TABLES = [
  'banking.bank_record',
  'banking.sighting',
  'banking.confirmation',
  'billing.payment',
  'billing.allocation',
  'reconciliation.decision',
  'reconciliation.standing',
  'ledger.transfer',
];

const FOREIGN_KEYS = `
  select pg_get_constraintdef(oid) as definition from pg_constraint
   where conrelid = $1::regclass and contype = 'f'`;

/** The seconds it takes, for the board whose rows the connection sees. */
export async function secondsToKeep(owner) {
  await owner.query('create schema kept');
  let seconds = 0;
  for (const table of TABLES) {
    const copy = `kept.${table.split('.')[1]}`;
    await owner.query(`create table ${copy} (like ${table} including all)`);
    const { rows } = await owner.query(FOREIGN_KEYS, [table]);
    for (const { definition } of rows) await owner.query(`alter table ${copy} add ${definition}`);
    const columns = await writtenColumns(owner, table);
    const startedAt = performance.now();
    await owner.query(`insert into ${copy} (${columns}) select ${columns} from ${table}`);
    seconds += (performance.now() - startedAt) / 1000;
  }
  await owner.query('drop schema kept cascade');
  return seconds;
}

async function writtenColumns(owner, table) {
  const { rows } = await owner.query(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0].columns;
}
