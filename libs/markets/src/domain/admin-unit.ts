import { businessDate, type BusinessDate } from '@cho40/kernel';

export type AdminLevel = 'province' | 'district' | 'commune';

/** An administrative unit under one code and name, for one stretch of time. */
export interface AdminUnit {
  id: string;
  /** The official code with its leading zeros; null where no source gives it. */
  code: string | null;
  level: AdminLevel;
  name: string;
  parentId: string | null;
  /** null: for as long as anybody here asks. */
  validFrom: BusinessDate | null;
  validTo: BusinessDate | null;
}

/** A part (or all) of the old unit lies in the new one since the reform. */
export interface AdminUnitChange {
  oldId: string;
  newId: string;
}

/** Districts ended and 63 provinces became 34: Resolution 202/2025/QH15. */
export const REFORM_ON = businessDate('2025-07-01');
export const LAST_DAY_BEFORE_REFORM = businessDate('2025-06-30');

/** What a unit born by the reform adds to its id: 00691 named another ward the day before. */
const SINCE_REFORM = '@2025-07';

export const formerProvinceId = (code: string) => `P${code}`;
export const provinceIdSinceReform = (code: string) => `P${code}${SINCE_REFORM}`;
export const formerCommuneId = (code: string) => `C${code}`;
export const communeId = (code: string) => `C${code}${SINCE_REFORM}`;

/** `D026`; without an official code the province's code and the name: `D30.huyen-kim-thanh`. */
export function formerDistrictId(
  district: { code: string | null; name: string },
  provinceCode: string,
): string {
  return `D${district.code ?? `${provinceCode}.${slugOf(district.name)}`}`;
}

/** `Huyện Kim Thành` → `huyen-kim-thanh`. */
function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
