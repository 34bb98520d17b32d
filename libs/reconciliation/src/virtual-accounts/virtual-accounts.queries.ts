import type { BusinessDate, Id } from '@cho40/kernel';
import { offsetOf, type Page, pageOfRows, type PageQueryDto, type Reading } from '@cho40/platform';
import type { VirtualAccountState } from './virtual-account.dto';

export interface VirtualAccountFilter extends Pick<PageQueryDto, 'cursor' | 'limit' | 'q'> {
  readonly accountId?: Id;
  readonly state?: VirtualAccountState;
}

export interface VirtualAccountRow {
  readonly id: Id;
  readonly accountId: Id;
  readonly number: string;
  readonly marketName: string;
  readonly stallCode: string;
  readonly stallId: Id | null;
  readonly leaseId: Id | null;
  readonly state: VirtualAccountState;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  readonly createdBy: Id;
  readonly createdByName: string;
  readonly approvedByName: string | null;
}

/** By number. */
export async function virtualAccountPage(
  tx: Reading,
  filter: VirtualAccountFilter,
  { today, markets }: { today: BusinessDate; markets: readonly Id[] | null },
): Promise<Page<VirtualAccountRow>> {
  const rows = await tx.sql<VirtualAccountRow & { total: number }>(
    `select *, count(*) over () as total
       from (select v.id, v.account_id as "accountId", v.number, m.name as "marketName",
                    t.code as "stallCode", v.stall_id as "stallId", v.lease_id as "leaseId",
                    case when v.valid_to < $1::date then 'ended'
                         when v.approved_at is null then 'proposed' else 'inUse' end as state,
                    v.valid_from as "validFrom", v.valid_to as "validTo",
                    v.created_by as "createdBy", v.created_by_name as "createdByName",
                    v.approved_by_name as "approvedByName"
               from reconciliation.virtual_account v
               left join tenancy.v_lease l on l.board_id = v.board_id and l.lease_id = v.lease_id
               join markets.v_market m on m.board_id = v.board_id and m.market_id = v.market_id
               join markets.v_stall t
                 on t.board_id = v.board_id and t.stall_id = coalesce(v.stall_id, l.stall_id)
              where $2::uuid[] is null or v.market_id = any ($2)) v
      where ($3::uuid is null or "accountId" = $3) and ($4::text is null or state = $4)
        and ($5::text is null or concat_ws(' ', number, "stallCode") ilike '%' || $5 || '%')
      order by number, "validFrom", id limit $6 offset $7`,
    [
      today,
      markets,
      filter.accountId ?? null,
      filter.state ?? null,
      filter.q?.trim() || null,
      filter.limit,
      offsetOf(filter),
    ],
  );
  return pageOfRows(rows, filter);
}

export interface Named {
  readonly boardId: Id;
  readonly marketId: Id;
}

/** The stall or lease that a number shall stand for, on the board of its receiving account. */
export async function namedBy(
  tx: Reading,
  { accountId, stallId, leaseId }: { accountId: Id; stallId?: Id; leaseId?: Id },
): Promise<Named | undefined> {
  const [named] = await tx.sql<Named>(
    `select a.board_id as "boardId", coalesce(t.market_id, l.market_id) as "marketId"
       from banking.v_receiving_account a
       left join markets.v_stall t on t.board_id = a.board_id and t.stall_id = $2
       left join tenancy.v_lease l on l.board_id = a.board_id and l.lease_id = $3
      where a.account_id = $1 and num_nonnulls(t.stall_id, l.lease_id) = 1`,
    [accountId, stallId ?? null, leaseId ?? null],
  );
  return named;
}
