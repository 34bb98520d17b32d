import type { Id } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { DecisionPrice } from '../domain/decision-price';
import type { NewDecisionPrice } from './decision.entity';

const PRICES = `
  select p.line_number as "lineNumber", p.description, p.fee_type as "feeType", p.unit, p.price,
         p.market_class as "marketClass", p.market_group as "marketGroup",
         p.is_roofed as "isRoofed", p.open_sides as "openSides", p.is_corner as "isCorner",
         p.row_grade as "rowGrade", p.goods_group as "goodsGroup", p.carrier,
         p.price_class as "priceClass", p.tier_from as "tierFrom",
         r.line_number as "replacedBy"
    from tariffs.decision_price p
    left join tariffs.decision_price r
      on r.decision_id = p.decision_id and r.replaces = p.line_number
   where p.decision_id = $1
   order by p.line_number`;

/** A decision's lines, those that were replaced too: few, so they come whole. */
export function pricesOf(tx: Reading, decisionId: Id): Promise<DecisionPrice[]> {
  return tx.sql(PRICES, [decisionId]);
}

const INSERT = `
  insert into tariffs.decision_price
    (decision_id, line_number, description, fee_type, unit, price, market_class, market_group,
     is_roofed, open_sides, is_corner, row_grade, goods_group, carrier, price_class, tier_from,
     replaces, created_by)
  select $1, coalesce((select max(line_number) from tariffs.decision_price
                        where decision_id = $1), 0) + p.place,
         btrim(p.description), p."feeType", p.unit, p.price, p."marketClass",
         btrim(p."marketGroup"), p."isRoofed", p."openSides", p."isCorner", p."rowGrade",
         btrim(p."goodsGroup"), p.carrier, btrim(p."priceClass"), coalesce(p."tierFrom", 0),
         p.replaces, $3
    from rows from (jsonb_to_recordset($2::jsonb)
           as (description text, "feeType" text, unit text, price bigint, "marketClass" smallint,
               "marketGroup" text, "isRoofed" boolean, "openSides" smallint, "isCorner" boolean,
               "rowGrade" smallint, "goodsGroup" text, carrier text, "priceClass" text,
               "tierFrom" integer, replaces smallint)) with ordinality
           as p (description, "feeType", unit, price, "marketClass", "marketGroup", "isRoofed",
                 "openSides", "isCorner", "rowGrade", "goodsGroup", carrier, "priceClass",
                 "tierFrom", replaces, place)`;

/** Adds lines after those there are; two who add to one decision come one after the other. */
export async function insertPrices(
  tx: Tx,
  decisionId: Id,
  prices: readonly NewDecisionPrice[],
): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtext('tariffs.decision_price:' || $1))`, [
    decisionId,
  ]);
  await tx.sql(INSERT, [decisionId, JSON.stringify(prices), tx.actor.userId]);
}
