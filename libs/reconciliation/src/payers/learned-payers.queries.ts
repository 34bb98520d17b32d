import type { Id } from '@cho40/kernel';
import { offsetOf, type Page, pageOfRows, type PageQueryDto, type Reading } from '@cho40/platform';

export interface LearnedPayerFilter extends Pick<PageQueryDto, 'cursor' | 'limit' | 'q'> {
  readonly leaseId?: Id;
  readonly state?: 'on' | 'off';
}

/** "This account pays for this lease", by whom and since when. */
export interface LearnedPayerRow {
  readonly id: Id;
  readonly accountLast4: string;
  readonly leaseId: Id;
  readonly marketName: string;
  readonly stallCode: string;
  readonly vendorName: string;
  readonly recordId: Id;
  readonly learnedByName: string;
  readonly learnedAt: Date;
  readonly offByName: string | null;
  readonly offAt: Date | null;
}

/** The newest first. */
export async function learnedPayerPage(
  tx: Reading,
  filter: LearnedPayerFilter,
  markets: readonly Id[] | null,
): Promise<Page<LearnedPayerRow>> {
  const rows = await tx.sql<LearnedPayerRow & { total: number }>(
    `select p.id, p.account_last4 as "accountLast4", p.lease_id as "leaseId",
            m.name as "marketName", t.code as "stallCode", l.vendor_name as "vendorName",
            p.record_id as "recordId", p.learned_by_name as "learnedByName",
            p.learned_at as "learnedAt", p.off_by_name as "offByName", p.off_at as "offAt",
            count(*) over () as total
       from reconciliation.learned_payer p
       join tenancy.v_lease l on l.board_id = p.board_id and l.lease_id = p.lease_id
       join markets.v_market m on m.board_id = p.board_id and m.market_id = p.market_id
       join markets.v_stall t on t.board_id = l.board_id and t.stall_id = l.stall_id
      where ($1::uuid is null or p.lease_id = $1)
        and ($2::text is null or $2 = case when p.off_at is null then 'on' else 'off' end)
        and ($3::text is null or p.account_last4 = right($3, 4)
             or concat_ws(' ', t.code, l.vendor_name) ilike '%' || $3 || '%')
        and ($4::uuid[] is null or p.market_id = any ($4))
      order by p.learned_at desc, p.id desc limit $5 offset $6`,
    [
      filter.leaseId ?? null,
      filter.state ?? null,
      filter.q?.trim() || null,
      markets,
      filter.limit,
      offsetOf(filter),
    ],
  );
  return pageOfRows(rows, filter);
}
