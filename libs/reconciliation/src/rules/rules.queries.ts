import type { Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { Rule } from '../domain/rule';

/** The rules of a board that are switched on. */
export function rulesOn(tx: Reading, boardId: Id): Promise<Rule[]> {
  return tx.sql<Rule>(
    `select direction, plain_words as "plainWords",
            encode(account_print, 'hex') as "accountPrint", class
       from reconciliation.rule
      where board_id = $1 and on_at is not null and off_at is null`,
    [boardId],
  );
}
