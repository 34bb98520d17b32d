import type { Clock } from '@cho40/kernel';
import type { TransactionLimits } from './database/limits';
import type { Bell } from './jobs/bell';
import type { Door } from './outside/outside';

/** What a program (api, worker, cli, a test) gives the platform to stand on. */
export interface PlatformOptions {
  /** As the app role; a role that row-level security does not bind is refused. */
  readonly databaseUrl: string;
  /** As the migrator, who may start a backup; given with `embeddedDataDir`. */
  readonly migrationUrl?: string;
  /** The data folder of the program's own PostgreSQL: backed up daily. */
  readonly embeddedDataDir?: string;
  /** 32 bytes in base64. */
  readonly dataKey: string;
  /** With it Bull wakes the workers of other processes. */
  readonly redisUrl?: string;
  /** Without Redis: the bell that an api and a worker of one process share. */
  readonly bell?: Bell;
  /** The api's are short, the worker's long. */
  readonly limits: TransactionLimits;
  readonly poolSize: number;
  /**
   * Where texts to vendors and requests for e-invoices go; nowhere where none is named. And where
   * SePay is asked, when it is not SePay itself.
   */
  readonly doors?: { readonly texts?: Door; readonly eInvoices?: Door; readonly sePay?: string };
  /** Where people outside find the program; where a request was sent to, when not given. */
  readonly publicAddress?: string;
  /** The real one unless a test or the seed moves its own. */
  readonly clock?: Clock;
}

export const PLATFORM_OPTIONS = Symbol('platform options');
