import type { Id } from '@cho40/kernel';
import { marketScope, type Reading } from '@cho40/platform';
import type { FeeTypeDto, TariffDto } from './tariff.dto';

const TARIFFS = `
  select t.id, t.market_id as "marketId", t.decision_id as "decisionId",
         d.number as "decisionNumber", t.fee_type as "feeType", t.unit, t.price,
         t.valid_from as "validFrom", t.valid_to as "validTo",
         case when t.approved_at is null then 'draft' else 'approved' end as state,
         t.created_by as "createdBy", t.approved_by as "approvedBy", t.approved_at as "approvedAt"
    from tariffs.tariff t
    join tariffs.decision d on d.id = t.decision_id
    join tariffs.fee_type f on f.code = t.fee_type
   where ($1::uuid[] is null or t.market_id = any ($1))
     and ($2::uuid is null or t.id = $2)
     and ($3::uuid is null or t.market_id = $3)
   order by f.settle_order, t.valid_from desc, t.id`;

/** A market's prices, drafts too: few, so they come whole. */
export function findTariffs(tx: Reading, filter: { id?: Id; marketId?: Id }): Promise<TariffDto[]> {
  const { id = null, marketId = null } = filter;
  return tx.sql<TariffDto>(TARIFFS, [marketScope(tx.actor), id, marketId]);
}

/** What one can charge for, in the order in which payments settle it. */
export function feeTypes(tx: Reading): Promise<FeeTypeDto[]> {
  return tx.sql<FeeTypeDto>(
    `select code, name_vi as "nameVi", name_en as "nameEn"
       from tariffs.fee_type order by settle_order`,
  );
}
