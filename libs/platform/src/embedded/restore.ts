import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { refusalOf, StartRefusal } from '../start-refusal';
import { POSTGRES_MAJOR, postgresProgram } from './binaries';
import { copySummed } from './checksum';
import { clusterFolder, isClusterMade, makeClusterDraft } from './cluster';
import { lockFolder } from './folder-lock';
import { damagedFile, type Manifest, readManifest } from './manifest';
import { accountForPostgres } from './os-account';
import { readSecrets, secretsFile } from './secrets';
import { writeWhole } from './write-whole';

/**
 * Puts a backup into a data folder that has no database. The whole backup is checked first; the
 * database gets its name as the last step.
 * @throws StartRefusal one line; nothing that was there is touched
 */
export async function restoreBackup(backup: string, dataDir: string): Promise<void> {
  const manifest = readManifest(backup);
  if (manifest.postgres !== POSTGRES_MAJOR)
    throw new StartRefusal(
      `${backup} is of PostgreSQL ${manifest.postgres}, and this program brings ${POSTGRES_MAJOR}`,
    );
  const damaged = await damagedFile(backup, manifest);
  if (damaged) throw new StartRefusal(`${join(backup, damaged)} is damaged: use another backup`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    const lock = await lockFolder(dataDir);
    if (!lock) throw new StartRefusal(`a program runs on ${dataDir}: end it first`);
    try {
      await restoreLocked(backup, manifest, dataDir);
    } finally {
      await lock.release();
    }
  } catch (fault) {
    throw refusalOf(fault, `restore into ${dataDir}`);
  }
}

async function restoreLocked(backup: string, manifest: Manifest, dataDir: string): Promise<void> {
  requireEmpty(backup, dataDir);
  const folder = clusterFolder(dataDir);
  const account = accountForPostgres([postgresProgram('postgres'), folder]);
  const draft = makeClusterDraft(dataDir, account);
  const placeOf = (path: string) => join(draft, path.replace(/^pg\//, ''));
  for (const path of manifest.folders) {
    mkdirSync(join(draft, path), { recursive: true, mode: 0o700 });
    account.own(join(draft, path));
  }
  for (const { path } of manifest.files.filter((file) => file.path.startsWith('pg/'))) {
    await copySummed(join(backup, path), placeOf(path));
    account.own(placeOf(path));
  }
  writeWhole(secretsFile(dataDir), readFileSync(secretsFile(backup)));
  renameSync(draft, folder);
}

function requireEmpty(backup: string, dataDir: string): void {
  const isOther = readSecrets(dataDir) && secretsOf(dataDir) !== secretsOf(backup);
  if (!isClusterMade(dataDir) && !isOther) return;
  throw new StartRefusal(
    `${dataDir} is not empty: move ${clusterFolder(dataDir)} and ${secretsFile(dataDir)} away first`,
  );
}

const secretsOf = (folder: string) => readFileSync(secretsFile(folder), 'utf8');
