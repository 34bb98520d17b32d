import type { Id, Vnd } from '@cho40/kernel';
import { offsetOf, pageOfRows, type PageQueryDto, type Reading } from '@cho40/platform';

/** Numbers a phone gave out whose receipts have not come. */
export interface DeviceGap {
  readonly boardId: Id;
  readonly boardName: string;
  readonly deviceId: Id;
  readonly fromNumber: number;
  readonly toNumber: number;
  /** Of the next receipt that did come: who took it, and when. */
  readonly collectorName: string;
  readonly nextTakenAt: Date;
}

/** The oldest first; phones number from 1. Of phones used in the actor's markets. */
export function deviceGaps(tx: Reading, markets: readonly Id[] | null): Promise<DeviceGap[]> {
  return tx.sql<DeviceGap>(
    `with numbered as (
       select board_id, device_id, device_number, collector_name, taken_at,
              lag(device_number, 1, 0) over (partition by board_id, device_id
                order by device_number) as before
         from cash.receipt
        where device_id is not null)
     select n.board_id as "boardId", b.name as "boardName", n.device_id as "deviceId",
            n.before + 1 as "fromNumber", n.device_number - 1 as "toNumber",
            n.collector_name as "collectorName", n.taken_at as "nextTakenAt"
       from numbered n
       join markets.v_board b on b.board_id = n.board_id
      where n.device_number > n.before + 1
        and ($1::uuid[] is null or exists (select from cash.receipt r
              where r.board_id = n.board_id and r.device_id = n.device_id
                and r.market_id = any ($1)))
      order by n.taken_at, n.device_id, n.device_number
      limit 500`,
    [markets],
  );
}

/** A receipt that was refused because its phone's number stands for another. */
export interface DeviceIncident {
  readonly id: Id;
  readonly boardId: Id;
  readonly boardName: string;
  readonly at: Date;
  readonly deviceId: Id;
  readonly deviceNumber: number;
  readonly standingNumber: string;
  readonly stallCode: string;
  readonly vendorName: string;
  readonly amount: Vnd;
  readonly collectorName: string;
  readonly takenAt: Date;
  /** The number it has by now, when it was told again by a phone of its own. */
  readonly keptNumber: string | null;
  readonly answer: string | null;
  readonly answeredByName: string | null;
}

/** The newest first. */
export async function incidentPage(
  tx: Reading,
  filter: Pick<PageQueryDto, 'cursor' | 'limit'>,
  markets: readonly Id[] | null,
) {
  const rows = await tx.sql<DeviceIncident & { total: number }>(
    `select i.id, i.board_id as "boardId", b.name as "boardName", i.at,
            i.device_id as "deviceId", i.device_number as "deviceNumber",
            s.number as "standingNumber", t.code as "stallCode", l.vendor_name as "vendorName",
            i.amount, i.collector_name as "collectorName", i.taken_at as "takenAt",
            k.number as "keptNumber", i.answer, i.answered_by_name as "answeredByName",
            count(*) over () as total
       from cash.device_incident i
       join markets.v_board b on b.board_id = i.board_id
       join cash.receipt s on s.board_id = i.board_id and s.id = i.standing_id
       join tenancy.v_lease l on l.board_id = i.board_id and l.lease_id = i.lease_id
       join markets.v_stall t on t.board_id = l.board_id and t.stall_id = l.stall_id
       left join cash.receipt k on k.board_id = i.board_id and k.id = i.refused_id
      where $1::uuid[] is null or i.market_id = any ($1)
      order by i.at desc, i.id desc
      limit $2 offset $3`,
    [markets, filter.limit, offsetOf(filter)],
  );
  return pageOfRows(rows, filter);
}
