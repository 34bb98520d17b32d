// The program of the thread that prints: papers in, one PDF out.
import { parentPort, workerData } from 'node:worker_threads';
import type { Paper } from '@cho40/kernel';
import { typeset } from './typeset';

/** What the thread is given, and what it says. */
export interface PrintOrder {
  readonly papers: readonly Paper[];
  readonly printedAt: Date;
}
export type PrintMessage =
  | { readonly kind: 'printed'; readonly count: number }
  | { readonly kind: 'done'; readonly file: Uint8Array };

const order: PrintOrder = workerData;
const say = (message: PrintMessage) => parentPort?.postMessage(message);

void typeset(order.papers, order.printedAt, (count) => {
  if (count % 50 === 0) say({ kind: 'printed', count });
}).then((file) => say({ kind: 'done', file }));
