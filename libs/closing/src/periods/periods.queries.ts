import { invariant, type BusinessDate, type Id, type Month, type Vnd } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { ChecklistItem, MonthFacts } from '../domain/checklist';

/** A month that was closed. */
export interface ClosedPeriod {
  readonly month: Month;
  readonly closedAt: Date;
  readonly closedByName: string;
  readonly remarks: readonly ChecklistItem[];
  readonly note: string;
  readonly transferCount: number;
  readonly transferTotal: Vnd;
  /** SHA-256 in hex, of this month and through it of all before. */
  readonly hash: string;
}

export type Bounds = Pick<MonthFacts, 'firstBooked' | 'lastClosed'>;

/** The first month of a board and the last closed one; null while there is none. */
export async function bounds(tx: Reading, boardId: Id): Promise<Bounds> {
  const [row] = await tx.sql<Bounds>(
    `select (select min(booked_month) from ledger.v_transfer where board_id = $1) as "firstBooked",
            (select max(month) from ledger.v_closed_month where board_id = $1) as "lastClosed"`,
    [boardId],
  );
  return row ?? { firstBooked: null, lastClosed: null };
}

/** The newest first. */
export function closedPeriods(tx: Reading, boardId: Id): Promise<ClosedPeriod[]> {
  return tx.sql<ClosedPeriod>(
    `select month, closed_at as "closedAt", closed_by_name as "closedByName", remarks, note,
            transfer_count as "transferCount", transfer_total as "transferTotal",
            encode(hash, 'hex') as hash
       from closing.period where board_id = $1
      order by month desc`,
    [boardId],
  );
}

const UNPROVEN = `
  select a.number as account, count(*) as days, min(d.day)::date as "firstOn"
    from banking.v_receiving_account a
   cross join lateral generate_series(greatest(a.opened_on, $2::date)::timestamp,
     least(a.closed_on, $3::date)::timestamp, '1 day') as d (day)
    left join banking.v_proven_day p
      on p.board_id = a.board_id and p.account_id = a.account_id and p.day = d.day::date
   where a.board_id = $1 and a.approved_at is not null and p.day is null
   group by a.number
   order by a.number`;

const UNBILLED = `
  select m.code
    from markets.v_market m
   where m.board_id = $1 and m.opened_on <= $3 and (m.closed_on is null or m.closed_on >= $2)
     and not exists (select from billing.v_bill b where b.board_id = m.board_id
       and b.market_id = m.market_id and b.period = $4 and b.voided_at is null)
   order by m.code`;

const UNMATCHED = `
  select count(*) as count, coalesce(sum(amount), 0)::bigint as amount,
         min(booked_on) as "oldestOn"
    from reconciliation.v_unmatched
   where board_id = $1 and booked_on <= $2`;

// Of cash in hand (`cash/collector/…`) and of what was missing when counted (`shortage/…`).
const BY_COLLECTOR = `
  select coalesce((select collector_name from cash.v_shift r
                    where r.board_id = $1 and r.collector_id = h.collector
                    order by opened_at desc limit 1), '') as name, h.amount
    from (select right(account, 36)::uuid as collector, sum(amount)::bigint as amount
            from ledger.v_posting
           where board_id = $1 and starts_with(account, $3) and booked_month <= $2
           group by account
          having sum(amount) <> 0) h
   order by name`;

const SINGLE = `
  select exists (select from platform.v_stopped_board where board_id = $1) as "isBroken",
         (select coalesce(sum(amount), 0)::bigint from ledger.v_posting
           where board_id = $1 and account = 'outgoing/unclassified' and booked_month <= $2)
           as unclassified,
         (select coalesce(sum(on_the_way), 0)::bigint from cash.v_deposit
           where board_id = $1 and to_char(left_on, 'YYYY-MM') <= $2) as "onTheWay"`;

/** What the checklist of a month is made from, without the calendar. */
export async function openWork(
  tx: Reading,
  boardId: Id,
  { month, first, last }: { month: Month; first: BusinessDate; last: BusinessDate },
): Promise<Omit<MonthFacts, 'month' | 'today' | 'firstBooked' | 'lastClosed'>> {
  const unproven = await tx.sql<MonthFacts['unproven'][number]>(UNPROVEN, [boardId, first, last]);
  const unbilled = await tx.sql<{ code: string }>(UNBILLED, [boardId, first, last, month]);
  const [unmatched] = await tx.sql<MonthFacts['unmatched']>(UNMATCHED, [boardId, last]);
  const byCollector = (accounts: string) =>
    tx.sql<MonthFacts['inHand'][number]>(BY_COLLECTOR, [boardId, month, accounts]);
  const inHand = await byCollector('cash/collector/');
  const short = await byCollector('shortage/');
  const [single] = await tx.sql<Pick<MonthFacts, 'isBroken' | 'unclassified' | 'onTheWay'>>(
    SINGLE,
    [boardId, month],
  );
  invariant(unmatched !== undefined && single !== undefined, 'an aggregate without a row');
  return {
    unproven,
    unbilledMarkets: unbilled.map(({ code }) => code),
    unmatched,
    inHand,
    short,
    ...single,
  };
}

/** Keeps the month as it stands, with its hash and the hash of all months up to it. */
export const KEEP_PERIOD = `
  insert into closing.period (board_id, month, closed_at, closed_by, closed_by_name, remarks, note,
    transfer_count, transfer_total, rows_hash, hash)
  select $1, $2, $3, $4, $5, $6, $7, m.count, m.total, m.rows_hash,
         sha256(coalesce((select p.hash from closing.period p where p.board_id = $1
           order by p.month desc limit 1), ''::bytea) || m.rows_hash)
    from (select count(*) as count, coalesce(sum(amount), 0) as total,
                 closing.rows_hash($1, $2) as rows_hash
            from ledger.v_transfer where board_id = $1 and booked_month = $2) m`;
