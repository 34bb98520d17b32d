import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { refusalOf } from '../start-refusal';
import { copySummed } from './checksum';
import { clusterFolder } from './cluster';
import { copyCluster } from './cluster-copy';
import { POSTGRES_MAJOR } from './binaries';
import { type Manifest, manifestFile } from './manifest';
import { requireRoom, ROOM_TO_RUN_MB, sizeMb } from './room';
import { secretsFile } from './secrets';
import { writeWhole } from './write-whole';

export interface BackupOrder {
  /** The data folder of the running server. */
  readonly dataDir: string;
  /** As the migrator, who may start a backup. */
  readonly migrationUrl: string;
  /** The folder in which the backup's own folder is made. */
  readonly into: string;
  readonly takenAt: Date;
}

export interface Backup {
  readonly folder: string;
  readonly bytes: number;
}

const UNFINISHED = '.cho40-unfinished-';

/**
 * Copies the database while it runs, into a new folder `cho40-YYYYMMDD-HHmmss` (Vietnamese time).
 * It gets that name as the last step: what has it is whole. The passwords and the key of personal
 * data are in it.
 * @throws StartRefusal one line; what was begun is removed
 */
export async function takeBackup(order: BackupOrder): Promise<Backup> {
  const draft = makeDraft(order);
  try {
    requireRoom(order.into, sizeMb(clusterFolder(order.dataDir)) + ROOM_TO_RUN_MB);
    const cluster = await copyCluster(order.dataDir, order.migrationUrl, draft);
    const secrets = await copySummed(secretsFile(order.dataDir), join(draft, 'secrets.json'));
    const manifest: Manifest = {
      format: 1,
      takenAt: order.takenAt.toISOString(),
      postgres: POSTGRES_MAJOR,
      folders: cluster.folders,
      files: [...cluster.files, { path: 'secrets.json', ...secrets }],
    };
    writeWhole(manifestFile(draft), `${JSON.stringify(manifest, null, 1)}\n`);
    const folder = join(order.into, backupName(order.takenAt));
    renameSync(draft, folder);
    return { folder, bytes: manifest.files.reduce((sum, file) => sum + file.bytes, 0) };
  } catch (fault) {
    rmSync(draft, { recursive: true, force: true });
    throw refusalOf(fault, `back up into ${order.into}`);
  }
}

function makeDraft({ into, takenAt }: BackupOrder): string {
  try {
    mkdirSync(into, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(into).filter((one) => one.startsWith(UNFINISHED)))
      removeForgotten(join(into, name), takenAt);
    return mkdtempSync(join(into, UNFINISHED));
  } catch (fault) {
    throw refusalOf(fault, `write in ${into}`);
  }
}

// A younger one may be another backup at work.
function removeForgotten(draft: string, now: Date): void {
  const stat = statSync(draft, { throwIfNoEntry: false });
  if (stat && now.getTime() - stat.mtimeMs > DAY_MS)
    rmSync(draft, { recursive: true, force: true });
}

const DAY_MS = 86_400_000;
const VIETNAM = { timeZone: 'Asia/Ho_Chi_Minh' };
const NAME = /^cho40-(\d{8})-\d{6}$/;

function backupName(takenAt: Date): string {
  // Swedish writes a date as 2026-11-23 16:20:05.
  const [day = '', time = ''] = takenAt.toLocaleString('sv-SE', VIETNAM).split(' ');
  return `cho40-${day.replaceAll('-', '')}-${time.replaceAll(':', '')}`;
}

const KEPT_BACKUPS = 7;

/**
 * The daily backup, into `backups` of the data folder: taken once a Vietnamese day, the newest
 * seven are kept. Cheap to call often.
 * @returns undefined when today's is there
 * @throws StartRefusal one line
 */
export async function backupIfDue(order: Omit<BackupOrder, 'into'>): Promise<Backup | undefined> {
  const into = join(order.dataDir, 'backups');
  const today = dayIn(backupName(order.takenAt));
  if (backupsIn(into).some((name) => dayIn(name) === today)) return undefined;
  const backup = await takeBackup({ ...order, into });
  for (const name of backupsIn(into).slice(0, -KEPT_BACKUPS))
    rmSync(join(into, name), { recursive: true, force: true });
  return backup;
}

const dayIn = (name: string) => NAME.exec(name)?.[1];

/** Oldest first: the names sort by time. */
function backupsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => NAME.test(name))
      .sort();
  } catch {
    return [];
  }
}
