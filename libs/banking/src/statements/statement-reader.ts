import { extname, join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { CodedError } from '@cho40/kernel';
import { platformError, sendSheets } from '@cho40/platform';
import type { MappedLayout } from '../domain/statement/mapped';
import type { StatementFile, StatementRow } from '../domain/statement/read-statement';
import type { ProvenStatement } from './proven-statement';
import type { ForThread, FromThread } from './statement-thread';

const THREAD = join(__dirname, `statement-thread${extname(__filename)}`);
const LIMITS = { memoryMb: 512, ms: 60_000 };

/** A spreadsheet whose rows are read beside the program, by what stands in it. */
export interface LargeSheets {
  readonly kind: 'xlsx' | 'csv';
  readonly bytes: Buffer;
  readonly rows: number;
  readonly mapped: readonly MappedLayout[];
}

/**
 * Makes a statement of a large file in a thread of its own: a hundred thousand rows take seconds, in
 * which the program answers others. Its sheets come from the thread that takes the file apart; only
 * the proven rows come here.
 * @throws a coded refusal of the whole file
 */
export async function provenSheets(file: LargeSheets): Promise<ProvenStatement> {
  const { port1: sender, port2: port } = new MessageChannel();
  return inThread({ kind: 'sheets', port, mapped: file.mapped }, async (answer) => {
    const sent = sendSheets(file.bytes, file.kind, sender, { rows: file.rows });
    // Whichever refuses first says why.
    await Promise.race([sent, answer]);
    return answer;
  });
}

/** As `provenSheets`, of a bank's message. */
export function provenText(file: { kind: 'mt940' | 'camt'; text: string }) {
  return inThread(file, (answer) => answer);
}

async function inThread(
  given: ForThread,
  work: (answer: Promise<ProvenStatement>) => Promise<ProvenStatement>,
): Promise<ProvenStatement> {
  const thread = new Worker(THREAD, {
    workerData: given,
    transferList: given.kind === 'sheets' ? [given.port] : [],
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMb, maxYoungGenerationSizeMb: 16 },
    // The program's own switches: tests load the sources by one.
    execArgv: process.execArgv,
  });
  const answer = answerOf(thread);
  // It ends unheard when the file is given up before.
  answer.catch(() => undefined);
  try {
    return await work(answer);
  } finally {
    void thread.terminate();
  }
}

function answerOf(thread: Worker): Promise<ProvenStatement> {
  const rows: StatementRow[] = [];
  const fingerprints: string[] = [];
  let said: Omit<StatementFile, 'rows'> | undefined;
  return new Promise<ProvenStatement>((resolve, reject) => {
    const giveUp = (why: 'time' | 'memory') => reject(platformError('fileUnreadable', { why }));
    const late = setTimeout(() => giveUp('time'), LIMITS.ms);
    thread.on('message', (message: FromThread) => {
      if (message.kind === 'refused')
        return reject(new CodedError(message.code, message.refusal, message.facts));
      if (message.kind === 'proven') said = message.statement;
      else {
        for (const row of message.rows) rows.push(row);
        for (const fingerprint of message.fingerprints) fingerprints.push(fingerprint);
        if (message.isLast && said) return resolve({ statement: { ...said, rows }, fingerprints });
      }
      thread.postMessage('more');
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
