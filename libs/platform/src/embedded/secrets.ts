import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalOf, StartRefusal } from '../start-refusal';
import { writeWhole } from './write-whole';

/** What the embedded mode made up for itself; in the data folder, readable by its owner only. */
export interface Secrets {
  readonly migratorPassword: string;
  readonly appPassword: string;
  /** 32 bytes in base64: encrypts personal data. */
  readonly dataKey: string;
}

const NAMES = ['migratorPassword', 'appPassword', 'dataKey'] as const;

export function secretsFile(dataDir: string): string {
  return join(dataDir, 'secrets.json');
}

/** Reads the secrets, making them the first time. */
export function keepSecrets(dataDir: string): Secrets {
  return readSecrets(dataDir) ?? makeSecrets(dataDir);
}

/**
 * @returns undefined where there are none yet
 * @throws StartRefusal when the file cannot be read or has lost its words
 */
export function readSecrets(dataDir: string): Secrets | undefined {
  const file = secretsFile(dataDir);
  if (!existsSync(file)) return undefined;
  let secrets: Partial<Secrets>;
  try {
    chmodSync(file, 0o600);
    secrets = JSON.parse(readFileSync(file, 'utf8'));
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw refusalOf(fault, `read ${file}`);
    secrets = {};
  }
  if (NAMES.every((name) => typeof secrets[name] === 'string')) return secrets as Secrets;
  throw new StartRefusal(`${file} is damaged: put it back from a backup`);
}

function makeSecrets(dataDir: string): Secrets {
  const secrets = {
    migratorPassword: randomBytes(24).toString('base64url'),
    appPassword: randomBytes(24).toString('base64url'),
    dataKey: randomBytes(32).toString('base64'),
  };
  writeWhole(secretsFile(dataDir), `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}
