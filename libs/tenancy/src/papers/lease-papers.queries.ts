import type { BusinessDate, Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { LeasePaperFacts } from '../domain/papers/lease-paper-facts';

const FACTS = `
  select l.number, l.signed_on as "signedOn", l.valid_from as "validFrom",
         l.valid_to as "validTo", e.agreed_to as "agreedTo", e.kind as "endedAs",
         e.reason as "endedReason", e.document_number as "endedBy", l.award,
         l.award_number as "awardNumber", l.award_on as "awardOn", l.price_class as "priceClass",
         l.billing_cycle as "billingCycle", l.deposit_agreed as "depositAgreed",
         s.code as "stallCode", w.name as "operatorName", p.name as "payerName",
         o.name as "boardName", m.name as "marketName", u.name as "communeName",
         m.transfer_policy as "transferPolicy", coalesce(l.due_day, m.due_day) as "dueDay",
         coalesce(l.grace_days, m.grace_days) as "graceDays", s.zone_name as "zoneName",
         s.area_m2 as "areaM2", s.length_m as "lengthM", s.width_m as "widthM",
         s.open_sides as "openSides", s.is_corner as "isCorner", s.row_grade as "rowGrade",
         s.is_roofed as "isRoofed", s.goods_groups as "goodsGroups"
    from tenancy.lease l
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    join markets.v_market m on m.board_id = l.board_id and m.market_id = l.market_id
    join markets.v_board o on o.board_id = l.board_id
    left join tenancy.lease_end e on e.board_id = l.board_id and e.lease_id = l.id
    left join tenancy.vendor w on w.board_id = l.board_id and w.id = l.operator_id
    left join tenancy.vendor p on p.board_id = l.board_id and p.id = l.payer_id
    left join markets.v_market_commune c on c.board_id = l.board_id and c.market_id = l.market_id
         and daterange(c.valid_from, c.valid_to, '[]') @> $2::date
    left join markets.v_admin_unit u on u.unit_id = c.commune_id
   where l.id = $1`;

/** A lease with its stall and market as they are on a day; who holds it is told apart. */
export async function leasePaperFacts(
  tx: Reading,
  leaseId: Id,
  on: BusinessDate,
): Promise<Omit<LeasePaperFacts, 'holder'> | null> {
  const [row] = await tx.sql<Omit<LeasePaperFacts, 'holder'>>(FACTS, [leaseId, on]);
  return row ?? null;
}
