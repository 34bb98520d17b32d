import { randomFillSync } from 'node:crypto';
import { isId, invariant, type Id } from '@cho40/kernel';
import { v7 } from 'uuid';
import { systemClock } from './clock';

// Drawn for many ids at once: asked of the system for each, they took longer than all else of an id.
const RANDOM_BYTES = 16;
const pool = Buffer.alloc(RANDOM_BYTES * 512);
let drawnTo = pool.length;

// Within a millisecond ids are counted on from a random number of 31 bits, so that each comes after
// the one before it; the format has room for 32.
let msecs = 0;
let seq = 0;

/** A new UUIDv7: made by whoever creates the row, so that a retry writes the same row. */
export function newId(): Id {
  const random = randomBytes();
  const now = systemClock.now().getTime();
  seq = now > msecs ? random.readUInt32BE() >>> 1 : seq + 1;
  msecs = Math.max(now, msecs);
  return asId(v7({ random, msecs, seq }));
}

function randomBytes(): Buffer {
  if (drawnTo === pool.length) {
    randomFillSync(pool);
    drawnTo = 0;
  }
  drawnTo += RANDOM_BYTES;
  return pool.subarray(drawnTo - RANDOM_BYTES, drawnTo);
}

/** Takes text that must be an id already (a column, a checked parameter). */
export function asId(text: string): Id {
  invariant(isId(text), 'not an id', { text });
  return text;
}
