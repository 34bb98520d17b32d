import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, type Reading, type Tx } from '@cho40/platform';
import type { PickedTariff } from '../domain/decision-price';
import type { FeeTypeDto, TariffDto } from './tariff.dto';

const TARIFFS = `
  select t.id, t.market_id as "marketId", t.decision_id as "decisionId",
         d.number as "decisionNumber", t.decision_line as "decisionLine",
         t.ceiling, t.fee_type as "feeType", t.unit, t.price, t.is_roofed as "isRoofed",
         t.open_sides as "openSides", t.is_corner as "isCorner", t.row_grade as "rowGrade",
         t.goods_group as "goodsGroup", t.carrier, t.price_class as "priceClass",
         t.tier_from as "tierFrom", t.tax_percent as "taxPercent",
         t.is_pass_through as "isPassThrough",
         t.valid_from as "validFrom", t.valid_to as "validTo",
         case when t.approved_at is null then 'draft' else 'approved' end as state,
         t.created_by as "createdBy", t.approved_by as "approvedBy", t.approved_at as "approvedAt"
    from tariffs.tariff t
    join tariffs.decision d on d.id = t.decision_id
    join tariffs.fee_type f on f.code = t.fee_type
   where ($1::uuid[] is null or t.market_id = any ($1))
     and ($2::uuid is null or t.id = $2)
     and ($3::uuid is null or t.market_id = $3)
   order by f.settle_order, t.prices_what, t.factors, t.valid_from desc, t.id`;

/** A market's prices, drafts too: few, so they come whole. */
export function findTariffs(tx: Reading, filter: { id?: Id; marketId?: Id }): Promise<TariffDto[]> {
  const { id = null, marketId = null } = filter;
  return tx.sql<TariffDto>(TARIFFS, [marketScope(tx.actor), id, marketId]);
}

/** What one can charge for, in the order in which payments settle it; a deposit has no price. */
export function feeTypes(tx: Reading): Promise<FeeTypeDto[]> {
  return tx.sql<FeeTypeDto>(
    `select code, name_vi as "nameVi", name_en as "nameEn"
       from tariffs.fee_type where code <> 'deposit' order by settle_order`,
  );
}

const INSERT = `
  insert into tariffs.tariff
    (board_id, id, market_id, decision_id, decision_line, ceiling, fee_type, unit, price,
     is_roofed, open_sides, is_corner, row_grade, goods_group, carrier, price_class, tier_from,
     tax_percent, is_pass_through, valid_from, valid_to, created_by)
  select t."boardId", t.id, t."marketId", t."decisionId", t."decisionLine", t.ceiling, t."feeType",
         t.unit, t.price, t."isRoofed", t."openSides", t."isCorner", t."rowGrade", t."goodsGroup",
         t.carrier, t."priceClass", t."tierFrom", t."taxPercent", t."isPassThrough",
         t."validFrom", t."validTo", $2
    from jsonb_to_record($1::jsonb)
      as t ("boardId" uuid, id uuid, "marketId" uuid, "decisionId" uuid, "decisionLine" smallint,
            ceiling bigint, "feeType" text, unit text, price bigint, "isRoofed" boolean,
            "openSides" smallint, "isCorner" boolean, "rowGrade" smallint, "goodsGroup" text,
            carrier text, "priceClass" text, "tierFrom" integer, "taxPercent" smallint,
            "isPassThrough" boolean, "validFrom" date, "validTo" date)
  on conflict (board_id, id) do nothing returning id`;

/** A price about to be drafted. */
export interface TariffRow extends PickedTariff {
  readonly boardId: Id;
  readonly id: Id;
  readonly marketId: Id;
  readonly decisionId: Id;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}

/** Keeps a draft; false where its id has one already. */
export async function insertTariff(tx: Tx, tariff: TariffRow): Promise<boolean> {
  const made = await tx.sql(INSERT, [JSON.stringify(tariff), tx.actor.userId]);
  return made.length > 0;
}
