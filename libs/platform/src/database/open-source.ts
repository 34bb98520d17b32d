import { DataSource, type DataSourceOptions } from 'typeorm';
import { platformError } from '../errors';
import { codeOf } from './lost';
import { ROW_TYPES } from './types';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** Connects, and refuses a role that row-level security would not bind. */
export async function openSource(options: PostgresOptions): Promise<DataSource> {
  const source = await connected({ ...options, extra: { types: ROW_TYPES } });
  const roles: { name: string; may_bypass: boolean }[] = await source.query(
    `select rolname as name, rolsuper or rolbypassrls as may_bypass
       from pg_roles where rolname = current_user`,
  );
  const bypassing = roles.find((role) => role.may_bypass);
  if (!bypassing) return source;
  await source.destroy();
  throw platformError('roleMayBypassRows', { role: bypassing.name });
}

async function connected(options: PostgresOptions): Promise<DataSource> {
  try {
    return await new DataSource(options).initialize();
  } catch (error) {
    throw databaseUnreachable(error, options.url);
  }
}

/** A refused connection, a wrong password, a database that is not there. */
export function databaseUnreachable(error: unknown, url = ''): unknown {
  const cause = codeOf(error);
  return cause ? platformError('databaseUnreachable', { cause, at: new URL(url).host }) : error;
}
