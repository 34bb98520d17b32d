import { addDays, daysBetween, type BusinessDate } from '@cho40/kernel';

/** How a meter counts. */
export interface Dial {
  /** With five it turns over from 99999 to 0. */
  readonly digits: number;
  /** kWh or m³ for one step. */
  readonly multiplier: number;
}

/** Where a meter stands before it is read again. */
export interface Standing {
  /** The day of the last reading; null: none since it was installed. */
  readonly readOn: BusinessDate | null;
  readonly installedOn: BusinessDate;
  /** What somebody last saw. */
  readonly knownValue: number;
  /** Up to where the dial is charged; above what was seen after an estimate. */
  readonly chargedTo: number;
}

export interface Seen {
  readonly value: number;
  readonly hasRolledOver: boolean;
}

/** What a reading adds. */
export interface Counted {
  readonly kind: 'counted';
  readonly value: number;
  readonly usage: number;
  readonly chargedTo: number;
  readonly knownValue: number;
  readonly hasRolledOver: boolean;
}

export type Reckoned = Counted | { readonly kind: 'belowLast' | 'beyondDial' | 'notRolledOver' };

/**
 * What was used since the last reading. A dial below what was seen before has turned over, which
 * whoever reads it must say; unsaid it is a slip. Where an estimate was too high nothing is added
 * until the dial has passed it.
 */
export function reckon(dial: Dial, before: Standing, { value, hasRolledOver }: Seen): Reckoned {
  const round = 10 ** dial.digits;
  if (value >= round) return { kind: 'beyondDial' };
  if (!hasRolledOver && value < before.knownValue) return { kind: 'belowLast' };
  // Between two readings it turns over once, and shows less than before.
  if (hasRolledOver && value >= before.knownValue) return { kind: 'notRolledOver' };
  const advance = Math.max(0, (hasRolledOver ? value + round : value) - before.chargedTo);
  return {
    kind: 'counted',
    value,
    usage: hundredths(advance * dial.multiplier),
    chargedTo: hasRolledOver ? value : Math.max(value, before.chargedTo),
    knownValue: value,
    hasRolledOver,
  };
}

/** What a meter that nobody could read is charged: its average for these days, in whole steps. */
export function estimate(dial: Dial, before: Standing, expected: number): Counted {
  const steps = Math.round(expected / dial.multiplier);
  const round = 10 ** dial.digits;
  const reached = before.chargedTo + steps;
  const hasRolledOver = reached >= round;
  const value = hundredths(hasRolledOver ? reached - round : reached);
  return {
    kind: 'counted',
    value,
    usage: hundredths(steps * dial.multiplier),
    chargedTo: value,
    knownValue: hasRolledOver ? 0 : before.knownValue,
    hasRolledOver,
  };
}

/** The first day that the next reading counts. */
export function serviceFrom({ readOn, installedOn }: Standing): BusinessDate {
  return readOn === null ? installedOn : addDays(readOn, 1);
}

/** What a meter used lately; of at most the last six readings. */
export interface Lately {
  readonly usage: number;
  readonly days: number;
}

/** What a meter would use in some days if it went on as lately; null: nothing is known of it. */
export function expectedUsage({ usage, days }: Lately, from: BusinessDate, to: BusinessDate) {
  return days === 0 ? null : hundredths((usage / days) * (daysBetween(from, to) + 1));
}

/**
 * Whether a usage lies beyond ±150 % of what was expected: more than 2.5 times as much or, as a
 * meter cannot use less than nothing, less than 1/2.5 of it.
 */
export function isFarOff(usage: number, expected: number | null): boolean {
  if (expected === null || expected === 0) return false;
  return usage > expected * 2.5 || usage * 2.5 < expected;
}

const hundredths = (quantity: number) => Math.round(quantity * 100) / 100;
