// The program of the thread that reads large statements: sheets or a text in, proven rows out.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { CodedError, type Facts, type RefusalKind } from '@cho40/kernel';
import type { SheetPart } from '@cho40/platform';
import type { StatementFile, StatementRow } from '../domain/statement/read-statement';
import type { MappedLayout } from '../domain/statement/mapped';
import type { SheetRow } from '../domain/statement/sheet';
import { provenFile, type ProvenStatement, type TakenApart } from './proven-statement';

/** What the thread is given: a text, or the port by which sheets come. */
export type ForThread =
  | { readonly kind: 'mt940' | 'camt'; readonly text: string }
  | {
      readonly kind: 'sheets';
      readonly port: MessagePort;
      readonly mapped: readonly MappedLayout[];
    };

/** What it says: what stands above the rows, then the rows in parts; or why it refuses the file. */
export type FromThread =
  | { readonly kind: 'proven'; readonly statement: Omit<StatementFile, 'rows'> }
  | {
      readonly kind: 'rows';
      readonly rows: readonly StatementRow[];
      readonly fingerprints: readonly string[];
      readonly isLast: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly refusal: RefusalKind;
      readonly facts: Facts;
    };

// So many rows are copied from thread to thread at once; others are answered in between.
const ROWS_IN_A_PART = 1_000;

const say = (message: FromThread) => parentPort?.postMessage(message);
const given: ForThread = workerData;
if (given.kind === 'sheets') gather(given.port, given.mapped);
else answer(given);

function gather(port: MessagePort, mapped: readonly MappedLayout[]): void {
  const sheets: { name: string; rows: SheetRow[] }[] = [];
  port.on('message', (part: SheetPart) => {
    if (part.kind === 'sheet') sheets.push({ name: part.name, rows: [] });
    else if (part.kind === 'rows')
      for (const [number, cells] of part.rows) sheets.at(-1)?.rows.push({ number, cells });
    else {
      port.close();
      answer({ kind: 'sheets', sheets, mapped });
    }
  });
}

function answer(file: TakenApart): void {
  try {
    tell(provenFile(file));
  } catch (fault) {
    if (!(fault instanceof CodedError)) throw fault;
    const { code, kind: refusal, facts } = fault;
    say({ kind: 'refused', code, refusal, facts });
  }
}

/** A part at a time, as it is asked for: what nobody took yet is not held twice. */
function tell({ statement: { rows, ...statement }, fingerprints }: ProvenStatement): void {
  let from = 0;
  parentPort?.on('message', () => {
    const to = from + ROWS_IN_A_PART;
    const part = { rows: rows.slice(from, to), fingerprints: fingerprints.slice(from, to) };
    say({ kind: 'rows', ...part, isLast: to >= rows.length });
    from = to;
  });
  say({ kind: 'proven', statement });
}
