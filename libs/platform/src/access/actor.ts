import type { Id, Permission } from '@cho40/kernel';

/** The system's own acts are audited under this board; no market belongs to it. */
export const SYSTEM_BOARD = '00000000-0000-0000-0000-000000000000' as Id;

/**
 * Who acts, and how far the right they act under reaches. For a request it is made by the guard
 * from the grants that hold the route's permission, so the boards are those of *this* right.
 */
export interface Actor {
  /** null: the program itself (a job, the seed, the command line). */
  readonly userId: Id | null;
  readonly displayName: string;
  readonly permissions: ReadonlySet<Permission>;
  /** The boards whose rows this transaction may see: the scope of row-level security. */
  readonly boards: readonly Id[];
  /** Markets within those boards; 'all' unless the grant names single markets or a unit. */
  readonly markets: 'all' | readonly Id[];
}

/** The program acting for one or more boards: jobs, schedules, seed, command line. */
export function systemActor(boards: readonly Id[]): Actor {
  return {
    userId: null,
    displayName: 'system',
    permissions: new Set(),
    boards,
    markets: 'all',
  };
}
