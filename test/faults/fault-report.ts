/** What a run did and what it found. All of lost, doubled, misplaced and violations must be 0. */
export interface FaultReport {
  /** Processes ended with kill -9: api, worker, PostgreSQL. */
  readonly kills: number;
  /** COMMITs that were done and whose answer never came. */
  readonly cuts: number;
  /** How often a transfer was told and answered, by webhook or as a row of a statement. */
  readonly deliveries: number;
  /** Transfers, receipts and bills that are not in the books, or not paid with. */
  readonly lost: number;
  /** Those that are in the books twice, or that the database would take a second time. */
  readonly doubled: number;
  /** Payments of another lease or bill than their code names. */
  readonly misplaced: number;
  /** Of `cho40 verify`, and scopes left behind on a connection. */
  readonly violations: number;
  readonly seed: string;
}

/** A report of several runs, told under their common seed. */
export function sumOf(reports: readonly FaultReport[], seed: string): FaultReport {
  const sum = (of: (report: FaultReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  return {
    kills: sum((one) => one.kills),
    cuts: sum((one) => one.cuts),
    deliveries: sum((one) => one.deliveries),
    lost: sum((one) => one.lost),
    doubled: sum((one) => one.doubled),
    misplaced: sum((one) => one.misplaced),
    violations: sum((one) => one.violations),
    seed,
  };
}

/** Whether the run found nothing wrong. */
export function isClean({ lost, doubled, misplaced, violations }: FaultReport): boolean {
  return lost + doubled + misplaced + violations === 0;
}
