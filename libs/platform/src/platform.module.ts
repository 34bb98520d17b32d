import { Global, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { invariant } from '@cho40/kernel';
import { BoardList } from './access/board-list';
import { People } from './access/people';
import { Audit } from './audit/audit';
import { AuditController } from './audit/audit.controller';
import { auditInvariant } from './audit/audit-invariant';
import { Checks } from './checks/checks.service';
import { ChecksController } from './checks/checks.controller';
import { Invariants } from './checks/invariants';
import { CLOCK, systemClock } from './clock';
import { BoardChanges } from './database/board-changes';
import { BoardChangesKeeper } from './database/board-changes-keeper';
import { Database } from './database/database';
import { LIMITS } from './database/limits';
import { openSource } from './database/open-source';
import { fieldsPipe } from './http/fields';
import { ProblemFilter } from './http/problem-filter';
import { PublicAddress } from './http/public-address';
import { BellModule } from './jobs/bell.module';
import { DeadJobs } from './jobs/dead-jobs';
import { DeadJobsController } from './jobs/dead-jobs.controller';
import { JobClaims } from './jobs/job-claims';
import { JobHandlers } from './jobs/job-handlers';
import { JobRunner } from './jobs/job-runner';
import { Jobs } from './jobs/jobs';
import { PLATFORM_OPTIONS, type PlatformOptions } from './options';
import { Outside } from './outside/outside';
import { Papers } from './papers/papers';
import { OwnSchedules } from './schedules/own-schedules';
import { Schedules } from './schedules/schedules';
import { Sealer } from './sealer';

const FACES = [
  Audit,
  BoardList,
  Checks,
  Database,
  Invariants,
  JobHandlers,
  JobRunner,
  Jobs,
  Outside,
  Papers,
  People,
  PublicAddress,
  Schedules,
  Sealer,
];
const PARTS = [BoardChanges, BoardChangesKeeper, DeadJobs, JobClaims, OwnSchedules];

/** What every lib stands on. Given once, by the program; every lib may then inject its faces. */
@Global()
@Module({})
export class PlatformModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register([auditInvariant]);
  }

  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      imports: [sourceModule(options), BellModule.forRoot(options)],
      controllers: [AuditController, ChecksController, DeadJobsController],
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
      invariant(options?.type === 'postgres', 'a data source without options');
      return openSource(options);
    },
  });
}
