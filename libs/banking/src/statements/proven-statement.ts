import { createHash } from 'node:crypto';
import { CodedError } from '@cho40/kernel';
import { fingerprintText } from '../domain/movement';
import { statementError } from '../domain/statement/errors';
import type { MappedLayout } from '../domain/statement/mapped';
import { readStatement, type StatementFile } from '../domain/statement/read-statement';
import { parseXml } from './parse-xml';
import { readCamt } from '../domain/statement/camt';
import { readMt940 } from '../domain/statement/mt940';
import type { Looked } from '../domain/statement/header';

/** A statement that proved itself, with what identifies each of its rows, in their order. */
export interface ProvenStatement {
  readonly statement: StatementFile;
  readonly fingerprints: readonly string[];
}

/** A file taken apart as far as its form goes. */
export type TakenApart =
  | {
      readonly kind: 'sheets';
      readonly sheets: readonly Looked[];
      /** What people have mapped by hand. */
      readonly mapped: readonly MappedLayout[];
    }
  | { readonly kind: 'mt940' | 'camt'; readonly text: string };

/** @throws a coded refusal of the whole file */
export function provenFile(file: TakenApart): ProvenStatement {
  if (file.kind === 'sheets') return fingerprinted(firstStatement(file.sheets, file.mapped));
  if (file.kind === 'mt940') return fingerprinted(readMt940(file.text));
  return fingerprinted(readCamt(parseXml(file.text)));
}

export function fingerprinted(statement: StatementFile): ProvenStatement {
  const fingerprints = statement.rows.map((row) => digest(fingerprintText(row)));
  return { statement, fingerprints };
}

/** The first sheet with a known header; the others may be a cover or a list of branches. */
function firstStatement(sheets: readonly Looked[], mapped: readonly MappedLayout[]): StatementFile {
  let refusal: unknown;
  for (const sheet of sheets) {
    try {
      return readStatement(sheet, mapped);
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
