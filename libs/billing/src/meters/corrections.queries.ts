import type { Id } from '@cho40/kernel';
import {
  marketScope,
  offsetOf,
  pageOfRows,
  type Page,
  type Reading,
  type Tx,
} from '@cho40/platform';
import type { MeterCorrectionDto, MeterCorrectionQueryDto } from './reading.dto';
import type { ReadingToCorrect } from './readings.queries';

export type CorrectionFilter = Partial<MeterCorrectionQueryDto> & { id?: Id; limit: number };

const CORRECTIONS = `
  select c.id, k.name as "marketName", m.code as "meterCode", s.code as "stallCode", r.month,
         r.read_on as "readOn", r.value as before, c.value, c.reason,
         coalesce(c.outcome, 'open') as state, c.requested_by as "requestedBy",
         c.requested_at as "requestedAt", count(*) over () as total
    from billing.meter_correction c
    join billing.meter_reading r on r.board_id = c.board_id and r.id = c.reading_id
    join billing.meter m on m.board_id = r.board_id and m.id = r.meter_id
    join markets.v_market k on k.board_id = c.board_id and k.market_id = c.market_id
    left join markets.v_stall s on s.board_id = m.board_id and s.stall_id = m.stall_id
   where ($1::uuid[] is null or c.market_id = any ($1))
     and ($2::uuid is null or c.id = $2)
     and ($3::uuid is null or c.market_id = $3)
     and ($4::text is null or coalesce(c.outcome, 'open') = $4)
     and ($5::text is null or strpos(
           lower(unaccent(concat_ws(' ', m.code, s.code, c.reason))), lower(unaccent($5))) > 0)
   order by c.outcome is not null, c.requested_at desc, c.id
   limit $6 offset $7`;

/** Corrections within the actor's reach: what waits first, then the newest. */
export async function findCorrections(
  tx: Reading,
  filter: CorrectionFilter,
): Promise<Page<MeterCorrectionDto>> {
  const rows = await tx.sql<MeterCorrectionDto & { total: number }>(CORRECTIONS, [
    marketScope(tx.actor),
    filter.id ?? null,
    filter.marketId ?? null,
    filter.state ?? null,
    filter.q?.trim() || null,
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}

interface NewCorrection {
  readonly id: Id;
  readonly value: number;
  readonly hasRolledOver: boolean;
  readonly reason: string;
}

/** Keeps a request; `same` where its id is known, `another` where the reading waits for one. */
export async function askCorrection(
  tx: Tx,
  { boardId, marketId, id: readingId }: ReadingToCorrect,
  asked: NewCorrection,
  at: Date,
): Promise<'made' | 'same' | 'another'> {
  const made = await tx.sql(
    `insert into billing.meter_correction
       (board_id, id, market_id, reading_id, value, has_rolled_over, reason, requested_by,
        requested_at)
     values ($1, $2, $3, $4, $5, $6, btrim($7), $8, $9)
     on conflict do nothing returning id`,
    [
      boardId,
      asked.id,
      marketId,
      readingId,
      asked.value,
      asked.hasRolledOver,
      asked.reason,
      tx.actor.userId,
      at,
    ],
  );
  if (made.length > 0) return 'made';
  const same = await tx.sql('select from billing.meter_correction where id = $1', [asked.id]);
  return same.length > 0 ? 'same' : 'another';
}

/** A request that this transaction decides. */
export interface HeldCorrection {
  readonly boardId: Id;
  readonly marketId: Id;
  readonly readingId: Id;
  readonly value: number;
  readonly hasRolledOver: boolean;
  readonly requestedBy: Id;
  readonly outcome: 'approved' | 'refused' | null;
}

export async function heldCorrection(tx: Tx, id: Id): Promise<HeldCorrection | undefined> {
  const [held] = await tx.sql<HeldCorrection>(
    `select board_id as "boardId", market_id as "marketId", reading_id as "readingId", value,
            has_rolled_over as "hasRolledOver", requested_by as "requestedBy", outcome
       from billing.meter_correction where id = $1 for update`,
    [id],
  );
  return held;
}

export async function decideCorrection(
  tx: Tx,
  id: Id,
  outcome: 'approved' | 'refused',
  at: Date,
): Promise<void> {
  await tx.sql(
    `update billing.meter_correction set outcome = $2, decided_by = $3, decided_at = $4
      where id = $1`,
    [id, outcome, tx.actor.userId, at],
  );
}
