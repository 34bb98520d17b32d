import {
  addDays,
  firstDayOf,
  lastDayOf,
  type BusinessDate,
  type Id,
  type Month,
} from '@cho40/kernel';
import {
  reckon,
  serviceFrom,
  type Counted,
  type Dial,
  type Seen,
  type Standing,
} from './meter-usage';

/** A meter as it stands before the sheet is filled in. */
export interface MeterToRead extends Dial, Standing {
  readonly meterId: Id;
  readonly code: string;
  readonly removedOn: BusinessDate | null;
}

/** A line of a sheet as somebody typed it. */
export interface TypedReading extends Seen {
  readonly meterId: Id;
}

/** What a line comes to. */
export interface ReckonedReading extends Counted {
  readonly meterId: Id;
  readonly readOn: BusinessDate;
  readonly serviceFrom: BusinessDate;
}

export type ReadingRefusal =
  | 'meterMissing'
  | 'meterNotThere'
  | 'readingBeforeLast'
  | 'readingBelowLast'
  | 'readingBeyondDial'
  | 'readingNotRolledOver';

/** A sheet is kept whole, or the first thing that is wrong with it is told of all it is wrong with. */
export type ReckonedSheet =
  | { readonly kind: 'reckoned'; readonly readings: ReckonedReading[] }
  | { readonly kind: 'refused'; readonly why: ReadingRefusal; readonly codes: readonly string[] };

const REFUSAL_OF = {
  belowLast: 'readingBelowLast',
  beyondDial: 'readingBeyondDial',
  notRolledOver: 'readingNotRolledOver',
} as const;

/** What a sheet's lines add to their meters. */
export function reckonSheet(
  meters: readonly MeterToRead[],
  typed: readonly TypedReading[],
  readOn: BusinessDate,
): ReckonedSheet {
  const byId = new Map(meters.map((meter) => [meter.meterId, meter]));
  const readings: ReckonedReading[] = [];
  const refused: { why: ReadingRefusal; code: string }[] = [];
  for (const line of typed) {
    const meter = byId.get(line.meterId);
    const outcome = meter ? reckonLine(meter, line, readOn) : 'meterMissing';
    if (typeof outcome === 'string')
      refused.push({ why: outcome, code: meter?.code ?? line.meterId });
    else readings.push(outcome);
  }
  const [first] = refused;
  if (!first) return { kind: 'reckoned', readings };
  const codes = refused.filter(({ why }) => why === first.why).map(({ code }) => code);
  return { kind: 'refused', why: first.why, codes };
}

function reckonLine(
  meter: MeterToRead,
  { value, hasRolledOver }: TypedReading,
  readOn: BusinessDate,
): ReckonedReading | ReadingRefusal {
  const { meterId, removedOn, installedOn } = meter;
  if (readOn < installedOn || (removedOn !== null && removedOn < readOn)) return 'meterNotThere';
  const from = serviceFrom(meter);
  if (readOn < from) return 'readingBeforeLast';
  const counted = reckon(meter, meter, { value, hasRolledOver });
  if (counted.kind !== 'counted') return REFUSAL_OF[counted.kind];
  return { ...counted, meterId, readOn, serviceFrom: from };
}

/** How long after its month a sheet may still be filled in, in days. */
const LATE_DAYS = 15;

/** The days on which the meters of a month are read: in it, or somewhat late. */
export function readingDays(month: Month): { from: BusinessDate; to: BusinessDate } {
  return { from: firstDayOf(month), to: addDays(lastDayOf(month), LATE_DAYS) };
}

/** A meter of a sheet with what it counted in the month; null: it is not read yet. */
export interface CountedMeter {
  readonly meterId: Id;
  readonly measures: 'stall' | 'zone' | 'market';
  readonly zoneId: Id | null;
  readonly monthUsage: number | null;
}

/**
 * What a zone's or a market's own meter counted beyond the meters of the stalls behind it; null
 * while one of these is unread. `parentOf` gives the zone above a zone.
 */
export function lossOf(
  main: CountedMeter,
  meters: readonly CountedMeter[],
  parentOf: ReadonlyMap<Id, Id | null>,
): number | null {
  const behind = meters.filter(
    ({ measures, zoneId }) =>
      measures === 'stall' &&
      (main.measures === 'market' || isInZone(zoneId, main.zoneId, parentOf)),
  );
  if (main.monthUsage === null || behind.length === 0) return null;
  let loss = main.monthUsage;
  for (const { monthUsage } of behind) {
    if (monthUsage === null) return null;
    loss -= monthUsage;
  }
  return Math.round(loss * 100) / 100;
}

function isInZone(
  zoneId: Id | null,
  wanted: Id | null,
  parentOf: ReadonlyMap<Id, Id | null>,
): boolean {
  if (zoneId === null) return false;
  return zoneId === wanted || isInZone(parentOf.get(zoneId) ?? null, wanted, parentOf);
}
