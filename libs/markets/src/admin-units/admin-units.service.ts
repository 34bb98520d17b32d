import { Injectable } from '@nestjs/common';
import { offsetOf, pageOfRows, type Page, type Reading, type Tx } from '@cho40/platform';
import type { AdminLevel, AdminUnit } from '../domain/admin-unit';
import { adminUnitsOf } from '../domain/admin-units-of-package';
import { marketsError } from '../errors';
import { addressPackage, REFERENCE_VERSION } from './address-package';
import {
  districtsBehind,
  findUnits,
  unitById,
  unitsAbove,
  type FoundUnit,
  type UnitFilter,
} from './admin-units.queries';

const SETTING = 'markets.adminUnits';

const UPSERT_UNITS = `
  insert into markets.admin_unit (id, code, level, name, parent_id, valid_from, valid_to)
  select *
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[])
  on conflict (id) do update
    set code = excluded.code, name = excluded.name, parent_id = excluded.parent_id,
        valid_from = excluded.valid_from, valid_to = excluded.valid_to`;

const INSERT_CHANGES = `
  insert into markets.admin_unit_change (old_id, new_id)
  select * from unnest($1::text[], $2::text[]) on conflict do nothing`;

@Injectable()
export class AdminUnits {
  /**
   * Loads the whole country, before and since July 2025: reference rows that every database needs.
   * A database that has this version already is left as it is. Gives how many units were written.
   */
  async load(tx: Tx): Promise<number> {
    const [known] = await tx.sql<{ value: string }>(
      'select value from platform.setting where key = $1',
      [SETTING],
    );
    if (known?.value === REFERENCE_VERSION) return 0;
    const { units, changes } = adminUnitsOf(addressPackage());
    await tx.sql(UPSERT_UNITS, [
      units.map((unit) => unit.id),
      units.map((unit) => unit.code),
      units.map((unit) => unit.level),
      units.map((unit) => unit.name),
      units.map((unit) => unit.parentId),
      units.map((unit) => unit.validFrom),
      units.map((unit) => unit.validTo),
    ]);
    await tx.sql(INSERT_CHANGES, [
      changes.map((change) => change.oldId),
      changes.map((change) => change.newId),
    ]);
    await tx.sql(
      `insert into platform.setting (key, value) values ($1, to_jsonb($2::text))
       on conflict (key) do update set value = excluded.value`,
      [SETTING, REFERENCE_VERSION],
    );
    return units.length;
  }

  /** @throws markets.adminUnitMissing; notACommune or notADistrict when it is another level. */
  async get(tx: Reading, id: string, level?: 'commune' | 'district'): Promise<AdminUnit> {
    const unit = await unitById(tx, id);
    if (!unit) throw marketsError('adminUnitMissing', { id });
    if (level && unit.level !== level) throw marketsError(NOT_A[level], { id, name: unit.name });
    return unit;
  }

  /** The unit and those above it, from the smallest up. */
  chain(tx: Reading, id: string): Promise<AdminUnit[]> {
    return unitsAbove(tx, id);
  }

  /** The districts of which a commune of today holds a part: 10 of Tuyên Quang's 124 hold two. */
  formerDistricts(tx: Reading, communeId: string): Promise<AdminUnit[]> {
    return districtsBehind(tx, communeId);
  }

  async list(tx: Reading, query: UnitFilter & { cursor?: string }): Promise<Page<FoundUnit>> {
    return pageOfRows(await findUnits(tx, query, offsetOf(query)), query);
  }
}

const NOT_A = { commune: 'notACommune', district: 'notADistrict' } as const satisfies Partial<
  Record<AdminLevel, string>
>;
