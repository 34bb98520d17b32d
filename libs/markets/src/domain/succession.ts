import type { BusinessDate } from '@cho40/kernel';

/** One stall split into several, several merged into one, one relocated, or closed for good. */
export const SUCCESSION_KINDS = ['split', 'merge', 'relocate', 'close'] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

interface EndingStall {
  code: string;
  areaM2: number;
  validFrom: BusinessDate;
}

export interface Succession {
  kind: SuccessionKind;
  from: readonly EndingStall[];
  to: readonly { areaM2: number }[];
  /** The first day of the new stalls, and without the old ones. */
  beginsOn: BusinessDate;
}

export type SuccessionProblem =
  | { why: 'successionCounts'; facts: { kind: SuccessionKind; from: number; to: number } }
  | { why: 'successionInFuture'; facts: { today: BusinessDate } }
  | { why: 'successionBeforeStall'; facts: { code: string; from: BusinessDate } }
  | { why: 'partsBeyondWhole'; facts: { code: string; areaM2: number; partsM2: number } };

/**
 * What speaks against stalls coming after others; null: nothing. Parts are together no larger than
 * the stall they were (a new gangway may make them smaller); a merged stall may be larger than its
 * parts by the walls between them. Nobody knows yet what stands tomorrow.
 */
export function successionProblem(
  { kind, from, to, beginsOn }: Succession,
  today: BusinessDate,
): SuccessionProblem | null {
  if (!countsFit(kind, from.length, to.length))
    return { why: 'successionCounts', facts: { kind, from: from.length, to: to.length } };
  if (beginsOn > today) return { why: 'successionInFuture', facts: { today } };
  const late = from.find((stall) => stall.validFrom >= beginsOn);
  if (late)
    return { why: 'successionBeforeStall', facts: { code: late.code, from: late.validFrom } };
  const [whole] = from;
  const partsM2 = sumOfM2(to);
  if (kind !== 'split' || !whole || partsM2 <= whole.areaM2) return null;
  return { why: 'partsBeyondWhole', facts: { code: whole.code, areaM2: whole.areaM2, partsM2 } };
}

function countsFit(kind: SuccessionKind, from: number, to: number): boolean {
  if (kind === 'split') return from === 1 && to >= 2;
  if (kind === 'merge') return from >= 2 && to === 1;
  return kind === 'relocate' ? from === 1 && to === 1 : to === 0;
}

// Areas are kept in hundredths of a m²; so they are added.
const sumOfM2 = (stalls: readonly { areaM2: number }[]) =>
  stalls.reduce((sum, { areaM2 }) => sum + Math.round(areaM2 * 100), 0) / 100;
