import type { Reading } from '../database/tx';
import type { BackupDto, CheckResultDto, CheckRunDto, ViolationDto } from './check.dto';

const SHOWN_VIOLATIONS = 200;

/** The open violations of the actor's boards, the oldest first. */
export function openViolations(tx: Reading): Promise<ViolationDto[]> {
  return tx.sql<ViolationDto>(
    `select board_id as "boardId", invariant, row_key as "rowKey", facts, found_at as "foundAt"
       from platform.violation
      where cleared_at is null and board_id = any ($1)
      order by found_at, invariant, row_key limit $2`,
    [tx.actor.boards, SHOWN_VIOLATIONS],
  );
}

export async function lastRun(tx: Reading): Promise<CheckRunDto | null> {
  const [run] = await tx.sql<CheckRunDto>(
    `select started_at as "startedAt", ended_at as "endedAt", checks, violations
       from platform.check_run order by started_at desc limit 1`,
  );
  return run ?? null;
}

export async function lastGoodBackup(tx: Reading): Promise<BackupDto | null> {
  const [backup] = await tx.sql<BackupDto>(
    'select at, bytes from platform.backup_run where error is null order by at desc limit 1',
  );
  return backup ?? null;
}

/** What each check last said of the actor's boards: the oldest look, and all it found. */
export function lastResults(tx: Reading, names: readonly string[]): Promise<CheckResultDto[]> {
  return tx.sql<CheckResultDto>(
    `select i.name as invariant, min(r.checked_at) as "checkedAt", count(r.board_id) as boards,
            coalesce(sum(r.violations), 0)::bigint as violations
       from unnest($1::text[]) with ordinality as i (name, place)
       left join platform.check_result r
         on r.invariant = i.name and r.board_id = any ($2)
      group by i.name, i.place
      order by i.place`,
    [names, tx.actor.boards],
  );
}
