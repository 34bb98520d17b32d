// platform owns what every lib stands on: transactions and their scope, jobs, audit, access, checks.
// It promises that no row outside the actor's boards is seen and that a write is all or nothing.
// It never knows a business table.
export { type Actor, systemActor, SYSTEM_BOARD } from './access/actor';
export {
  type Access,
  accessOf,
  type ActingRequest,
  Can,
  CurrentActor,
  Public,
  SignedIn,
} from './access/access';
export { marketScope, reachesMarket } from './access/reach';
export { BoardList } from './access/board-list';
export { People } from './access/people';
export { Audit } from './audit/audit';
export { type CheckReport, Checks, isStopped } from './checks/checks.service';
export { type Invariant, Invariants } from './checks/invariants';
export { CLOCK, systemClock } from './clock';
export { isLoopback, readConfig, type Config } from './config';
export { Database, type Once } from './database/database';
export { JOB_LIMITS, REQUEST_LIMITS } from './database/limits';
export { brokenConstraint } from './database/retry';
export type { Reading, Tx } from './database/tx';
export { platformError } from './errors';
export { backupIfDue, takeBackup } from './embedded/backup';
export { restoreBackup } from './embedded/restore';
export {
  openDatabaseForCommand,
  openDatabaseForProgram,
  type ProgramDatabase,
} from './embedded/open-database';
export { requireFreePort } from './free-port';
export { StartRefusal } from './start-refusal';
export { BODY_LIMIT, installBodyParsers, TakesBytes } from './http/bodies';
export { IdempotencyKey } from './http/idempotency-key';
export { IdParam, IsDay, IsId, IsLine, IsMonth } from './http/words';
export { offsetOf, type Page, pageDto, pageOf, pageOfRows, PageQueryDto } from './http/page.dto';
export { asId, newId } from './ids';
export { type Job, type JobHandler, JobHandlers } from './jobs/job-handlers';
export { OwnBell } from './jobs/bell';
export { JobRunner } from './jobs/job-runner';
export { Jobs } from './jobs/jobs';
export { NestLog, openLog } from './log';
export { migrate, missingSteps } from './migrations';
export type { PlatformOptions } from './options';
export { PlatformModule } from './platform.module';
export { operatorLine } from './program/operator-line';
export { type Program, runProgram } from './program/run-program';
export { projectRoot } from './project-root';
export { type Schedule, Schedules } from './schedules/schedules';
export { Sealer } from './sealer';
export { WorkerModule } from './worker.module';
