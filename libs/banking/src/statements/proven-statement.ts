import { createHash } from 'node:crypto';
import { CodedError } from '@cho40/kernel';
import { fingerprintText } from '../domain/movement';
import { statementError } from '../domain/statement/errors';
import { readStatement, type StatementFile } from '../domain/statement/read-statement';
import type { Looked } from '../domain/statement/header';

/** A statement that proved itself, with what identifies each of its rows, in their order. */
export interface ProvenStatement {
  readonly statement: StatementFile;
  readonly fingerprints: readonly string[];
}

/**
 * The first sheet with a known header; the others may be a cover or a list of branches.
 * @throws a coded refusal of the whole file
 */
export function provenStatement(sheets: readonly Looked[]): ProvenStatement {
  return fingerprinted(firstStatement(sheets));
}

export function fingerprinted(statement: StatementFile): ProvenStatement {
  const fingerprints = statement.rows.map((row) => digest(fingerprintText(row)));
  return { statement, fingerprints };
}

function firstStatement(sheets: readonly Looked[]): StatementFile {
  let refusal: unknown;
  for (const sheet of sheets) {
    try {
      return readStatement(sheet);
    } catch (fault) {
      if (!isUnknownLayout(fault)) throw fault;
      refusal ??= fault;
    }
  }
  throw refusal ?? statementError('statementLayoutUnknown', { banks: '' });
}

function isUnknownLayout(fault: unknown): boolean {
  return fault instanceof CodedError && fault.code === 'banking.statementLayoutUnknown';
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
