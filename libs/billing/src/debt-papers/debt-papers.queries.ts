import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOf, type Page, type Reading, type Tx } from '@cho40/platform';
import type { DebtLine, DebtPaper, MadeNotice } from '../domain/debt-papers';
import type { DebtPaperDto, DebtPaperKind, DebtPaperQueryDto } from './debt-paper.dto';

export interface NewDebtPaper extends DebtPaper {
  readonly id: Id;
  readonly boardId: Id;
  readonly marketId: Id;
  readonly leaseId: Id;
  readonly kind: DebtPaperKind;
  readonly serial: number;
}

const OPEN_LINES = `
  select o.lease_id as "leaseId", b.code, b.period, o.due_on as "dueOn", o.open
    from billing.open_bills($2, $1) o
    join billing.bill b on b.board_id = o.board_id and b.id = o.bill_id
   where o.open > 0
     and (not $3 or o.due_on + b.grace_days < $2)
   order by o.lease_id, o.due_on, b.code`;

const LAST_NOTICES = `
  select distinct on (lease_id) lease_id as "leaseId", level, pay_by as "payBy", lines
    from billing.debt_paper
   where lease_id = any ($1::uuid[]) and kind = 'notice'
   order by lease_id, made_at desc, serial desc`;

const INSERT = `
  insert into billing.debt_paper
    (board_id, id, market_id, lease_id, kind, level, year, serial, number, as_of, pay_by, amount,
     lines, made_by, made_at)
  select p."boardId", p.id, p."marketId", p."leaseId", p.kind, p.level,
         extract(year from p."asOf"), p.serial, p.number, p."asOf", p."payBy", p.amount, p.lines,
         $2, $3
    from jsonb_to_recordset($1::jsonb)
      as p ("boardId" uuid, id uuid, "marketId" uuid, "leaseId" uuid, kind text, level smallint,
            serial integer, number text, "asOf" date, "payBy" date, amount bigint, lines jsonb)`;

const PAPERS = `
  select p.id, p.market_id as "marketId", p.lease_id as "leaseId", p.kind, p.level, p.number,
         s.code as "stallCode", l.payer_name as "payerName", p.as_of as "asOf",
         p.pay_by as "payBy", p.amount, p.made_by as "madeBy", p.made_at as "madeAt", p.lines,
         count(*) over () as listed
    from billing.debt_paper p
    join tenancy.v_lease l on l.board_id = p.board_id and l.lease_id = p.lease_id
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
   where ($1::uuid[] is null or p.market_id = any ($1))
     and ($2::uuid[] is null or p.id = any ($2))
     and ($3::uuid is null or p.market_id = $3) and ($4::uuid is null or p.lease_id = $4)
     and ($5::text is null or p.kind = $5)
     and ($6::text is null or strpos(
           lower(unaccent(concat_ws(' ', p.number, s.code, l.payer_name))),
           lower(unaccent($6))) > 0)
   order by case $7 when 'amount' then p.amount when '-amount' then -p.amount end,
            case $7 when 'madeAt' then p.made_at end, p.made_at desc, p.kind, p.serial desc
   limit $8 offset $9`;

export type DebtPaperRow = DebtPaperDto & DebtPaper & { madeBy: Id | null };

/** What leases have open at the end of a day; of notices only what is past due and grace. */
export function openLinesOf(
  tx: Reading,
  leaseIds: readonly Id[],
  asOf: BusinessDate,
  isOverdue: boolean,
): Promise<(DebtLine & { leaseId: Id })[]> {
  return tx.sql(OPEN_LINES, [leaseIds, asOf, isOverdue]);
}

export function lastNoticesOf(
  tx: Reading,
  leaseIds: readonly Id[],
): Promise<(MadeNotice & { leaseId: Id })[]> {
  return tx.sql(LAST_NOTICES, [leaseIds]);
}

/** The last number a board gave in a year; whoever asks is alone until the end of `tx`. */
export async function lastSerialOf(
  tx: Tx,
  of: { boardId: Id; kind: DebtPaperKind; year: number },
): Promise<number> {
  await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `billing.debt_paper ${of.boardId} ${of.kind}`,
  ]);
  const [last] = await tx.sql<{ serial: number }>(
    `select coalesce(max(serial), 0) as serial from billing.debt_paper
      where board_id = $1 and kind = $2 and year = $3`,
    [of.boardId, of.kind, of.year],
  );
  return last?.serial ?? 0;
}

export async function insertDebtPapers(
  tx: Tx,
  papers: readonly NewDebtPaper[],
  now: Date,
): Promise<void> {
  await tx.sql(INSERT, [JSON.stringify(papers), tx.actor.userId, now]);
}

export type DebtPaperFilter = Partial<DebtPaperQueryDto> & { ids?: readonly Id[]; limit: number };

/** Papers within reach, the newest first. */
export async function findDebtPapers(
  tx: Reading,
  filter: DebtPaperFilter,
): Promise<Page<DebtPaperRow>> {
  const rows = await tx.sql<DebtPaperRow & { listed: number }>(PAPERS, [
    marketScope(tx.actor),
    filter.ids ?? null,
    filter.marketId ?? null,
    filter.leaseId ?? null,
    filter.kind ?? null,
    filter.q?.trim() || null,
    filter.sort ?? null,
    filter.limit,
    offsetOf(filter),
  ]);
  const items = rows.map(({ listed: _listed, ...row }) => row);
  return pageOf(items, filter, rows[0]?.listed ?? 0);
}
