import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefusal } from '../start-refusal';
import { type Checksum, checksumOf } from './checksum';

/** One file of a backup; its path is relative to the backup. */
export interface BackupFile extends Checksum {
  readonly path: string;
}

/** What a backup consists of; written last into its folder. */
export interface Manifest {
  readonly format: 1;
  readonly takenAt: string;
  /** The PostgreSQL release that can read it. */
  readonly postgres: number;
  /** Folders that PostgreSQL wants to find, the empty ones too. */
  readonly folders: readonly string[];
  readonly files: readonly BackupFile[];
}

export const manifestFile = (backup: string) => join(backup, 'manifest.json');

/** @throws StartRefusal when the folder is not a backup, or not a whole one */
export function readManifest(backup: string): Manifest {
  let manifest: Partial<Manifest>;
  try {
    manifest = JSON.parse(readFileSync(manifestFile(backup), 'utf8'));
  } catch {
    throw new StartRefusal(`${backup} is not a whole backup: no readable ${manifestFile(backup)}`);
  }
  if (manifest.format === 1 && manifest.files && manifest.folders) return manifest as Manifest;
  throw new StartRefusal(`${backup} is not a backup of this program`);
}

/** The first file of the backup that is not as it was written, if there is one. */
export async function damagedFile(backup: string, { files }: Manifest) {
  for (const { path, bytes, sha256 } of files) {
    const found = await checksumOf(join(backup, path)).catch(() => undefined);
    if (found?.bytes !== bytes || found.sha256 !== sha256) return path;
  }
  return undefined;
}
