import { extname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { CodedError } from '@cho40/kernel';
import { platformError, type Sheet } from '@cho40/platform';
import type { StatementRow } from '../domain/statement/read-statement';
import { type ProvenStatement, provenStatement } from './proven-statement';
import type { FromThread, ToThread } from './statement-thread';

const THREAD = join(__dirname, `statement-thread${extname(__filename)}`);
const LIMITS = { memoryMb: 512, ms: 60_000 };
// Fewer are read in less time than a thread takes to begin.
const SMALL_ROWS = 2_000;
const ROWS_IN_A_PART = 1_000;

/**
 * Makes a statement of a file's sheets. A hundred thousand rows take seconds: a large file is read
 * in a thread of its own, and the program answers others meanwhile.
 * @throws a coded refusal of the whole file
 */
export async function proven(sheets: readonly Sheet[]): Promise<ProvenStatement> {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows <= SMALL_ROWS) return provenStatement(sheets);
  const thread = new Worker(THREAD, {
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMb },
    // The program's own switches: tests load the sources by one.
    execArgv: process.execArgv,
  });
  try {
    const answer = answerOf(thread);
    await Promise.race([tell(thread, sheets), answer]);
    return await answer;
  } finally {
    void thread.terminate();
  }
}

async function tell(thread: Worker, sheets: readonly Sheet[]): Promise<void> {
  const say = (message: ToThread) => thread.postMessage(message);
  for (const { name, rows } of sheets) {
    say({ kind: 'sheet', name });
    for (let from = 0; from < rows.length; from += ROWS_IN_A_PART) {
      say({ kind: 'rows', rows: rows.slice(from, from + ROWS_IN_A_PART) });
      await nextTurn();
    }
  }
  say({ kind: 'end' });
}

function answerOf(thread: Worker): Promise<ProvenStatement> {
  const rows: StatementRow[] = [];
  const fingerprints: string[] = [];
  return new Promise<ProvenStatement>((resolve, reject) => {
    const giveUp = (why: 'time' | 'memory') => reject(platformError('fileUnreadable', { why }));
    const late = setTimeout(() => giveUp('time'), LIMITS.ms);
    thread.on('message', (message: FromThread) => {
      if (message.kind === 'rows') {
        rows.push(...message.rows);
        fingerprints.push(...message.fingerprints);
      } else if (message.kind === 'proven') {
        resolve({ statement: { ...message.statement, rows }, fingerprints });
      } else reject(new CodedError(message.code, message.refusal, message.facts));
    });
    thread.once('error', (fault) => (isOutOfMemory(fault) ? giveUp('memory') : reject(fault)));
    thread.once('exit', () => {
      clearTimeout(late);
      reject(new Error('the reading thread ended without an answer'));
    });
  });
}

const isOutOfMemory = (fault: Error) =>
  'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY';
