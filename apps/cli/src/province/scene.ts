import type { INestApplicationContext } from '@nestjs/common';
import { instantOf, PERMISSIONS, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { SYSTEM_BOARD, systemActor, type Actor, type Database, type Tx } from '@cho40/platform';

/** The province's own clock: it shows the day on which a step happens. */
export class ProvinceClock implements Clock {
  private at = new Date(0);

  now(): Date {
    return this.at;
  }

  /** `time` is Vietnamese wall clock time, `HH:mm:ss`. */
  set(day: BusinessDate, time = '08:00:00'): void {
    this.at = instantOf(day, time);
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
