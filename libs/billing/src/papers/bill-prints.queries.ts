import type { Id, Month } from '@cho40/kernel';
import { marketScope, type Reading, type Tx } from '@cho40/platform';
import type { BillPrintDto } from './bill-print.dto';

/** What the worker prints. */
export interface PrintToMake {
  readonly boardId: Id;
  readonly marketId: Id;
  readonly zoneId: Id | null;
  readonly month: Month;
}

// A print whose job was given up is never made, unless a person sends the job on: it has failed.
const PRINTS = `
  select p.id, p.market_id as "marketId", p.period as month, z.name as "zoneName",
         case when p.state in ('waiting', 'printing') and not exists (
                     select from platform.v_open_job j
                      where j.board_id = p.board_id and j.kind = 'billing.billsToPrint'
                        and j.subject_id = p.id) then 'failed' else p.state end as state,
         p.bill_count as "billCount", p.printed, p.made_at as "madeAt",
         p.file is not null as "hasFile"
    from billing.bill_print p
    left join markets.v_zone z on z.board_id = p.board_id and z.zone_id = p.zone_id
   where ($1::uuid is null or p.id = $1) and ($2::uuid is null or p.market_id = $2)
     and ($3::uuid[] is null or p.market_id = any ($3))
   order by p.made_at desc, p.id
   limit 10`;

export function findPrints(
  tx: Reading,
  { id, marketId }: { id?: Id; marketId?: Id },
): Promise<BillPrintDto[]> {
  return tx.sql(PRINTS, [id ?? null, marketId ?? null, marketScope(tx.actor)]);
}

export async function fileOfPrint(tx: Reading, id: Id): Promise<Buffer | null> {
  const [print] = await tx.sql<{ file: Buffer | null }>(
    'select file from billing.bill_print where id = $1',
    [id],
  );
  return print?.file ?? null;
}

/** Whether the zone is one of the market's. */
export async function hasZone(tx: Reading, marketId: Id, zoneId: Id): Promise<boolean> {
  const rows = await tx.sql('select from markets.v_zone where market_id = $1 and zone_id = $2', [
    marketId,
    zoneId,
  ]);
  return rows.length > 0;
}

/** A print that is not yet made, with what it is of; an earlier try of it is begun again. */
export async function beginPrint(tx: Tx, id: Id): Promise<PrintToMake | null> {
  const [print] = await tx.sql<PrintToMake>(
    `update billing.bill_print set state = 'printing', printed = 0
      where id = $1 and state in ('waiting', 'printing')
      returning board_id as "boardId", market_id as "marketId", zone_id as "zoneId",
                period as month`,
    [id],
  );
  return print ?? null;
}

/** Files are for today: whoever wants one later prints it again, with what is due then. */
export async function dropFilesBefore(tx: Tx, before: Date): Promise<void> {
  await tx.sql(
    'update billing.bill_print set file = null where ended_at < $1 and file is not null',
    [before],
  );
}
