import type { BusinessDate } from '@cho40/kernel';
import type { StallState } from './stall';

/** A stall's state from a day on; the next one ends it. */
export interface StateSince {
  number: number;
  state: StallState;
  fromOn: BusinessDate;
}

export type StateChange =
  | { kind: 'unchanged' }
  | { kind: 'refused'; why: 'stateBeforeLast' | 'stateInFuture' }
  | { kind: 'accepted'; number: number };

/**
 * Whether a stall may be said to be in a state since a day. History only grows: a state begins on or
 * after the day of the last one, and not tomorrow, since nobody knows what will be.
 */
export function stateChange(
  last: StateSince,
  wanted: { state: StallState; fromOn: BusinessDate },
  today: BusinessDate,
): StateChange {
  if (wanted.state === last.state) return { kind: 'unchanged' };
  if (wanted.fromOn > today) return { kind: 'refused', why: 'stateInFuture' };
  if (wanted.fromOn < last.fromOn) return { kind: 'refused', why: 'stateBeforeLast' };
  return { kind: 'accepted', number: last.number + 1 };
}
