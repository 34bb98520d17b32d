import { DataSource, type DataSourceOptions } from 'typeorm';
import { platformError } from '../errors';
import { ROW_TYPES } from './types';

/** Connects, and refuses a role that row-level security would not bind. */
export async function openSource(options: DataSourceOptions): Promise<DataSource> {
  const source = await connected(new DataSource({ ...options, extra: { types: ROW_TYPES } }));
  const roles: { name: string; may_bypass: boolean }[] = await source.query(
    `select rolname as name, rolsuper or rolbypassrls as may_bypass
       from pg_roles where rolname = current_user`,
  );
  const bypassing = roles.find((role) => role.may_bypass);
  if (!bypassing) return source;
  await source.destroy();
  throw platformError('roleMayBypassRows', { role: bypassing.name });
}

async function connected(source: DataSource): Promise<DataSource> {
  try {
    return await source.initialize();
  } catch (error) {
    throw databaseUnreachable(error);
  }
}

/** A refused connection, a wrong password, a database that is not there. */
export function databaseUnreachable(error: unknown): unknown {
  const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return isCoded ? platformError('databaseUnreachable', { cause: String(error.code) }) : error;
}
