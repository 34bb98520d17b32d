import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { normalContent } from './content';

export type Direction = 'in' | 'out';
/**
 * Where a movement may be seen: in a provider's feed, in what SePay answers when it is asked, in a
 * statement, in a file of notifications.
 */
export const SOURCES = [
  'sepay',
  'sepay-pull',
  'casso',
  'payos',
  'generic',
  'statement',
  'notification',
] as const;
export type Source = (typeof SOURCES)[number];

/** A movement of money as one source shows it. */
export interface Movement {
  readonly direction: Direction;
  readonly amount: Vnd;
  readonly bookedAt: Date;
  /** The Vietnamese day of `bookedAt`. */
  readonly bookedOn: BusinessDate;
  readonly content: string;
  readonly reference: string | null;
  readonly counterAccount: string | null;
  readonly counterName: string | null;
  readonly virtualAccount: string | null;
  readonly balanceAfter: number | null;
}

/** A movement seen on one of the board's accounts, with what makes the sighting the same sighting. */
export interface SeenMovement extends Movement {
  readonly accountId: Id;
  readonly source: Source;
  /** The feed's own id, or a statement row's fingerprint with its occurrence number. */
  readonly sourceId: string;
  /** Whether this sighting alone proves the money: a signed delivery and a statement do. */
  readonly confirms: boolean;
  readonly deliveryId: Id | null;
  readonly statementId: Id | null;
  readonly rowNumber: number | null;
}

/** What two showings of one id are compared by, beside their account. */
type Shown = Pick<Movement, 'direction' | 'amount' | 'content'>;

/**
 * What must be equal in two showings of one id. The moment and the bank's reference differ
 * legitimately between a webhook and the answer of the same provider.
 */
export const sameMovementText = ({ direction, amount, content }: Shown): string =>
  JSON.stringify([direction, amount, normalContent(content)]);

/** Whether two showings of one id are one movement: one of the texts may be cut, the money may not. */
export function isSameMovement(one: Shown, other: Shown): boolean {
  if (one.direction !== other.direction || one.amount !== other.amount) return false;
  const [short, long] = [normalContent(one.content), normalContent(other.content)].sort(
    (a, b) => a.length - b.length,
  );
  return (long ?? '').includes(short ?? '');
}

/**
 * The identity of a statement row but for its occurrence number: banks print the same date, amount
 * and text for different payments (24 % of one bank's lines), and references are not unique.
 */
export function fingerprintText(row: Movement): string {
  return JSON.stringify([
    row.bookedOn,
    row.direction,
    row.amount,
    normalContent(row.content),
    normalContent(row.reference ?? ''),
  ]);
}

/** Numbers equal texts in their order: the second of two equal rows is occurrence 2. */
export function occurrences(texts: readonly string[]): number[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const number = (seen.get(text) ?? 0) + 1;
    seen.set(text, number);
    return number;
  });
}
