import { Injectable } from '@nestjs/common';

/**
 * Wakes whoever claims jobs. The rows are the truth: a lost ring costs up to a second, a doubled
 * one an empty look.
 */
export interface Bell {
  /** Never waits and never throws: it is called by requests, after COMMIT. */
  ring(): void;
  /** Calls `wake` at each ring, from now until the returned function is called. */
  listen(wake: () => void): () => void;
}

export const BELL = Symbol('bell');

/** The bell of one process. */
@Injectable()
export class OwnBell implements Bell {
  private readonly listeners = new Set<() => void>();

  ring(): void {
    for (const wake of this.listeners) wake();
  }

  listen(wake: () => void): () => void {
    this.listeners.add(wake);
    return () => this.listeners.delete(wake);
  }
}
