import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Id } from '@cho40/kernel';
import { SYSTEM_BOARD, systemActor } from '../access/actor';
import { BoardList } from '../access/board-list';
import { CLOCK } from '../clock';
import { Database } from '../database/database';
import type { Reading, Tx } from '../database/tx';
import { newId } from '../ids';
import { Invariants } from './invariants';

/** A row that breaks an invariant. */
export interface Violation {
  readonly boardId: Id;
  readonly invariant: string;
  readonly rowKey: string;
  readonly facts: object;
}

/** What a look at some boards found. */
export interface CheckReport {
  readonly boards: number;
  readonly checks: number;
  readonly violations: readonly Violation[];
}

// A thousand broken rows of one kind say no more than a hundred.
const ROWS_PER_CHECK = 100;
const anybody = systemActor([]);

// An invariant compares all of a board's rows of some kinds. Without statistics, as in a young
// database or one whose server was killed, a planner joined 1,500 records row by row: 138 s, so: 1.
const COMPARE_SETS = `select set_config('enable_nestloop', 'off', true)`;

/** `verify`: runs every lib's invariants, board by board, and keeps what it found. */
@Injectable()
export class Checks {
  constructor(
    private readonly db: Database,
    private readonly invariants: Invariants,
    private readonly boardList: BoardList,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Looks at every board, and at the system's own acts. */
  async runAll(): Promise<CheckReport> {
    const boards = await this.db.read(anybody, (tx) => this.boardList.ids(tx));
    return this.run([SYSTEM_BOARD, ...boards]);
  }

  /** Looks at the boards that were written to since the last time. */
  async runChanged(): Promise<CheckReport> {
    const changed = await this.db.write(anybody, (tx) =>
      tx.sql<{ id: Id }>('delete from platform.board_change returning board_id as id'),
    );
    return this.run(changed.map(({ id }) => id));
  }

  async run(boards: readonly Id[]): Promise<CheckReport> {
    const startedAt = this.clock.now();
    const violations: Violation[] = [];
    for (const boardId of boards) violations.push(...(await this.violationsOf(boardId)));
    const checks = this.invariants.all().length * boards.length;
    const report = { boards: boards.length, checks, violations };
    if (boards.length > 0) await this.keep(boards, report, startedAt);
    return report;
  }

  private violationsOf(boardId: Id): Promise<Violation[]> {
    return this.db.read(systemActor([boardId]), async (tx) => {
      const found: Violation[] = [];
      await tx.sql(COMPARE_SETS);
      for (const { name, sql } of this.invariants.all()) {
        const rows = await tx.sql<{ row_key: string; facts: object }>(sql);
        for (const { row_key: rowKey, facts } of rows.slice(0, ROWS_PER_CHECK))
          found.push({ boardId, invariant: name, rowKey, facts });
      }
      return found;
    });
  }

  private keep(boards: readonly Id[], report: CheckReport, startedAt: Date): Promise<void> {
    return this.db.write(anybody, async (tx) => {
      const runId = newId();
      await tx.sql(
        `insert into platform.check_run (id, started_at, ended_at, checks, violations)
         values ($1, $2, $3, $4, $5)`,
        [runId, startedAt, this.clock.now(), report.checks, report.violations.length],
      );
      await keepViolations(tx, runId, report.violations);
      await clearMended(tx, boards, report.violations);
      await this.keepResults(tx, boards, report.violations);
    });
  }

  /** What each check said of each board, also where it found nothing. */
  private async keepResults(
    tx: Tx,
    boards: readonly Id[],
    violations: readonly Violation[],
  ): Promise<void> {
    await tx.sql(
      `insert into platform.check_result (board_id, invariant, checked_at, violations)
       select b.id, i.name, $3, (
                select count(*) from unnest($4::uuid[], $5::text[]) as v (board_id, invariant)
                 where v.board_id = b.id and v.invariant = i.name)
         from unnest($1::uuid[]) as b (id) cross join unnest($2::text[]) as i (name)
        order by b.id, i.name
       on conflict (board_id, invariant) do update
          set checked_at = excluded.checked_at, violations = excluded.violations`,
      [
        boards,
        this.invariants.all().map(({ name }) => name),
        this.clock.now(),
        violations.map(({ boardId }) => boardId),
        violations.map(({ invariant }) => invariant),
      ],
    );
  }
}

/** What stood open already keeps its first sight. */
async function keepViolations(tx: Tx, runId: Id, violations: readonly Violation[]): Promise<void> {
  await tx.sql(
    `insert into platform.violation (id, run_id, board_id, invariant, row_key, facts)
     select id, $1, board_id, invariant, row_key, facts
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::jsonb[])
            as found (id, board_id, invariant, row_key, facts)
     on conflict (board_id, invariant, row_key) where cleared_at is null do nothing`,
    [
      runId,
      violations.map(() => newId()),
      violations.map(({ boardId }) => boardId),
      violations.map(({ invariant }) => invariant),
      violations.map(({ rowKey }) => rowKey),
      violations.map(({ facts }) => JSON.stringify(facts)),
    ],
  );
}

async function clearMended(
  tx: Tx,
  boards: readonly Id[],
  violations: readonly Violation[],
): Promise<void> {
  await tx.sql(
    `update platform.violation v set cleared_at = now()
      where v.cleared_at is null and v.board_id = any ($1)
        and not exists (
          select from unnest($2::uuid[], $3::text[], $4::text[]) as found (board_id, invariant, row_key)
           where (found.board_id, found.invariant, found.row_key)
               = (v.board_id, v.invariant, v.row_key))`,
    [
      boards,
      violations.map(({ boardId }) => boardId),
      violations.map(({ invariant }) => invariant),
      violations.map(({ rowKey }) => rowKey),
    ],
  );
}

/** Whether an open violation stops the automatic matching of a board; intake goes on. */
export async function isStopped(tx: Reading, boardId: Id): Promise<boolean> {
  const open = await tx.sql(
    'select 1 from platform.violation where board_id = $1 and cleared_at is null limit 1',
    [boardId],
  );
  return open.length > 0;
}
