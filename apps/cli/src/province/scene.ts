import { AsyncLocalStorage } from 'node:async_hooks';
import type { INestApplicationContext } from '@nestjs/common';
import {
  instantOf,
  invariant,
  PERMISSIONS,
  type BusinessDate,
  type Clock,
  type Id,
} from '@cho40/kernel';
import { SYSTEM_BOARD, systemActor, type Actor, type Database, type Tx } from '@cho40/platform';

/** The province's own clock: it shows the day on which a step happens, to each step its own. */
export class ProvinceClock implements Clock {
  private readonly steps = new AsyncLocalStorage<{ at: Date }>();

  now(): Date {
    return this.ofStep().at;
  }

  /** `time` is Vietnamese wall clock time, `HH:mm:ss`. */
  set(day: BusinessDate, time = '08:00:00'): void {
    this.ofStep().at = instantOf(day, time);
  }

  /** Gives `work` a clock that nobody else moves. */
  during<T>(work: () => Promise<T>): Promise<T> {
    return this.steps.run({ at: new Date(0) }, work);
  }

  private ofStep(): { at: Date } {
    const step = this.steps.getStore();
    invariant(step !== undefined, 'the clock of the province outside a step');
    return step;
  }
}

/** What the steps act with: the libs' own services, and a clock that they move. */
export interface Scene {
  readonly libs: Pick<INestApplicationContext, 'get'>;
  readonly db: Database;
  readonly clock: Pick<ProvinceClock, 'now' | 'set'>;
}

/** Somebody of the province as the program meets them, with every right over these boards. */
export function person(
  { id, displayName }: { id: Id; displayName: string },
  boards: readonly Id[],
): Actor {
  return {
    userId: id,
    displayName,
    permissions: new Set(PERMISSIONS),
    boards,
    markets: 'all',
  };
}

/** The program itself, for one board's rows and the system's own audit. */
export const programFor = (boardId: Id): Actor => systemActor([boardId, SYSTEM_BOARD]);

/** The same transaction with somebody else acting in it; what it may see stays as it was set. */
export const actingAs = (tx: Tx, actor: Actor): Tx => ({ ...tx, actor });
