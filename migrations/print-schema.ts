import type { Client } from 'pg';

/** A statement of the schema: sorted by schema, then by kind, object and part. */
interface Part {
  schema: string;
  kind: number;
  object: string;
  rank: number;
  part: string;
  text: string;
}

// Partitions come and go with the months; everything else that no migration made has no place here.
const OWN_SCHEMAS = `
  select oid, nspname from pg_namespace
   where nspname !~ '^(pg_|information_schema|public$)'`;
const OWN_RELATIONS = `
  select c.oid, n.nspname as schema, c.relname as name, c.relkind, c.relrowsecurity,
         c.relforcerowsecurity, c.relacl, c.relowner
    from pg_class c
    join own_schema n on n.oid = c.relnamespace
   where not c.relispartition`;

/** The catalogue as text, one row per statement; the same database always gives the same rows. */
const CATALOGUE = `
  with own_schema as (${OWN_SCHEMAS}), relation as (${OWN_RELATIONS}),
  grantable (schema, kind, object, what, acl, owner) as (
    select nspname, 0, nspname, 'schema ' || nspname, nspacl, nspowner
      from pg_namespace where oid in (select oid from own_schema)
    union all
    select schema, case relkind when 'v' then 3 else 2 end, name,
           'table ' || schema || '.' || name, relacl, relowner
      from relation where relkind in ('r', 'p', 'v', 'S')
    union all
    select n.nspname, 1, p.proname, 'routine ' || p.oid::regprocedure, p.proacl, p.proowner
      from pg_proc p join own_schema n on n.oid = p.pronamespace
  )
  select nspname as schema, 0 as kind, nspname as object, 0 as rank, '' as part,
         'create schema ' || nspname || ';' as text
    from own_schema
  union all
  select n.nspname, 1, p.proname, 0, p.oid::regprocedure::text,
         rtrim(pg_get_functiondef(p.oid), e'\\n') || ';'
    from pg_proc p join own_schema n on n.oid = p.pronamespace
  union all
  select r.schema, 2, r.name, 0, '',
         'create table ' || r.schema || '.' || r.name || e' (\\n' || (
           select string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                    || case a.attnotnull when true then ' not null' else '' end
                    || case when d.oid is null then ''
                            when a.attgenerated = 's'
                            then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                            else ' default ' || pg_get_expr(d.adbin, d.adrelid) end,
                    e',\\n' order by a.attnum)
             from pg_attribute a
             left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped)
           || e'\\n)' || coalesce(' partition by ' || pg_get_partkeydef(r.oid), '') || ';'
    from relation r where r.relkind in ('r', 'p')
  union all
  select r.schema, 2, r.name, 1, k.conname,
         'alter table ' || r.schema || '.' || r.name || ' add constraint ' || k.conname || ' '
           || pg_get_constraintdef(k.oid) || ';'
    from pg_constraint k join relation r on r.oid = k.conrelid
   where k.contype in ('p', 'u', 'c', 'f', 'x')
  union all
  select r.schema, 2, r.name, 2, i.relname, pg_get_indexdef(i.oid) || ';'
    from pg_index x
    join pg_class i on i.oid = x.indexrelid
    join relation r on r.oid = x.indrelid
   where not exists (select from pg_constraint k where k.conindid = x.indexrelid
                        and k.conrelid = x.indrelid)
  union all
  select r.schema, 2, r.name, 3, '',
         'alter table ' || r.schema || '.' || r.name || ' enable row level security;'
           || case when r.relforcerowsecurity
                   then e'\\nalter table ' || r.schema || '.' || r.name || ' force row level security;'
                   else '' end
    from relation r where r.relrowsecurity
  union all
  select schemaname, 2, tablename, 4, policyname,
         'create policy ' || policyname || ' on ' || schemaname || '.' || tablename
           || ' for ' || lower(cmd) || ' to ' || array_to_string(roles, ', ')
           || coalesce(' using (' || qual || ')', '')
           || coalesce(' with check (' || with_check || ')', '') || ';'
    from pg_policies where (schemaname, tablename) in (select schema, name from relation)
  union all
  select r.schema, 2, r.name, 5, t.tgname,
         pg_get_triggerdef(t.oid) || ';'
           || case t.tgenabled when 'A' then ' -- enable always' when 'D' then ' -- disabled'
                               when 'R' then ' -- on replicas only' else '' end
    from pg_trigger t join relation r on r.oid = t.tgrelid
   where not t.tgisinternal
  union all
  select schema, 3, name, 0, '',
         'create view ' || schema || '.' || name || ' with (' || (
           select array_to_string(c.reloptions, ', ') from pg_class c where c.oid = relation.oid
         ) || e') as\\n' || pg_get_viewdef(oid)
    from relation where relkind = 'v'
  union all
  select schema, kind, object, 8, what || grantee,
         'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type)
           || ' on ' || what || ' to ' || grantee || ';'
    from (select g.schema, g.kind, g.object, g.what, a.privilege_type,
                 case a.grantee when 0 then 'public' else a.grantee::regrole::text end as grantee
            from grantable g
            cross join aclexplode(coalesce(g.acl, acldefault(
              case g.kind when 0 then 'n' when 1 then 'f' else 'r' end::"char", g.owner))) a
           where a.grantee <> g.owner) granted
   group by schema, kind, object, what, grantee
  union all
  select r.schema, case r.relkind when 'v' then 3 else 2 end, r.name, 9, a.attname || p.privilege_type,
         'grant ' || lower(p.privilege_type) || ' (' || a.attname || ') on table ' || r.schema || '.'
           || r.name || ' to ' || p.grantee::regrole || ';'
    from relation r
    join pg_attribute a on a.attrelid = r.oid and a.attacl is not null
    cross join aclexplode(a.attacl) p`;

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const inOrder = (a: Part, b: Part) =>
  byText(a.schema, b.schema) ||
  a.kind - b.kind ||
  byText(a.object, b.object) ||
  a.rank - b.rank ||
  byText(a.part, b.part) ||
  byText(a.text, b.text);

const HEAD = `-- What the migrations make, printed from the catalogue by \`npm run schema\`. Do not edit: a test
-- compares it with a freshly migrated database, so that a change of the schema is read in review.
`;

/** The whole schema of a migrated database as text; equal databases give equal texts. */
export async function printSchema(client: Client): Promise<string> {
  const { rows } = await client.query<Part>(CATALOGUE);
  const groups = new Map<string, string[]>();
  for (const { schema, kind, object, text } of rows.sort(inOrder)) {
    const key = `${schema} ${kind} ${object}`;
    groups.set(key, [...(groups.get(key) ?? []), text]);
  }
  const texts = [...groups.values()].map((group) => group.join('\n'));
  return `${[HEAD.trimEnd(), ...texts].join('\n\n')}\n`;
}
