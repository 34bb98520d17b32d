import type { InputOf } from '../../api/reading';
import type { Stall } from './stall-values';

type Body = InputOf<'/api/v1/markets/{id}/stall-successions'>;
export type Kind = Body['kind'];

export interface Part {
  code: string;
  zoneId: string;
  areaM2: number | string;
  smallAreaReason: string;
}

export interface SucceedValues {
  others: string[];
  parts: Part[];
  beginsOn: string;
  reason: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A new stall of a split: the old code with the next letter behind it. */
export const partOf = (stall: Stall, at: number, areaM2: number | string): Part => ({
  code: `${stall.code}${LETTERS[at] ?? ''}`,
  zoneId: stall.zoneId,
  areaM2,
  smallAreaReason: '',
});

export function valuesOf(stall: Stall, kind: Kind, beginsOn: string): SucceedValues {
  return { others: [], parts: partsOf(stall, kind), beginsOn, reason: '' };
}

function partsOf(stall: Stall, kind: Kind): Part[] {
  if (kind === 'close') return [];
  if (kind !== 'split') return [{ ...partOf(stall, 0, stall.areaM2), code: '' }];
  const halves = Math.floor(stall.areaM2 * 50) / 100;
  return [partOf(stall, 0, halves), partOf(stall, 1, halves)];
}

/** The new stalls are in all else as the one that was opened. */
export function bodyOf(stall: Stall, kind: Kind, values: SucceedValues): Omit<Body, 'id'> {
  const { openSides, isCorner, rowGrade, isRoofed, goodsGroup, otherGoodsGroups } = stall;
  const same = { openSides, isCorner, rowGrade, isRoofed, goodsGroup, otherGoodsGroups };
  return {
    kind,
    fromIds: [stall.id, ...values.others],
    to: values.parts.map(({ code, zoneId, areaM2, smallAreaReason }) => ({
      ...same,
      code,
      zoneId,
      areaM2: Number(areaM2),
      smallAreaReason: smallAreaReason.trim() || null,
      state: 'vacant',
    })),
    beginsOn: values.beginsOn,
    reason: values.reason,
  };
}
