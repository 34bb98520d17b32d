import type { Id } from '@cho40/kernel';
import { occurrences, type SeenMovement } from '../domain/movement';
import type { ProvenStatement } from './proven-statement';

/**
 * A statement's rows as sightings: each is identified by its fingerprint and by which of several
 * equal rows it is, so that the same row of an overlapping file is the same sighting. A file that
 * proves nothing confirms nothing.
 */
export function seenRows(
  { statement: { rows, opening }, fingerprints }: ProvenStatement,
  { accountId, statementId }: { accountId: Id; statementId: Id },
): SeenMovement[] {
  const numbers = occurrences(fingerprints);
  const isStatement = opening !== null;
  return rows.map((row, at) => ({
    ...row,
    accountId,
    source: isStatement ? 'statement' : 'notification',
    sourceId: `${fingerprints[at]}#${numbers[at]}`,
    confirms: isStatement,
    deliveryId: null,
    statementId,
  }));
}
