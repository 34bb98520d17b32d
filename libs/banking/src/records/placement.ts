import { createHash } from 'node:crypto';
import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { newId } from '@cho40/platform';
import { normalContent } from '../domain/content';
import { linkRows, type Linkable } from '../domain/link';
import {
  type Direction,
  isSameMovement,
  sameMovementText,
  type SeenMovement,
} from '../domain/movement';
import { restatedRows } from '../domain/restated';
import { bankingError } from '../errors';

/** A sighting that stands, under the identity one of the rows has. */
export interface KnownSighting {
  /** Of the other of SePay's two sources, under the same id. */
  readonly isTwin: boolean;
  readonly sightingId: Id;
  readonly recordId: Id;
  readonly contentHash: Buffer;
  readonly isConfirmed: boolean;
  /** What its record says. */
  readonly direction: Direction;
  readonly amount: Vnd;
  readonly content: string;
}

/** A record that no sighting of the rows' source belongs to yet. */
export interface FreeRecord {
  readonly id: Id;
  readonly accountId: Id;
  readonly direction: string;
  readonly amount: number;
  readonly bookedOn: BusinessDate;
  readonly content: string;
}

/** What a seen movement turns out to be. */
export type Placement = { readonly row: SeenMovement } & (
  | { readonly kind: 'new'; readonly recordId: Id }
  /** Shown before by another source. */
  | { readonly kind: 'linked'; readonly recordId: Id }
  /** Shown before by this source. */
  | { readonly kind: 'known'; readonly recordId: Id | null }
  /** Shown before, and proven only now. */
  | { readonly kind: 'proof'; readonly recordId: Id; readonly sightingId: Id }
  /** The same id with other content: waits for a person. */
  | { readonly kind: 'conflict'; readonly recordId: Id }
  /** Fits several records: waits for a person. */
  | { readonly kind: 'twoFit'; readonly candidates: readonly string[] }
);

export const keyOf = (row: Pick<SeenMovement, 'accountId' | 'source' | 'sourceId'>) =>
  `${row.accountId} ${row.source} ${row.sourceId}`;

/** A row of a file is identified by its content, so that its fingerprint is the content's hash. */
const isOfFile = ({ source }: SeenMovement) => source === 'statement' || source === 'notification';
const FINGERPRINT_DIGITS = 64;

export const contentHashOf = (row: SeenMovement) =>
  isOfFile(row)
    ? Buffer.from(row.sourceId.slice(0, FINGERPRINT_DIGITS), 'hex')
    : createHash('sha256').update(sameMovementText(row)).digest();

/** Places a row whose identity was seen before; undefined when it is fresh. */
export function placeKnown(
  row: SeenMovement,
  known: ReadonlyMap<string, KnownSighting>,
  askedAbout: ReadonlySet<string>,
): Placement | undefined {
  // A first statement may have 200,000 rows, whose keys nobody asks for.
  if (known.size === 0 && askedAbout.size === 0) return undefined;
  const key = keyOf(row);
  if (askedAbout.has(key)) return { kind: 'known', row, recordId: null };
  const sighting = known.get(key);
  if (!sighting) return undefined;
  const { recordId, sightingId } = sighting;
  const isSame = sighting.contentHash.equals(contentHashOf(row)) || isSameMovement(row, sighting);
  if (!isOfFile(row) && !isSame) return { kind: 'conflict', row, recordId };
  if (sighting.isTwin) return { kind: 'linked', row, recordId };
  return row.confirms && !sighting.isConfirmed
    ? { kind: 'proof', row, recordId, sightingId }
    : { kind: 'known', row, recordId };
}

/** A record the rows' source has shown, under the day and the identity it gave it. */
export type ShownRecord = FreeRecord & { readonly sourceId: string };

/**
 * Fresh rows of a statement that an earlier one has shown in other words, with its record. `all` are
 * the statement's rows: what one of them repeats word for word is that one's.
 * @throws statementUnlike where nobody can say which of them that would be
 */
export function placeRestated(
  rows: readonly SeenMovement[],
  all: readonly SeenMovement[],
  shown: readonly ShownRecord[],
): Map<string, Id> {
  if (shown.length === 0 || rows[0]?.source !== 'statement') return new Map();
  const repeated = new Set(all.map(({ sourceId }) => sourceId));
  const { known, unlike } = restatedRows(
    rows.map((row) => linkable(row, keyOf(row))),
    shown
      .filter(({ sourceId }) => !repeated.has(sourceId))
      .map((record) => linkable(record, record.id)),
  );
  const [first] = unlike;
  const row = rows.find((one) => keyOf(one) === first);
  if (row) throw bankingError('statementUnlike', { row: row.rowNumber, amountVnd: row.amount });
  const recordIds = new Map(shown.map(({ id }) => [String(id), id]));
  return new Map(
    [...known].flatMap(([key, id]) => {
      const recordId = recordIds.get(id);
      return recordId ? [[key, recordId]] : [];
    }),
  );
}

/** Places fresh rows of one kind of source among the records it has not shown yet. */
export function placeFresh(
  rows: readonly SeenMovement[],
  free: readonly FreeRecord[],
): Placement[] {
  // Nothing to link with: a first statement may have 200,000 rows.
  if (free.length === 0) return rows.map(fresh);
  // A row is named by its place: its key is long, and a file may have 200,000 of them.
  const { linked, asked } = linkRows(
    rows.map((row, at) => linkable(row, String(at))),
    free.map((record) => linkable(record, record.id)),
  );
  const recordIds = new Map(free.map(({ id }) => [String(id), id]));
  return rows.map((row, at) => {
    const candidates = asked.get(String(at));
    if (candidates) return { kind: 'twoFit', row, candidates };
    const recordId = recordIds.get(linked.get(String(at)) ?? '');
    return recordId ? { kind: 'linked', row, recordId } : fresh(row);
  });
}

const fresh = (row: SeenMovement): Placement => ({ kind: 'new', row, recordId: newId() });

function linkable(one: Omit<Linkable, 'id'>, id: string): Linkable {
  const { accountId, direction, amount, bookedOn, content } = one;
  return { id, accountId, direction, amount, bookedOn, content: normalContent(content) };
}
