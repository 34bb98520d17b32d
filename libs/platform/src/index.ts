// platform owns what every lib stands on: transactions and their scope, jobs, audit, access, checks.
// It promises that no row outside the actor's boards is seen and that a write is all or nothing.
// It never knows a business table.
export { type Actor, systemActor, SYSTEM_BOARD } from './access/actor';
export { CLOCK, systemClock } from './clock';
export { Database, type Once } from './database/database';
export { brokenConstraint } from './database/retry';
export type { Reading, Tx } from './database/tx';
export { asId, newId } from './ids';
export { migrate } from './migrations';
export { platformError } from './errors';
export { isLoopback, readConfig, type Config } from './config';
export { joinEmbeddedPostgres, type DatabaseAccess } from './embedded/embedded-postgres';
export { openDatabaseForProgram, type ProgramDatabase } from './embedded/open-database';
export { StartRefusal } from './start-refusal';
