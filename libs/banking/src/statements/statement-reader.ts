import { extname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { CodedError } from '@cho40/kernel';
import { platformError } from '@cho40/platform';
import type { StatementRow } from '../domain/statement/read-statement';
import { provenFile, type ProvenStatement, type TakenApart } from './proven-statement';
import type { FromThread, ToThread } from './statement-thread';

const THREAD = join(__dirname, `statement-thread${extname(__filename)}`);
const LIMITS = { memoryMb: 512, ms: 60_000 };
// Fewer are read in less time than a thread takes to begin.
const SMALL_ROWS = 2_000;
const SMALL_TEXT = 500_000;
const ROWS_IN_A_PART = 1_000;

/**
 * Makes a statement of a file that was taken apart. A hundred thousand rows take seconds: a large
 * file is read in a thread of its own, and the program answers others meanwhile.
 * @throws a coded refusal of the whole file
 */
export async function proven(file: TakenApart): Promise<ProvenStatement> {
  if (isSmall(file)) return provenFile(file);
  const thread = new Worker(THREAD, {
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMb },
    // The program's own switches: tests load the sources by one.
    execArgv: process.execArgv,
  });
  try {
    const answer = answerOf(thread);
    await Promise.race([tell(thread, file), answer]);
    return await answer;
  } finally {
    void thread.terminate();
  }
}

function isSmall(file: TakenApart): boolean {
  if (file.kind !== 'sheets') return file.text.length <= SMALL_TEXT;
  return file.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0) <= SMALL_ROWS;
}

async function tell(thread: Worker, file: TakenApart): Promise<void> {
  const say = (message: ToThread) => thread.postMessage(message);
  if (file.kind !== 'sheets') return say(file);
  for (const { name, rows } of file.sheets) {
    say({ kind: 'sheet', name });
    for (let from = 0; from < rows.length; from += ROWS_IN_A_PART) {
      say({ kind: 'rows', rows: rows.slice(from, from + ROWS_IN_A_PART) });
      await nextTurn();
    }
  }
  say({ kind: 'end', mapped: file.mapped });
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
