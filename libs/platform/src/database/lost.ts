// Class 08, a restart, a refused connection: nothing is wrong with what was asked.
const AWAY = /^(08...|57P0[1-3]|53300|ECONN[A-Z]+)$/;
// What pg says of a connection that broke, and TypeORM of the statements after it.
const BROKEN = /Connection terminated|timeout exceeded when trying to connect|already released/;
// PostgreSQL's disk, and ours: what was begun is undone, and goes again once there is room.
const FULL = /^(53100|ENOSPC|EDQUOT)$/;

/** Whether the database went away under a statement: what was begun is undone, and may go again. */
export function isDatabaseLost(error: unknown): boolean {
  return AWAY.test(codeOf(error)) || (error instanceof Error && BROKEN.test(error.message));
}

export function isDiskFull(error: unknown): boolean {
  return FULL.test(codeOf(error));
}

/** PostgreSQL's or the system's word for an error; empty where it has none. */
export function codeOf(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : '';
}
