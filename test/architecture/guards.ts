import type { Client } from 'pg';

/** A table or role that the database would let do what must never be. */
export interface GuardOffence {
  rule: string;
  name: string;
}

// Tables with a board_id that must be found before a scope is known; ids only. The static fence
// (tools/fences/migrations.mjs) keeps the same list for the migrations' text.
const OUTSIDE = [
  'platform.job',
  'platform.violation',
  'platform.check_result',
  'platform.board_change',
  'markets.board_registry',
  'markets.market_registry',
  'banking.feed_registry',
  'billing.code_prefix',
  'cash.check_code',
];

const CHECKS: Readonly<Record<string, { sql: string; parameters?: unknown[] }>> = {
  'every board table has forced row-level security': {
    sql: `select c.oid::regclass::text as name
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
           where a.attname = 'board_id' and c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
             and not (c.relrowsecurity and c.relforcerowsecurity)
             and c.oid::regclass::text <> all ($1)`,
    parameters: [OUTSIDE],
  },
  'every board table has the one policy, for reading and writing': {
    sql: `select c.oid::regclass::text as name from pg_class c
           where c.relkind in ('r', 'p') and c.relrowsecurity and not c.relispartition
             and not exists (select from pg_policies p
               where format('%I.%I', p.schemaname, p.tablename)::regclass = c.oid
                 and p.qual like '%board_scope%' and p.with_check like '%board_scope%')`,
  },
  'a reference between board tables carries the board': {
    sql: `select k.conname || ' on ' || k.conrelid::regclass as name
            from pg_constraint k join pg_class c on c.oid = k.conrelid
            join pg_class t on t.oid = k.confrelid
           where k.contype = 'f' and c.relrowsecurity and t.relrowsecurity
             and t.oid <> 'markets.board'::regclass and not c.relispartition
             and k.conparentid = 0
             and not exists (select from pg_attribute a where a.attrelid = k.conrelid
               and a.attname = 'board_id' and a.attnum = any (k.conkey))`,
  },
  // Both sides have the guard of the key's own name (platform.check_together).
  'a reference that no row is asked for is asked of each statement, and stays': {
    sql: `select k.conname || ' on ' || k.conrelid::regclass as name
            from pg_constraint k
           where k.contype = 'f' and not k.conenforced
             and (not exists (select from pg_trigger t
                     where t.tgrelid = k.conrelid and t.tgenabled = 'A'
                       and t.tgfoid = 'platform.check_references'::regproc)
                  or exists (select from unnest(array[k.conrelid, k.confrelid]) as s (side)
                     where not exists (select from pg_trigger t
                       where t.tgrelid = s.side and t.tgenabled = 'A'
                         and t.tgname = left('stays_' || k.conname, 63)
                         and t.tgfoid = 'platform.refuse_change'::regproc)))`,
  },
  'the app role may not change what only ever grows': {
    sql: `select t.tgrelid::regclass::text as name from pg_trigger t
           where t.tgname = 'append_only' and (t.tgenabled <> 'A'
             or has_table_privilege('cho40_app', t.tgrelid, 'update')
             or has_table_privilege('cho40_app', t.tgrelid, 'delete')
             or has_table_privilege('cho40_app', t.tgrelid, 'truncate'))`,
  },
  'no program role looks past row-level security': {
    sql: `select rolname as name from pg_roles
           where rolname in ('cho40_app', 'cho40_migrator', 'cho40_owner')
             and (rolbypassrls or rolsuper)`,
  },
  'the app role is a member of nothing and owns nothing': {
    sql: `select r.rolname as name from pg_auth_members m
            join pg_roles r on r.oid = m.roleid join pg_roles a on a.oid = m.member
           where a.rolname = 'cho40_app'
           union all
          select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner
           where r.rolname = 'cho40_app'`,
  },
  'a definer function fixes its search path': {
    sql: `select p.oid::regprocedure::text as name from pg_proc p
            join pg_namespace n on n.oid = p.pronamespace
           where p.prosecdef and n.nspname !~ '^(pg_|information_schema|public)'
             and not coalesce(p.proconfig::text like '%search_path%', false)`,
  },
  'money is a whole number': {
    sql: `select a.attrelid::regclass || '.' || a.attname as name
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
           where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
             and a.atttypid in ('float4'::regtype, 'float8'::regtype, 'money'::regtype)`,
  },
  "a view is read with the reader's rights": {
    sql: `select c.oid::regclass::text as name from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
           where c.relkind = 'v' and n.nspname !~ '^(pg_|information_schema|public)'
             and not coalesce(c.reloptions::text like '%security_invoker=true%', false)`,
  },
};

export const GUARD_RULES = Object.keys(CHECKS);

/** Reads the catalogue of a migrated database as its migrator. */
export async function guardOffences(client: Client): Promise<GuardOffence[]> {
  const found: GuardOffence[] = [];
  for (const [rule, { sql, parameters }] of Object.entries(CHECKS)) {
    const { rows } = await client.query<{ name: string }>(sql, parameters ?? []);
    found.push(...rows.map(({ name }) => ({ rule, name })));
  }
  return found;
}
