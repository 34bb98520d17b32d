import { join } from 'node:path';
import {
  migrate,
  openDatabaseForCommand,
  operatorLine,
  projectRoot,
  readConfig,
  type ProgramDatabase,
} from '@cho40/platform';
import { Refused } from './refusal';

/**
 * Runs a command on the database of DATABASE_URL, else on the server that runs on ./data, else on
 * one started for as long as the command runs. An embedded database is migrated first.
 */
export async function withDatabase<T>(use: (database: ProgramDatabase) => Promise<T>): Promise<T> {
  try {
    return await onDatabase(use);
  } catch (error) {
    // A database that cannot be worked on, or went away, is said in words; refusals by their code.
    const line = operatorLine(error);
    throw line ? new Refused(line) : error;
  }
}

async function onDatabase<T>(use: (database: ProgramDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabaseForCommand(readConfig());
  try {
    if (database.isEmbedded)
      await migrate({
        migrationUrl: database.migrationUrl,
        appUrl: database.databaseUrl,
        folder: join(projectRoot(), 'migrations'),
      });
    return await use(database);
  } finally {
    await database.close();
  }
}
