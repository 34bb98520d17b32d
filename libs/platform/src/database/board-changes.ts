import { Injectable } from '@nestjs/common';
import type { Id } from '@cho40/kernel';

/**
 * The boards that this process wrote to, for verify's look every five minutes. Kept in memory and
 * written down once a minute: a row per write would make one board's writers wait for each other.
 * What a killed process forgets, the nightly look covers.
 */
@Injectable()
export class BoardChanges {
  private readonly boards = new Set<Id>();

  note(boards: readonly Id[]): void {
    for (const board of boards) this.boards.add(board);
  }

  /** The boards noted since the last time. */
  take(): Id[] {
    const taken = [...this.boards];
    this.boards.clear();
    return taken;
  }
}
