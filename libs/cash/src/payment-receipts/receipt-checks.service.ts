import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { readCheckCode } from '../domain/check-code';

/** What whoever holds a receipt may know of it: nobody's name, no stall, no account. */
export interface CheckedReceipt {
  readonly kind: 'cash' | 'bank';
  readonly number: string;
  readonly boardName: string;
  readonly amount: Vnd;
  readonly on: BusinessDate;
  /** When its payment was taken back; null: it stands. */
  readonly undoneAt: Date | null;
}

/** Tells whether a receipt is one of ours, to anybody who holds its code. */
@Injectable()
export class ReceiptChecks {
  /** Whose receipt a typed or scanned code is of; null for every code that is nobody's. */
  async boardOf(tx: Reading, typed: string): Promise<Id | null> {
    const code = readCheckCode(typed);
    if (!code) return null;
    const [found] = await tx.sql<{ boardId: Id | null }>(
      'select cash.board_of_check_code($1) as "boardId"',
      [code],
    );
    return found?.boardId ?? null;
  }

  /** The receipt, read within its own board. */
  async of(tx: Reading, typed: string): Promise<CheckedReceipt | null> {
    const [receipt] = await tx.sql<CheckedReceipt>(
      `select kind, number, "boardName", amount, "on", "undoneAt"
         from cash.v_checked_receipt where "checkCode" = $1`,
      [readCheckCode(typed)],
    );
    return receipt ?? null;
  }
}
