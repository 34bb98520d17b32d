import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { invariant } from '@cho40/kernel';
import { StartRefusal } from '../start-refusal';
import { type Checksum, checksumOf, copySummed } from './checksum';
import { clusterFolder } from './cluster';
import type { BackupFile } from './manifest';
import { writeWhole } from './write-whole';
import { walNames } from './wal';

export interface ClusterCopy {
  readonly folders: readonly string[];
  readonly files: readonly BackupFile[];
}

/**
 * Copies PostgreSQL's folder while the server writes into it, to `pg` of `draft`. Between start and
 * stop the files may be copied in any order: replaying the log written meanwhile, which is copied
 * last, brings them all to the moment of the stop.
 */
export async function copyCluster(
  dataDir: string,
  migrationUrl: string,
  draft: string,
): Promise<ClusterCopy> {
  const from = clusterFolder(dataDir);
  const client = new Client({ connectionString: migrationUrl });
  // A connection lost while files are copied is told by the next statement; nobody listening to it
  // would end the program.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query("select pg_backup_start('cho40', true)");
    const tree = treeOf(from);
    for (const folder of ['', ...tree.folders]) mkdirSync(join(draft, 'pg', folder), FOR_OWNER);
    const copier = new Copier(from, draft);
    for (const path of tree.files.filter(isWanted)) await copier.copy(path);
    await copier.copyControlFile();
    const end = await stopBackup(client);
    await copier.write('backup_label', end.label);
    for (const name of end.walNames) await copier.copyLog(name);
    return { folders: tree.folders, files: copier.copied };
  } finally {
    await client.end();
  }
}

const FOR_OWNER = { recursive: true, mode: 0o700 };
const CONTROL_FILE = 'global/pg_control';
// PostgreSQL makes these anew; see "Making a Base Backup" in its documentation.
const REMADE =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//;
const LEFT_OUT = /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label.*)$/;

const isWanted = (path: string) =>
  !REMADE.test(path) && !LEFT_OUT.test(path) && path !== CONTROL_FILE;

function treeOf(folder: string): { folders: string[]; files: string[] } {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = (wanted: typeof entries) =>
    wanted.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return {
    folders: paths(entries.filter((entry) => entry.isDirectory())),
    files: paths(entries.filter((entry) => entry.isFile())),
  };
}

interface BackupEnd {
  /** PostgreSQL reads it at the first start and knows where to replay from. */
  readonly label: string;
  readonly walNames: readonly string[];
}

async function stopBackup(client: Client): Promise<BackupEnd> {
  const { rows } = await client.query<{ label: string; last: string }>(
    'select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(false)',
  );
  const [end] = rows;
  const first = /START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/.exec(end?.label ?? '')?.[1];
  invariant(end !== undefined && first !== undefined, 'pg_backup_stop names the first log file');
  return { label: end.label, walNames: walNames(first, end.last) };
}

class Copier {
  readonly copied: BackupFile[] = [];

  constructor(
    private readonly from: string,
    private readonly draft: string,
  ) {}

  async copy(path: string): Promise<void> {
    try {
      this.add(path, await copySummed(join(this.from, path), this.placeOf(path)));
    } catch (fault) {
      // A table may be dropped meanwhile; the log that is replayed then drops it too.
      if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
    }
  }

  /** It is rewritten in place: taken when two looks at it agree. */
  async copyControlFile(): Promise<void> {
    const look = () => readFileSync(join(this.from, CONTROL_FILE));
    let control = look();
    for (let again = look(); !again.equals(control); again = look()) {
      control = again;
      await pause(5);
    }
    await this.write(CONTROL_FILE, control);
  }

  async copyLog(name: string): Promise<void> {
    const path = `pg_wal/${name}`;
    if (!existsSync(join(this.from, path)))
      throw new StartRefusal('too much was written while copying: try again at a quieter time');
    await this.copy(path);
  }

  async write(path: string, content: string | Buffer): Promise<void> {
    writeWhole(this.placeOf(path), content);
    this.add(path, await checksumOf(this.placeOf(path)));
  }

  private placeOf(path: string): string {
    return join(this.draft, 'pg', path);
  }

  private add(path: string, checksum: Checksum): void {
    this.copied.push({ path: `pg/${path}`, ...checksum });
  }
}
