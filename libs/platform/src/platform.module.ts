import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { invariant } from '@cho40/kernel';
import { Audit } from './audit/audit';
import { Invariants } from './checks/invariants';
import { CLOCK, systemClock } from './clock';
import { Database } from './database/database';
import { LIMITS } from './database/limits';
import { openSource } from './database/open-source';
import { fieldsPipe } from './http/fields';
import { ProblemFilter } from './http/problem-filter';
import { BellModule } from './jobs/bell.module';
import { DeadJobs } from './jobs/dead-jobs';
import { DeadJobsController } from './jobs/dead-jobs.controller';
import { JobClaims } from './jobs/job-claims';
import { JobHandlers } from './jobs/job-handlers';
import { JobRunner } from './jobs/job-runner';
import { Jobs } from './jobs/jobs';
import { PLATFORM_OPTIONS, type PlatformOptions } from './options';
import { Sealer } from './sealer';

const FACES = [Audit, Database, Invariants, JobHandlers, JobRunner, Jobs, Sealer];
const PARTS = [DeadJobs, JobClaims];

/** What every lib stands on. Given once, by the program; every lib may then inject its faces. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      imports: [sourceModule(options), BellModule.forRoot(options)],
      controllers: [DeadJobsController],
      providers: [
        { provide: PLATFORM_OPTIONS, useValue: options },
        { provide: LIMITS, useValue: options.limits },
        { provide: CLOCK, useValue: options.clock ?? systemClock },
        { provide: APP_PIPE, useValue: fieldsPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...FACES,
        ...PARTS,
      ],
      exports: [CLOCK, BellModule, ...FACES],
    };
  }
}

// Entities come from the libs' TypeOrmModule.forFeature([...]).
function sourceModule({ databaseUrl, poolSize }: PlatformOptions): DynamicModule {
  return TypeOrmModule.forRootAsync({
    useFactory: () => ({
      type: 'postgres',
      url: databaseUrl,
      poolSize,
      autoLoadEntities: true,
      synchronize: false,
      logging: false,
      retryAttempts: 0,
      connectTimeoutMS: 5_000,
      applicationName: 'cho40',
    }),
    dataSourceFactory: (options) => {
      invariant(options !== undefined, 'a data source without options');
      return openSource(options);
    },
  });
}
