/** How long a transaction may wait and work, in milliseconds. Requests keep these; jobs set more. */
export interface TransactionLimits {
  lockMs: number;
  statementMs: number;
  idleMs: number;
}

export const LIMITS = Symbol('transaction limits');
export const REQUEST_LIMITS: TransactionLimits = {
  lockMs: 3_000,
  statementMs: 10_000,
  idleMs: 15_000,
};
export const JOB_LIMITS: TransactionLimits = {
  lockMs: 30_000,
  statementMs: 300_000,
  idleMs: 60_000,
};
