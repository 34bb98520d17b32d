import { instantOf, isBusinessDate, vnd, type Vnd } from '@cho40/kernel';
import { cleanText } from '../content';
import type { Direction, Movement } from '../movement';

/** One transaction as a feed tells it. */
export interface FedMovement extends Movement {
  /** The feed's own id of it, which is never used for another. */
  readonly id: string;
  /** The bank as the feed names it: `Vietcombank`; empty where it does not. */
  readonly gateway: string;
  /** The bank account it was seen on; null where the feed is of one account. */
  readonly accountNumber: string | null;
}

/** What a delivery says. */
export type FeedReading =
  | {
      readonly kind: 'movements';
      readonly movements: readonly FedMovement[];
      /** The field for which a row beside these cannot be read; null where all were. */
      readonly unread: string | null;
    }
  /** A test, or lines of zero đồng: accepted, nothing to book. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable'; readonly field: string };

/** Thrown by the readers below, and caught by `readingOf` alone. */
export class Unreadable extends Error {
  constructor(readonly field: string) {
    super(field);
  }
}

export type Fields = Readonly<Record<string, unknown>>;

/** Reads one row; null where it is a test or moves nothing. */
type ReadRow = () => FedMovement | null;

/**
 * Reads a body by a provider's own readers of its rows; a field that cannot be read is named, not
 * thrown, and keeps no other row from being read.
 */
export function readingOf(
  body: string,
  rowsOf: (fields: Fields) => readonly ReadRow[],
): FeedReading {
  const rows = orField(() => rowsOf(objectOf(parseJson(body), 'body')));
  if (typeof rows === 'string') return { kind: 'unreadable', field: rows };
  const read = rows.map(orField);
  const movements = read.filter((each) => each !== null && typeof each !== 'string');
  const unread = read.find((each) => typeof each === 'string') ?? null;
  if (movements.length > 0) return { kind: 'movements', movements, unread };
  return unread === null ? { kind: 'nothing' } : { kind: 'unreadable', field: unread };
}

/** What was read, or the name of the field that could not be. */
function orField<T extends object | null>(read: () => T): T | string {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof Unreadable) return fault.field;
    throw fault;
  }
}

export function objectOf(value: unknown, field: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Unreadable(field);
  return Object.fromEntries(Object.entries(value));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Unreadable('body');
  }
}

export function textOf(value: unknown, limit?: number): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  return cleanText(value, limit) || null;
}

/** Each of these reads one named field of a delivery, or says that it cannot be read. */
export function idOf(fields: Fields, field = 'id'): string {
  const value = fields[field];
  const isId =
    typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value));
  const id = isId ? cleanText(String(value), 101) : '';
  if (id === '' || id.length > 100) throw new Unreadable(field);
  return id;
}

// Ten thousand billion đồng. More than any market turns over, and sums of such amounts stay safe
// integers, so that one absurd line cannot stop a board's totals from being read.
const LARGEST_AMOUNT = 10_000_000_000_000;

export function amountOf(fields: Fields, field: string): Vnd {
  const amount = signedAmountOf(fields, field);
  if (amount < 0) throw new Unreadable(field);
  return vnd(amount);
}

/** Below zero where the feed writes outgoing money so. */
export function signedAmountOf(fields: Fields, field: string): number {
  const value = fields[field];
  const isDigits = typeof value === 'string' && /^-?\d{1,16}$/.test(value.trim());
  const amount = isDigits ? Number(value) : value;
  const isAmount = typeof amount === 'number' && Number.isSafeInteger(amount);
  if (!isAmount || Math.abs(amount) > LARGEST_AMOUNT) throw new Unreadable(field);
  return amount;
}

export function balanceOf(value: unknown): number | null {
  const balance = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof balance === 'number' && Number.isSafeInteger(balance) ? balance : null;
}

export function directionOf(fields: Fields, field: string): Direction {
  const value = fields[field];
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (word !== 'in' && word !== 'out') throw new Unreadable(field);
  return word;
}

export function accountNumberOf(fields: Fields, field: string): string {
  const number = (textOf(fields[field]) ?? '').replace(/[\s.-]/g, '').toUpperCase();
  if (!/^[A-Z0-9]{1,19}$/.test(number)) throw new Unreadable(field);
  return number;
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A wall clock time without a zone is Vietnam's. */
export function instantOfField(fields: Fields, field: string): Date {
  const value = fields[field];
  const [, day = '', time = '00:00', zone] =
    (typeof value === 'string' && INSTANT.exec(value.trim())) || [];
  const seconds = time.length === 5 ? `${time}:00` : time;
  const isTime = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(seconds);
  if (!isBusinessDate(day) || !isTime || day < '2000' || day > '2100') throw new Unreadable(field);
  const at = zone ? new Date(`${day}T${seconds}${zone}`) : instantOf(day, seconds);
  if (Number.isNaN(at.getTime())) throw new Unreadable(field);
  return at;
}
