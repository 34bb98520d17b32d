import { isAbsolute, resolve } from 'node:path';
import type { Door } from './outside/outside';
import { StartRefusal } from './start-refusal';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment says, checked. The only place of the program that reads it. */
export interface Config {
  /** The address the api listens on: HOST, by default 127.0.0.1. */
  readonly host: string;
  /** PORT, by default 3000. */
  readonly port: number;
  /** DATABASE_URL of the app role; without it the program brings its own PostgreSQL. */
  readonly databaseUrl?: string;
  /** MIGRATION_DATABASE_URL of the migrator role, given together with DATABASE_URL. */
  readonly migrationDatabaseUrl?: string;
  /** REDIS_URL: with it, Bull jobs wake the workers. */
  readonly redisUrl?: string;
  /** DATA_DIR, by default ./data, as an absolute path. */
  readonly dataDir: string;
  /** DATA_KEY, 32 bytes in base64: encrypts personal data. Without it, the one in DATA_DIR. */
  readonly dataKey?: string;
  readonly logLevel: LogLevel;
  /**
   * Whether an empty database is filled with the believable province: only in the program's own
   * PostgreSQL, only where no other machine can reach it, and not with PROVINCE=none.
   */
  readonly loadsProvince: boolean;
  /**
   * TEXTS_TO and E_INVOICES_TO: a gateway's http(s) address, or an absolute path to a folder; with
   * TEXTS_TOKEN and E_INVOICES_TOKEN the gateway knows who sends. SEPAY_API: where SePay's API v2 is
   * asked, SePay's own address without it.
   */
  readonly doors: { readonly texts?: Door; readonly eInvoices?: Door; readonly sePay?: string };
  /** PUBLIC_ADDRESS: what stands in codes on paper, `https://cho.example.gov.vn`. */
  readonly publicAddress?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the environment.
 * @throws StartRefusal with one line per bad value
 */
export function readConfig(environment: Environment = process.env): Config {
  const problems: string[] = [];
  const read = reader(environment, problems);
  const databaseUrl = read('DATABASE_URL', postgresUrl);
  const host = read('HOST', hostName) ?? '127.0.0.1';
  const province = read('PROVINCE', provinceChoice) ?? 'demo';
  const config: Config = {
    host,
    port: read('PORT', portNumber) ?? 3000,
    databaseUrl,
    migrationDatabaseUrl: read('MIGRATION_DATABASE_URL', postgresUrl),
    redisUrl: read('REDIS_URL', redisUrl),
    dataDir: resolve(read('DATA_DIR', (text) => text) ?? 'data'),
    dataKey: read('DATA_KEY', dataKey),
    logLevel: read('LOG_LEVEL', logLevel) ?? 'info',
    loadsProvince: province === 'demo' && !databaseUrl && isLoopback(host),
    doors: {
      texts: doorOf(
        read('TEXTS_TO', place),
        read('TEXTS_TOKEN', (text) => text),
      ),
      eInvoices: doorOf(
        read('E_INVOICES_TO', place),
        read('E_INVOICES_TOKEN', (text) => text),
      ),
      sePay: read('SEPAY_API', httpUrl),
    },
    publicAddress: read('PUBLIC_ADDRESS', webAddress),
  };
  if (!databaseUrl && config.migrationDatabaseUrl)
    problems.push('MIGRATION_DATABASE_URL: is given without DATABASE_URL');
  if (problems.length > 0) throw new StartRefusal(problems.join('\n'));
  return config;
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

// An empty value counts as none: docker compose passes `REDIS_URL=` for what is not set.
function reader(environment: Environment, problems: string[]) {
  return <T>(name: string, parse: (text: string) => T): T | undefined => {
    const text = environment[name]?.trim();
    if (!text) return undefined;
    try {
      return parse(text);
    } catch (fault) {
      problems.push(`${name}: ${(fault as Error).message}`);
      return undefined;
    }
  };
}

function portNumber(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new Error(`"${text}" is not a port (1 to 65535)`);
  return port;
}

function hostName(text: string): string {
  if (!/^[A-Za-z0-9.:_-]+$/.test(text)) throw new Error(`"${text}" is not a host name or address`);
  return text;
}

const postgresUrl = (text: string) => urlOf(text, ['postgres:', 'postgresql:'], 'postgres://…');
const redisUrl = (text: string) => urlOf(text, ['redis:', 'rediss:'], 'redis://…');

// The value itself is not repeated: it carries a password.
function urlOf(text: string, protocols: readonly string[], example: string): string {
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
    throw new Error(`is not an address of the form ${example}`);
  return text;
}

const httpUrl = (text: string) => urlOf(text, ['http:', 'https:'], 'https://…');

// A gateway's address may carry a key, so it is not repeated either.
function place(text: string): string {
  if (isAbsolute(text)) return text;
  return urlOf(text, ['http:', 'https:'], 'https://… (or an absolute path of a folder)');
}

// Only the origin: papers put their own path behind it.
function webAddress(text: string): string {
  return new URL(urlOf(text, ['http:', 'https:'], 'https://cho.example.gov.vn')).origin;
}

function doorOf(to: string | undefined, token: string | undefined): Door | undefined {
  if (!to) return undefined;
  return isAbsolute(to) ? { kind: 'folder', path: to } : { kind: 'http', url: to, token };
}

function dataKey(text: string): string {
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(text);
  if (!isBase64 || Buffer.from(text, 'base64').length !== 32)
    throw new Error('is not 32 bytes in base64 (make one with: openssl rand -base64 32)');
  return text;
}

function logLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text.toLowerCase());
  if (!level) throw new Error(`"${text}" is not one of ${LOG_LEVELS.join(', ')}`);
  return level;
}

function provinceChoice(text: string): 'demo' | 'none' {
  if (text !== 'demo' && text !== 'none') throw new Error(`"${text}" is neither demo nor none`);
  return text;
}
