// The program of the thread that reads large statements: sheets or a text in, proven rows out.
import { parentPort } from 'node:worker_threads';
import { CodedError, type Facts, type RefusalKind } from '@cho40/kernel';
import type { StatementFile, StatementRow } from '../domain/statement/read-statement';
import type { MappedLayout } from '../domain/statement/mapped';
import type { SheetRow } from '../domain/statement/sheet';
import { provenFile, type ProvenStatement, type TakenApart } from './proven-statement';

/** What the thread is told: whole sheets in parts, or a text. */
export type ToThread =
  | { readonly kind: 'mt940' | 'camt'; readonly text: string }
  | { readonly kind: 'sheet'; readonly name: string }
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'end'; readonly mapped: readonly MappedLayout[] };

/** What it says: the proven rows in parts and then the rest, or why it refuses the file. */
export type FromThread =
  | {
      readonly kind: 'rows';
      readonly rows: readonly StatementRow[];
      readonly fingerprints: readonly string[];
    }
  | { readonly kind: 'proven'; readonly statement: Omit<StatementFile, 'rows'> }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly refusal: RefusalKind;
      readonly facts: Facts;
    };

// So many rows are copied from thread to thread at once; others are answered in between.
const ROWS_IN_A_PART = 1_000;

const sheets: { name: string; rows: SheetRow[] }[] = [];
const say = (message: FromThread) => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'sheet') sheets.push({ name: message.name, rows: [] });
  else if (message.kind === 'rows') sheets.at(-1)?.rows.push(...message.rows);
  else if (message.kind === 'end') answer({ kind: 'sheets', sheets, mapped: message.mapped });
  else answer(message);
});

function answer(file: TakenApart): void {
  try {
    sayProven(provenFile(file));
  } catch (fault) {
    if (!(fault instanceof CodedError)) throw fault;
    const { code, kind: refusal, facts } = fault;
    say({ kind: 'refused', code, refusal, facts });
  }
}

function sayProven({ statement: { rows, ...statement }, fingerprints }: ProvenStatement): void {
  for (let from = 0; from < rows.length; from += ROWS_IN_A_PART) {
    const to = from + ROWS_IN_A_PART;
    say({ kind: 'rows', rows: rows.slice(from, to), fingerprints: fingerprints.slice(from, to) });
  }
  say({ kind: 'proven', statement });
}
