import type { BodyOf, InputOf } from '../../api/reading';

export type Stall = BodyOf<'/api/v1/stalls/{id}'>;
export type StallBody = InputOf<'/api/v1/markets/{id}/stalls'>;

/** The fields of a stall's form; a select speaks text, an empty number field too. */
export interface StallValues {
  code: string;
  zoneId: string | null;
  areaM2: number | string;
  lengthM: number | string;
  widthM: number | string;
  openSides: string;
  isCorner: boolean;
  rowGrade: string | null;
  isRoofed: boolean;
  goodsGroup: string;
  otherGoods: string;
  smallAreaReason: string;
  state: NonNullable<StallBody['state']>;
}

export function valuesOf(stall: Stall | undefined): StallValues {
  return {
    code: stall?.code ?? '',
    zoneId: stall?.zoneId ?? null,
    areaM2: stall?.areaM2 ?? 4,
    lengthM: stall?.lengthM ?? '',
    widthM: stall?.widthM ?? '',
    openSides: String(stall?.openSides ?? 1),
    isCorner: stall?.isCorner ?? false,
    rowGrade: stall?.rowGrade ? String(stall.rowGrade) : null,
    isRoofed: stall?.isRoofed ?? true,
    goodsGroup: stall?.goodsGroup ?? '',
    otherGoods: stall?.otherGoodsGroups.join(', ') ?? '',
    smallAreaReason: stall?.smallAreaReason ?? '',
    state: stall?.state ?? 'trading',
  };
}

const numberOrNull = (value: number | string | null) =>
  value === '' || value === null ? null : Number(value);

/** What the api takes of a stall, but for its first state. */
export function bodyOf(values: StallValues): Omit<StallBody, 'id' | 'state'> {
  const { code, zoneId, isCorner, isRoofed, goodsGroup } = values;
  return {
    code,
    zoneId: zoneId ?? '',
    areaM2: Number(values.areaM2),
    lengthM: numberOrNull(values.lengthM),
    widthM: numberOrNull(values.widthM),
    openSides: Number(values.openSides),
    isCorner,
    rowGrade: numberOrNull(values.rowGrade),
    isRoofed,
    goodsGroup,
    otherGoodsGroups: values.otherGoods
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    smallAreaReason: values.smallAreaReason.trim() || null,
  };
}
