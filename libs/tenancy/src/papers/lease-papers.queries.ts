import type { BusinessDate, Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { LeasePaperFacts } from '../domain/papers/lease-paper-facts';

/** Where a lease's stall lies, what it is like, and what its market says of all leases. */
export type LeaseSurroundings = Pick<
  LeasePaperFacts,
  | 'boardName'
  | 'marketName'
  | 'communeName'
  | 'transferPolicy'
  | 'dueDay'
  | 'graceDays'
  | 'zoneName'
  | 'areaM2'
  | 'lengthM'
  | 'widthM'
  | 'openSides'
  | 'isCorner'
  | 'rowGrade'
  | 'isRoofed'
  | 'goodsGroups'
>;

const SURROUNDINGS = `
  select o.name as "boardName", m.name as "marketName", u.name as "communeName",
         m.transfer_policy as "transferPolicy", coalesce(l.due_day, m.due_day) as "dueDay",
         coalesce(l.grace_days, m.grace_days) as "graceDays", s.zone_name as "zoneName",
         s.area_m2 as "areaM2", s.length_m as "lengthM", s.width_m as "widthM",
         s.open_sides as "openSides", s.is_corner as "isCorner", s.row_grade as "rowGrade",
         s.is_roofed as "isRoofed", s.goods_groups as "goodsGroups"
    from tenancy.lease l
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    join markets.v_market m on m.board_id = l.board_id and m.market_id = l.market_id
    join markets.v_board o on o.board_id = l.board_id
    left join markets.v_market_commune c on c.board_id = l.board_id and c.market_id = l.market_id
         and daterange(c.valid_from, c.valid_to, '[]') @> $2::date
    left join markets.v_admin_unit u on u.unit_id = c.commune_id
   where l.id = $1`;

/** As it is on a day. */
export async function surroundingsOf(
  tx: Reading,
  leaseId: Id,
  on: BusinessDate,
): Promise<LeaseSurroundings | null> {
  const [row] = await tx.sql<LeaseSurroundings>(SURROUNDINGS, [leaseId, on]);
  return row ?? null;
}
