import type { BusinessDate, Id } from '@cho40/kernel';
import type { Tx } from '@cho40/platform';
import { tenancyError } from '../errors';
import type { LeaseTerms, NewLease } from '../domain/lease-terms';
import { numbered } from './lease-numbers';
import { stallPlaces, type StallPlace } from './leases.queries';

type Draft = NewLease & { id: Id };
export type PlacedLease = Draft & { place: StallPlace; number: string };

/** The leases with their stalls' market and board, and a number each. */
export async function placed(tx: Tx, drafts: readonly Draft[]): Promise<PlacedLease[]> {
  for (const draft of drafts) requireTerms(draft);
  const stallIds = [...new Set(drafts.map((draft) => draft.stallId))];
  const places = new Map((await stallPlaces(tx, stallIds)).map((place) => [place.id, place]));
  const rows = drafts.map((draft) => {
    const place = places.get(draft.stallId);
    if (!place) throw tenancyError('stallMissing', { id: draft.stallId });
    requireStall(place, draft);
    return { ...draft, place };
  });
  await requireVendors(tx, rows);
  return numbered(tx, await withKnownNumbers(tx, rows));
}

/** A stall that was split, merged or relocated is not leased beyond its last day. */
function requireStall({ code: stallCode, endedOn }: StallPlace, { validTo }: Draft): void {
  if (endedOn && (!validTo || validTo > endedOn))
    throw tenancyError('stallEnded', { stallCode, on: endedOn });
}

function requireTerms({ validFrom: from, validTo: to, billingCycle, ...terms }: Draft): void {
  if (to && to < from) throw tenancyError('leaseDaysReversed', { from, to });
  if (billingCycle === 'lump-sum' && !to) throw tenancyError('lumpSumNeedsEnd');
  requireAward(terms);
}

/** A number or day of an award says which award. @throws tenancy.awardMissing */
export function requireAward({ award, awardNumber, awardOn }: LeaseTerms): void {
  if (!award && (awardNumber || awardOn)) throw tenancyError('awardMissing');
}

// A retry of a lease without a number keeps the number it was given the first time.
async function withKnownNumbers<Row extends Draft>(tx: Tx, rows: readonly Row[]): Promise<Row[]> {
  const known = await tx.sql<{ id: Id; number: string }>(
    'select id, number from tenancy.lease where id = any ($1::uuid[])',
    [rows.map((row) => row.id)],
  );
  const numbers = new Map(known.map((lease) => [lease.id, lease.number]));
  return rows.map((row) => ({ ...row, number: numbers.get(row.id) ?? row.number }));
}

/** Whoever is named is a vendor of the stall's board; another board's is missing. */
function requireVendors(tx: Tx, rows: readonly (Draft & { place: StallPlace })[]): Promise<void> {
  return requireVendorsOf(
    tx,
    rows.flatMap(({ place: { boardId }, vendorId, operatorId, payerId }) =>
      [vendorId, operatorId, payerId].flatMap((id) => (id ? [{ boardId, id }] : [])),
    ),
  );
}

/** @throws tenancy.vendorMissing */
export async function requireVendorsOf(
  tx: Tx,
  named: readonly { boardId: Id; id: Id }[],
): Promise<void> {
  const [missing] = await tx.sql<{ id: string }>(
    `select w.vendor_id as id
       from unnest($1::uuid[], $2::uuid[]) as w (board_id, vendor_id)
      where not exists (select from tenancy.vendor v
                         where (v.board_id, v.id) = (w.board_id, w.vendor_id))
      limit 1`,
    [named.map((vendor) => vendor.boardId), named.map((vendor) => vendor.id)],
  );
  if (missing) throw tenancyError('vendorMissing', missing);
}

// Whoever works the stall or pays is named only where it is not the holder.
const INSERT = `
  insert into tenancy.lease (board_id, market_id, stall_id, vendor_id, id, number, valid_from,
    valid_to, operator_id, payer_id, award, award_number, award_on, price_class, billing_cycle,
    due_day, grace_days, deposit_agreed, signed_on, renewed_from, transferred_from)
  select l."boardId", l."marketId", l."stallId", l."vendorId", l.id, l.number, l."validFrom",
         l."validTo", nullif(l."operatorId", l."vendorId"), nullif(l."payerId", l."vendorId"),
         l.award, l."awardNumber", l."awardOn", l."priceClass", coalesce(l."billingCycle", 'month'),
         l."dueDay", l."graceDays", coalesce(l."depositAgreed", 0), l."signedOn", l."renewedFrom",
         l."transferredFrom"
    from jsonb_to_recordset($1::jsonb) as l ("boardId" uuid, "marketId" uuid, "stallId" uuid,
         "vendorId" uuid, id uuid, number text, "validFrom" date, "validTo" date, "operatorId" uuid,
         "payerId" uuid, award text, "awardNumber" text, "awardOn" date, "priceClass" text,
         "billingCycle" text, "dueDay" smallint, "graceDays" smallint, "depositAgreed" bigint,
         "signedOn" date, "renewedFrom" uuid, "transferredFrom" uuid)
  on conflict do nothing returning id`;

/** Writes the leases; what a constraint kept out is explained by the lease it met. */
export async function insertLeases(tx: Tx, rows: readonly PlacedLease[]): Promise<void> {
  const written = rows.map(({ place: { boardId, marketId }, ...lease }) => ({
    ...lease,
    boardId,
    marketId,
  }));
  const made = await tx.sql<{ id: Id }>(INSERT, [JSON.stringify(written)]);
  if (made.length === rows.length) return;
  const ids = new Set(made.map((lease) => lease.id));
  await explain(
    tx,
    rows.filter((row) => !ids.has(row.id)),
  );
}

interface Met {
  stallCode: string;
  number: string;
  from: BusinessDate;
  to: BusinessDate | null;
  isOnStall: boolean;
}

/** Throws for the first lease that is not simply there already. */
async function explain(tx: Tx, kept: readonly PlacedLease[]): Promise<void> {
  const [met] = await tx.sql<Met>(
    `select s.code as "stallCode", o.number, o.valid_from as "from", o.valid_to as "to",
            o.stall_id = w.stall_id as "isOnStall"
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::date[])
              as w (id, stall_id, number, valid_from, valid_to)
       join markets.v_stall s on s.stall_id = w.stall_id
       join tenancy.lease o on o.id <> w.id and o.board_id = s.board_id
        and (o.number = w.number or o.stall_id = w.stall_id
             and daterange(o.valid_from, o.valid_to, '[]')
                 && daterange(w.valid_from, w.valid_to, '[]'))
      where not exists (select from tenancy.lease l where l.id = w.id)
      order by "isOnStall" desc, s.code, o.valid_from
      limit 1`,
    [
      kept.map((row) => row.id),
      kept.map((row) => row.stallId),
      kept.map((row) => row.number),
      kept.map((row) => row.validFrom),
      kept.map((row) => row.validTo ?? null),
    ],
  );
  if (!met) return;
  const { isOnStall, stallCode, number, from, to } = met;
  if (isOnStall) throw tenancyError('leaseOverlaps', { stallCode, number, from, to });
  throw tenancyError('leaseNumberTaken', { number, stallCode });
}
