import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressPackage } from '../admin-units/address-package';
import type { AdminUnit } from './admin-unit';
import { adminUnitsOf } from './admin-units-of-package';

const { units, changes } = adminUnitsOf(addressPackage());
const byId = new Map(units.map((unit) => [unit.id, unit]));
const isBefore = (unit: AdminUnit) => unit.validFrom === null;
const isToday = (unit: AdminUnit) => unit.validTo === null;
const byText = (a: unknown, b: unknown) => String(a).localeCompare(String(b), 'en');
const count = (level: AdminUnit['level'], when: (unit: AdminUnit) => boolean) =>
  units.filter((unit) => unit.level === level && when(unit)).length;

/** The districts from which a commune of today took something in. */
const formerDistrictsOf = (newId: string) =>
  [
    ...new Set(
      changes
        .filter((change) => change.newId === newId)
        .map((change) => byId.get(change.oldId))
        .map((old) => (old?.level === 'district' ? old : byId.get(old?.parentId ?? '')))
        .map((district) => district?.code),
    ),
  ].sort(byText);

describe('the administrative units of the country', () => {
  it('number what the country had on 30 June 2025 and has since', () => {
    expect({
      provinces: count('province', isBefore),
      districts: count('district', isBefore),
      communes: count('commune', isBefore),
    }).toEqual({ provinces: 63, districts: 696, communes: 10_035 });
    expect({
      provinces: count('province', isToday),
      districts: count('district', isToday),
      communes: count('commune', isToday),
    }).toEqual({ provinces: 34, districts: 0, communes: 3_321 });
  });

  it('have one id each, and a parent that stood on the same days', () => {
    expect(byId.size).toBe(units.length);
    for (const unit of units.filter((one) => one.parentId !== null)) {
      const parent = byId.get(unit.parentId ?? '');
      if (isToday(unit)) expect(parent?.validTo).toBeNull();
      else expect(parent?.validFrom).toBeNull();
    }
  });

  it('say of every commune what became of it and from what it was made', () => {
    const left = new Set(changes.map((change) => change.oldId));
    const made = new Set(changes.map((change) => change.newId));
    const communes = units.filter((unit) => unit.level === 'commune');
    expect(communes.filter((unit) => !isToday(unit) && !left.has(unit.id))).toEqual([]);
    expect(communes.filter((unit) => isToday(unit) && !made.has(unit.id))).toEqual([]);
  });

  it('keep a code that lives on under another name apart by its days', () => {
    expect(byId.get('C00691')).toMatchObject({ name: 'Phường Trần Phú', validTo: '2025-06-30' });
    expect(byId.get('C00691@2025-07')).toMatchObject({
      name: 'Phường Hà Giang 2',
      parentId: 'P08',
      validFrom: '2025-07-01',
      validTo: null,
    });
    expect(byId.get('P15')?.name).toBe('Yên Bái');
    expect(byId.get('P15@2025-07')?.name).toBe('Lào Cai');
  });

  it('know a commune that was split over several', () => {
    const parts = changes.filter((change) => change.oldId === 'C00166').map((one) => one.newId);
    expect(parts.map((id) => byId.get(id)?.name).sort(byText)).toEqual([
      'Phường Cầu Giấy',
      'Phường Nghĩa Đô',
    ]);
  });

  it('give a district without an official code none, and an id that says so', () => {
    expect(byId.get('D30.huyen-kim-thanh')).toMatchObject({ code: null, name: 'Huyện Kim Thành' });
  });
});

interface CheckedUnit {
  code: string;
  name: string;
  level: AdminUnit['level'];
  validTo: string | null;
  formerDistricts?: string[];
}

// Kept beside the project (or, in a worktree, one folder further up), never copied into it.
const check = ['../../../../../shared', '../../../../../../shared']
  .map((folder) => join(__dirname, folder, 'data/admin-units.json'))
  .find(existsSync);

if (check)
  describe('against the checked list of Tuyên Quang', () => {
    agreesWith(check);
  });

function agreesWith(list: string): void {
  const checked: CheckedUnit[] = JSON.parse(readFileSync(list, 'utf8'));
  const communes = checked.filter((unit) => unit.level === 'commune');

  it('all 124 communes agree in code, name and former districts', () => {
    const ours = units
      .filter((unit) => unit.level === 'commune' && unit.parentId === 'P08' && isToday(unit))
      .map((unit) => [unit.code, unit.name, formerDistrictsOf(unit.id)]);
    expect(communes).toHaveLength(124);
    expect(ours.sort(byText)).toEqual(
      communes
        .map((unit) => [unit.code, unit.name, unit.formerDistricts?.sort(byText)])
        .sort(byText),
    );
  });

  it('the two provinces and their 18 districts agree', () => {
    for (const { code, name, level, validTo } of checked.filter((u) => u.level !== 'commune')) {
      const id = `${level === 'province' ? 'P' : 'D'}${code}`;
      expect(byId.get(id)).toMatchObject({ code, name, level, validTo });
    }
  });
}
