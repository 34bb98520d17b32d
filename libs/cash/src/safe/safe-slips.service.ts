import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';

/** What money came into the safe or left it for. */
export type SlipPurpose =
  | 'hand-in'
  | 'surplus'
  | 'paid-back'
  | 'given-back'
  | 'deposit'
  | 'deposit-untied'
  | 'count-short'
  | 'count-over'
  | 'refund'
  | 'refund-back';

/** One movement of the safe, for which a slip is written: in a phiếu thu, out a phiếu chi. */
export interface NewSlip {
  readonly boardId: Id;
  readonly kind: 'in' | 'out';
  /** The ledger's key of the movement: one movement has one slip. */
  readonly key: string;
  readonly amount: Vnd;
  /** Who brought or took the money. */
  readonly personName: string;
  readonly cashierName: string;
  readonly purpose: SlipPurpose;
  readonly on: BusinessDate;
  readonly at: Date;
}

const NUMBER = `
  insert into cash.slip_counter as c (board_id, kind, year, last)
  values ($1, $2, extract(year from $3::date), 1)
  on conflict (board_id, kind, year) do update set last = c.last + 1
  returning last`;

const INSERT = `
  insert into cash.safe_slip (board_id, id, kind, number, key, amount, person_name, cashier_name,
    purpose, on_date, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

// Its own series: the collectors' receipts are PT, these are quỹ thu and quỹ chi.
const SERIES = { in: 'QT', out: 'QC' } as const;

/** Numbers without gaps per board, kind and year, as the cash book lists them. */
@Injectable()
export class SafeSlips {
  async issue(tx: Tx, slip: NewSlip): Promise<void> {
    const { boardId, kind, key, amount, personName, cashierName, purpose, on, at } = slip;
    const [counter] = await tx.sql<{ last: number }>(NUMBER, [boardId, kind, on]);
    const serial = String(counter?.last).padStart(5, '0');
    const number = `${SERIES[kind]}-${on.slice(0, 4)}-${serial}`;
    const row = [boardId, newId(), kind, number, key, amount, personName, cashierName];
    await tx.sql(INSERT, [...row, purpose, on, at]);
  }
}
