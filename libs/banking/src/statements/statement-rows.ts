import { createHash } from 'node:crypto';
import type { Id } from '@cho40/kernel';
import { fingerprintText, occurrences, type SeenMovement } from '../domain/movement';
import type { StatementFile } from '../domain/statement/read-statement';

/**
 * A statement's rows as sightings: each is identified by its fingerprint and by which of several
 * equal rows it is, so that the same row of an overlapping file is the same sighting.
 */
export function seenRows(
  { rows }: Pick<StatementFile, 'rows'>,
  { accountId, statementId }: { accountId: Id; statementId: Id },
): SeenMovement[] {
  const fingerprints = rows.map((row) => digest(fingerprintText(row)));
  const numbers = occurrences(fingerprints);
  return rows.map((row, at) => ({
    ...row,
    accountId,
    source: 'statement',
    sourceId: `${fingerprints[at]}#${numbers[at]}`,
    confirms: true,
    deliveryId: null,
    statementId,
  }));
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
