import { DataSource, type DataSourceOptions } from 'typeorm';
import { platformError } from '../errors';
import { setTypeParsers } from './types';

/** Connects, and refuses a role that row-level security would not bind. */
export async function openSource(options: DataSourceOptions): Promise<DataSource> {
  setTypeParsers();
  const source = await new DataSource(options).initialize();
  const roles: { name: string; may_bypass: boolean }[] = await source.query(
    `select rolname as name, rolsuper or rolbypassrls as may_bypass
       from pg_roles where rolname = current_user`,
  );
  const bypassing = roles.find((role) => role.may_bypass);
  if (!bypassing) return source;
  await source.destroy();
  throw platformError('roleMayBypassRows', { role: bypassing.name });
}
