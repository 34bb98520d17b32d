// platform owns what every lib stands on: transactions and their scope, jobs, audit, access, checks.
// It promises that no row outside the actor's boards is seen and that a write is all or nothing.
// It never knows a business table.

// Who acts, and how far.
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
export { BoardList } from './access/board-list';
export { People } from './access/people';
export { marketScope, reachesMarket } from './access/reach';

// A transaction, and what is written in it.
export { asId, newId } from './ids';
export { CLOCK, systemClock } from './clock';
export { Database, type Once } from './database/database';
export { JOB_LIMITS, REQUEST_LIMITS } from './database/limits';
export { brokenConstraint } from './database/retry';
export type { Reading, Tx } from './database/tx';
export { Audit } from './audit/audit';
export { Sealer } from './sealer';

// Work that follows from a fact or from the clock, and what must always hold.
export { OwnBell } from './jobs/bell';
export { type Job, type JobHandler, JobHandlers } from './jobs/job-handlers';
export { JobRunner } from './jobs/job-runner';
export { Jobs } from './jobs/jobs';
export { type Schedule, Schedules } from './schedules/schedules';
export { type CheckReport, Checks, isStopped } from './checks/checks.service';
export { type Invariant, Invariants } from './checks/invariants';

// What a controller and a DTO need.
export { platformError } from './errors';
export { faultOf } from './fault';
export { installBodyParsers, TakesBytes } from './http/bodies';
export { IdempotencyKey } from './http/idempotency-key';
export { offsetOf, type Page, pageDto, pageOf, pageOfRows, PageQueryDto } from './http/page.dto';
export { LimitedTo } from './http/limited-to';
export { AsPdf, pdfFile } from './http/pdf';
export { PublicAddress } from './http/public-address';
export { IdParam, IsDay, IsId, IsLine, IsMonth } from './http/words';

// Messages to the world outside.
export { type Answered, type Delivered, type Door, Outside } from './outside/outside';

// Papers, as files.
export { Papers } from './papers/papers';

// Spreadsheets: files that come in, files that go out, lists as files.
export { textOf } from './sheets/text-of';
export {
  readCsv,
  readSheets,
  sendSheets,
  SHEET_FILE_LIMIT,
  SHEET_ROWS_LIMIT,
} from './sheets/read-sheets';
export type { SheetPart } from './sheets/sheet-worker';
export {
  cellAddress,
  columnLetters,
  type Sheet,
  type SheetCell,
  type SheetRow,
} from './sheets/sheet';
export { fileOf, TakesFile, type TakenFile } from './sheets/taken-file';
export { neutral, unguarded } from './sheets/neutral';
export {
  type CellMark,
  type MarkedSheet,
  type SheetColumn,
  streamCsv,
  streamXlsx,
  writeXlsx,
  type WrittenCell,
  type WrittenSheet,
} from './sheets/write-sheets';
export type { ListColumns } from './sheets/list-columns';
export { IsListFormat, ListFile, type ListFormat, ListQueryDto } from './sheets/list-file';

// What a program is made of.
export type { PlatformOptions } from './options';
export { PlatformModule } from './platform.module';
export { WorkerModule } from './worker.module';
export { isLoopback, readConfig, type Config } from './config';
export { migrate, missingSteps } from './migrations';
export { takeBackup } from './embedded/backup';
export { restoreBackup } from './embedded/restore';
export {
  openDatabaseForCommand,
  openDatabaseForProgram,
  type ProgramDatabase,
} from './embedded/open-database';
export { requireFreePort } from './program/free-port';
export { NestLog, openLog } from './program/log';
export { operatorLine } from './program/operator-line';
export { projectRoot } from './program/project-root';
export { type Program, runProgram } from './program/run-program';
export { StartRefusal } from './start-refusal';
