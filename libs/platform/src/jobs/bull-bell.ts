import { setTimeout as pause } from 'node:timers/promises';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bull';
import type { Bell } from './bell';

export const BELL_QUEUE = 'bell';
const RING_MS = 250;
const CLOSE_MS = 1_000;

/**
 * The bell of many processes. Its Bull jobs are empty: what there is to do stands in the job table.
 * Redis may be away: `add` would then wait for ever, so nobody waits for it.
 */
export class BullBell implements Bell, BeforeApplicationShutdown {
  private readonly logger = new Logger('bell');
  private isRinging = false;
  private shouldRingAgain = false;
  private isHeard = true;

  constructor(private readonly queue: Queue) {
    // Two habits that do not suit a Redis that is away at the end: Bull names its connection and
    // leaves the failure to nobody, and @nestjs/bull waits for a close that never comes.
    Object.assign(queue, {
      setWorkerName: () => Promise.resolve(),
      onApplicationShutdown: () => undefined,
    });
    queue.on('error', () => this.heard(false));
    queue.isReady().catch(() => this.heard(false));
  }

  ring(): void {
    this.shouldRingAgain = true;
    if (!this.isRinging) void this.ringOn();
  }

  listen(wake: () => void): () => void {
    let isListening = true;
    this.queue
      .process(async () => {
        if (isListening) wake();
      })
      .catch(() => this.heard(false));
    return () => {
      isListening = false;
    };
  }

  /** Bull waits for Redis for ever, also when it is to end: it is cut off then. */
  async beforeApplicationShutdown(): Promise<void> {
    const closed = this.queue.close().catch(() => undefined);
    await Promise.race([closed, pause(CLOSE_MS)]);
    for (const client of this.queue.clients) client.disconnect();
  }

  /** At most one ring is under way; the ones that come meanwhile become one more. */
  private async ringOn(): Promise<void> {
    this.isRinging = true;
    while (this.shouldRingAgain) {
      this.shouldRingAgain = false;
      this.heard(await this.tryRing());
    }
    this.isRinging = false;
  }

  private tryRing(): Promise<boolean> {
    const added = this.queue.add({}, { removeOnComplete: true, removeOnFail: true });
    const late = new Promise<false>((resolve) => {
      setTimeout(() => resolve(false), RING_MS).unref();
    });
    return Promise.race([added.then(() => true), late]).catch(() => false);
  }

  private heard(isHeard: boolean): void {
    if (isHeard !== this.isHeard)
      this.logger.warn(isHeard ? 'Redis is back' : 'Redis is away: workers look every second');
    this.isHeard = isHeard;
  }
}
