import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Clock, Paper } from '@cho40/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock';
import { platformError } from '../errors';
import type { PrintMessage, PrintOrder } from './paper-thread';

const THREAD = join(__dirname, `paper-thread${extname(__filename)}`);
const MOST_PAPERS = 5_000;
const LIMITS = { memoryMb: 512, ms: 120_000 };
// A thread takes a processor for itself: the smallest machine has two.
const THREADS = 1;

/** Prints papers as PDF, beside the program: a thousand bills would hold it for seconds. */
@Injectable()
export class Papers {
  private free = THREADS;
  private readonly waiting: (() => void)[] = [];

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * One file with all papers in order; the same papers at the same instant give the same bytes.
   * @param onPrinted is told every 50 papers how many are done
   * @throws platform.printTooLarge when there are too many, or they ask for too much time or memory
   */
  async print(papers: readonly Paper[], onPrinted?: (count: number) => void): Promise<Buffer> {
    if (papers.length > MOST_PAPERS) throw platformError('printTooLarge', { limit: MOST_PAPERS });
    await this.turn();
    try {
      return await inThread({ papers, printedAt: this.clock.now() }, onPrinted);
    } finally {
      this.giveTurn();
    }
  }

  private async turn(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private giveTurn(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}

function inThread(order: PrintOrder, onPrinted?: (count: number) => void): Promise<Buffer> {
  const worker = new Worker(THREAD, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMb },
    // The program's own switches: tests load the sources by one.
    execArgv: process.execArgv,
  });
  return new Promise<Buffer>((resolve, reject) => {
    const tooLarge = () => platformError('printTooLarge', { limit: MOST_PAPERS });
    const late = setTimeout(() => reject(tooLarge()), LIMITS.ms);
    worker.on('message', (message: PrintMessage) => {
      if (message.kind === 'printed') onPrinted?.(message.count);
      else resolve(Buffer.from(message.file));
    });
    worker.once('error', (error) => reject(isOutOfMemory(error) ? tooLarge() : error));
    worker.once('exit', () => {
      clearTimeout(late);
      reject(new Error('the printing thread ended without a file'));
    });
  }).finally(() => void worker.terminate());
}

const isOutOfMemory = (error: Error) =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
