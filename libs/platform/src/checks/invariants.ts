import { Injectable } from '@nestjs/common';
import { invariant } from '@cho40/kernel';

/** Something that must always hold, as the question for the rows that break it. */
export interface Invariant {
  /** lib.sentence: `billing.countersEqualSums`. */
  readonly name: string;
  /**
   * A SELECT that gives a row (board_id uuid, row_key text, facts jsonb) per violation. It is run
   * per board, so it sees that board's rows only. No personal data in facts.
   */
  readonly sql: string;
}

/** Each lib registers its own in `onModuleInit`; `verify` runs them. */
@Injectable()
export class Invariants {
  private readonly byName = new Map<string, Invariant>();

  register(added: readonly Invariant[]): void {
    for (const one of added) {
      invariant(!this.byName.has(one.name), 'two invariants of one name', { name: one.name });
      this.byName.set(one.name, one);
    }
  }

  all(): readonly Invariant[] {
    return [...this.byName.values()];
  }
}
