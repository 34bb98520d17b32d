import type { BusinessDate } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { AdminLevel, AdminUnit } from '../domain/admin-unit';

export async function unitById(tx: Reading, id: string): Promise<AdminUnit | undefined> {
  const [unit] = await tx.sql<AdminUnit>(
    `select id, code, level, name, parent_id as "parentId", valid_from as "validFrom",
            valid_to as "validTo"
       from markets.admin_unit where id = $1`,
    [id],
  );
  return unit;
}

export function unitsAbove(tx: Reading, id: string): Promise<AdminUnit[]> {
  return tx.sql<AdminUnit>(
    `with recursive up as (
       select u.*, 0 as height from markets.admin_unit u where u.id = $1
       union all
       select u.*, up.height + 1 from markets.admin_unit u join up on up.parent_id = u.id
     )
     select id, code, level, name, parent_id as "parentId", valid_from as "validFrom",
            valid_to as "validTo"
       from up order by height`,
    [id],
  );
}

/** The districts of the places that a commune of today was made of. */
export function districtsBehind(tx: Reading, communeId: string): Promise<AdminUnit[]> {
  return tx.sql<AdminUnit>(
    `select id, code, level, name, parent_id as "parentId", valid_from as "validFrom",
            valid_to as "validTo"
       from markets.admin_unit
      where id in (select case old.level when 'district' then old.id else old.parent_id end
                     from markets.admin_unit_change c
                     join markets.admin_unit old on old.id = c.old_id
                    where c.new_id = $1)
      order by name collate "vi-x-icu"`,
    [communeId],
  );
}

export interface UnitFilter {
  level?: AdminLevel;
  parent?: string;
  on?: BusinessDate;
  q?: string;
  limit: number;
}

/** Units with the name of the one above, whose name says which of the many Tân Lập it is. */
export type FoundUnit = AdminUnit & { parentName: string | null };

/** Names are searched without their marks: "dong van" finds Đồng Văn. */
export function findUnits(
  tx: Reading,
  filter: UnitFilter,
  offset: number,
): Promise<(FoundUnit & { total: number })[]> {
  return tx.sql(
    `select u.id, u.code, u.level, u.name, u.parent_id as "parentId",
            u.valid_from as "validFrom", u.valid_to as "validTo", above.name as "parentName",
            count(*) over () as total
       from markets.admin_unit u
       left join markets.admin_unit above on above.id = u.parent_id
      where ($1::text is null or u.level = $1)
        and ($2::text is null or u.parent_id = $2)
        and ($3::date is null or daterange(u.valid_from, u.valid_to, '[]') @> $3::date)
        and ($4::text is null or u.code = $4
             or strpos(lower(unaccent(u.name)), lower(unaccent($4))) > 0)
      order by u.name collate "vi-x-icu", u.id
      limit $5 offset $6`,
    [
      filter.level ?? null,
      filter.parent ?? null,
      filter.on ?? null,
      filter.q?.trim() || null,
      filter.limit,
      offset,
    ],
  );
}
