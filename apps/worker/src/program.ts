import { NestFactory } from '@nestjs/core';
import { AdoptionModule } from '@cho40/adoption';
import { BankingModule } from '@cho40/banking';
import { BillingModule } from '@cho40/billing';
import { CardsModule } from '@cho40/cards';
import { CashModule } from '@cho40/cash';
import { ClosingModule } from '@cho40/closing';
import { IdentityModule } from '@cho40/identity';
import { LedgerModule } from '@cho40/ledger';
import { MarketsModule } from '@cho40/markets';
import { MoveInModule } from '@cho40/movein';
import {
  JOB_LIMITS,
  NestLog,
  openDatabaseForProgram,
  openLog,
  StartRefusal,
  WorkerModule,
  type Program,
} from '@cho40/platform';
import { ReconciliationModule } from '@cho40/reconciliation';
import { TariffsModule } from '@cho40/tariffs';
import { TenancyModule } from '@cho40/tenancy';

const LIBS = [
  LedgerModule,
  MarketsModule,
  IdentityModule,
  TariffsModule,
  TenancyModule,
  BankingModule,
  BillingModule,
  MoveInModule,
  ReconciliationModule,
  CashModule,
  ClosingModule,
  CardsModule,
  AdoptionModule,
];
const POOL_SIZE = 8;

/**
 * Runs jobs and schedules until it is ended; any number of them share one database.
 * @throws StartRefusal without DATABASE_URL: the embedded mode's api does this work itself
 */
export async function startWorker({ config, closing, say }: Program): Promise<void> {
  if (!config.databaseUrl)
    throw new StartRefusal('DATABASE_URL: is missing; without it, npm start does the work itself');
  const { databaseUrl, migrationUrl, dataKey } = await openDatabaseForProgram(config);
  const { redisUrl, doors } = config;
  const options = { databaseUrl, migrationUrl, dataKey, redisUrl, doors, limits: JOB_LIMITS };
  const worker = await NestFactory.createApplicationContext(
    WorkerModule.forRoot({ ...options, poolSize: POOL_SIZE }, LIBS),
    { logger: new NestLog(openLog(config.logLevel)), abortOnError: false },
  );
  closing.add(() => worker.close());
  say('the worker is at work');
}
