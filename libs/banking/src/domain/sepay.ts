import { businessDateOf, instantOf, isBusinessDate, vnd, type Vnd } from '@cho40/kernel';
import { cleanText, normalContent } from './content';
import type { Direction, Movement } from './movement';

/** One SePay transaction. `accountNumber` is the bank account it was seen on. */
export interface SePayMovement extends Movement {
  readonly id: string;
  readonly gateway: string;
  readonly accountNumber: string;
}

export type SePayReading =
  | { readonly kind: 'movement'; readonly movement: SePayMovement }
  /** A test line or a line of zero đồng: accepted, nothing to book. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable'; readonly field: string };

class Unreadable extends Error {
  constructor(readonly field: string) {
    super(field);
  }
}

/** Reads a delivery's body (design/bank-feeds.md, SePay). Never throws, whatever the text. */
export function readSePay(body: string): SePayReading {
  try {
    const fields = objectOf(body);
    const id = idOf(fields['id']);
    const amount = amountOf(fields['transferAmount']);
    if (id === '0' || amount === 0) return { kind: 'nothing' };
    return { kind: 'movement', movement: { id, ...movementOf(fields, amount) } };
  } catch (fault) {
    if (fault instanceof Unreadable) return { kind: 'unreadable', field: fault.field };
    throw fault;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function objectOf(body: string): Fields {
  const parsed = parseJson(body);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new Unreadable('body');
  return parsed as Fields;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Unreadable('body');
  }
}

function movementOf(fields: Fields, amount: Vnd): Omit<SePayMovement, 'id'> {
  const bookedAt = instantOfText(fields['transactionDate']);
  return {
    direction: directionOf(fields['transferType']),
    amount,
    bookedAt,
    bookedOn: businessDateOf(bookedAt),
    accountNumber: accountNumberOf(fields['accountNumber']),
    gateway: textOf(fields['gateway'], 50) ?? '',
    content: contentOf(textOf(fields['content']) ?? '', textOf(fields['description']) ?? ''),
    reference: textOf(fields['referenceCode'], 100),
    counterAccount: null,
    counterName: null,
    virtualAccount: textOf(fields['subAccount'], 50),
    balanceAfter: balanceOf(fields['accumulated']),
  };
}

function textOf(value: unknown, limit?: number): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  return cleanText(value, limit) || null;
}

function idOf(value: unknown): string {
  const isId =
    typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value));
  const id = isId ? cleanText(String(value), 101) : '';
  if (id === '' || id.length > 100) throw new Unreadable('id');
  return id;
}

// Ten thousand billion đồng. More than any market turns over, and sums of such amounts stay safe
// integers, so that one absurd line cannot stop a board's totals from being read.
const LARGEST_AMOUNT = 10_000_000_000_000;

function amountOf(value: unknown): Vnd {
  const isDigits = typeof value === 'string' && /^\d{1,16}$/.test(value.trim());
  const amount = isDigits ? Number(value) : value;
  const isAmount = typeof amount === 'number' && Number.isSafeInteger(amount);
  if (!isAmount || amount < 0 || amount > LARGEST_AMOUNT) throw new Unreadable('transferAmount');
  return vnd(amount);
}

function balanceOf(value: unknown): number | null {
  const balance = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof balance === 'number' && Number.isSafeInteger(balance) ? balance : null;
}

function directionOf(value: unknown): Direction {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (word !== 'in' && word !== 'out') throw new Unreadable('transferType');
  return word;
}

function accountNumberOf(value: unknown): string {
  const number = (textOf(value) ?? '').replace(/[\s.-]/g, '').toUpperCase();
  if (!/^[A-Z0-9]{1,19}$/.test(number)) throw new Unreadable('accountNumber');
  return number;
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A wall clock time without a zone is Vietnam's. */
function instantOfText(value: unknown): Date {
  const [, day = '', time = '00:00', zone] =
    (typeof value === 'string' && INSTANT.exec(value.trim())) || [];
  const seconds = time.length === 5 ? `${time}:00` : time;
  const isTime = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(seconds);
  if (!isBusinessDate(day) || !isTime || day < '2000' || day > '2100')
    throw new Unreadable('transactionDate');
  const at = zone ? new Date(`${day}T${seconds}${zone}`) : instantOf(day, seconds);
  if (Number.isNaN(at.getTime())) throw new Unreadable('transactionDate');
  return at;
}

/**
 * `code` is not reliable, and at some banks only one of these two carries the whole text; a text
 * that repeats the other is not written twice.
 */
function contentOf(content: string, description: string): string {
  const extra = description.replace(/^BankAPINotify\s+/, '');
  const [one, two] = [normalContent(content), normalContent(extra)];
  if (one.includes(two)) return content;
  if (two.includes(one)) return extra;
  return cleanText(`${content} ${extra}`);
}
