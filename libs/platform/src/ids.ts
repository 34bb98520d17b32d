import { isId, invariant, type Id } from '@cho40/kernel';
import { v7 } from 'uuid';

/** A new UUIDv7: made by whoever creates the row, so that a retry writes the same row. */
export function newId(): Id {
  return asId(v7());
}

/** Takes text that must be an id already (a column, a checked parameter). */
export function asId(text: string): Id {
  invariant(isId(text), 'not an id', { text });
  return text;
}
