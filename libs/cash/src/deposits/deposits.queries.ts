import { businessDateOf, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';
import { offsetOf, pageOfRows, type PageQueryDto, type Reading, type Tx } from '@cho40/platform';
import type { NoteCount } from '../domain/notes';

/** A deposit with what the bank shows of it and what is still on the way. */
export interface DepositLine {
  readonly id: Id;
  readonly boardId: Id;
  readonly boardName: string;
  readonly number: string;
  readonly accountId: Id;
  readonly bin: string;
  readonly accountNumber: string;
  readonly holderName: string;
  readonly amount: Vnd;
  readonly notes: readonly NoteCount[];
  readonly carrierName: string;
  readonly cashierName: string;
  readonly leftAt: Date;
  readonly leftOn: BusinessDate;
  readonly recordId: Id | null;
  readonly banked: Vnd | null;
  readonly tiedAt: Date | null;
  readonly tiedByName: string | null;
  readonly returned: Vnd | null;
  readonly returnedAt: Date | null;
  readonly onTheWay: Vnd;
}

export interface DepositFilter extends Pick<PageQueryDto, 'cursor' | 'limit'> {
  readonly boardId?: Id;
  readonly state?: 'on-the-way' | 'settled';
}

/** What is on the way first, then the newest. */
export async function depositPage(tx: Reading, filter: DepositFilter) {
  const rows = await tx.sql<DepositLine & { total: number }>(
    `select d.*, count(*) over () as total
       from cash.v_deposit_line d
      where ($1::uuid is null or d."boardId" = $1)
        and ($2::text is null or (d."onTheWay" > 0) = ($2 = 'on-the-way'))
      order by d."onTheWay" = 0, d."leftAt" desc, d.id desc
      limit $3 offset $4`,
    [filter.boardId ?? null, filter.state ?? null, filter.limit, offsetOf(filter)],
  );
  return pageOfRows(rows, filter);
}

export async function depositOf(tx: Reading, id: Id): Promise<DepositLine | undefined> {
  const [deposit] = await tx.sql<DepositLine>('select * from cash.v_deposit_line where id = $1', [
    id,
  ]);
  return deposit;
}

/** A record that may be the bank's word of a deposit. */
export interface DepositCandidate {
  readonly recordId: Id;
  readonly amount: Vnd;
  readonly bookedOn: BusinessDate;
  readonly reference: string | null;
}

// A deposit is booked on the day it is brought or within the next days; weekends and Tết included.
const CANDIDATES = `
  select r.record_id as "recordId", r.amount, r.booked_on as "bookedOn", r.reference
    from cash.deposit d
    join banking.v_bank_record r on r.board_id = d.board_id and r.account_id = d.account_id
    join reconciliation.v_standing s on s.board_id = r.board_id and s.record_id = r.record_id
   where d.id = $1 and s.state = 'unmatched' and r.direction = 'in'
     and ($2::uuid is null or r.record_id = $2)
     and ($2::uuid is not null or r.booked_on between d.left_on - 1 and d.left_on + 14)
   order by abs(r.amount - d.amount), r.booked_on, r.record_id
   limit 20`;

/** Unmatched money on a deposit's account around its day, the nearest sum first. */
export function candidatesOf(
  tx: Reading,
  depositId: Id,
  recordId: Id | null = null,
): Promise<DepositCandidate[]> {
  return tx.sql<DepositCandidate>(CANDIDATES, [depositId, recordId]);
}

/** Accounts that cash of a board may be brought to: payers may be told of them too. */
export interface DepositAccount {
  readonly accountId: Id;
  readonly bin: string;
  readonly number: string;
  readonly holderName: string;
}

export function depositAccounts(tx: Reading, boardId: Id, now: Date): Promise<DepositAccount[]> {
  return tx.sql<DepositAccount>(
    `select account_id as "accountId", bin, number, holder_name as "holderName"
       from banking.v_payable_account
      where board_id = $1 and live_at <= $2 and (closed_on is null or closed_on > $3)
      order by number`,
    [boardId, now, businessDateOf(now)],
  );
}

/** An account of the board, and whether cash may be brought to it now. */
export async function ownAccount(
  tx: Reading,
  boardId: Id,
  accountId: Id,
  now: Date,
): Promise<{ number: string; isLive: boolean } | undefined> {
  const [account] = await tx.sql<{ number: string; isLive: boolean }>(
    `select number,
            coalesce(live_at <= $3 and (closed_on is null or closed_on > $4), false) as "isLive"
       from banking.v_receiving_account
      where board_id = $1 and account_id = $2`,
    [boardId, accountId, now, businessDateOf(now)],
  );
  return account;
}

interface DepositRow {
  readonly boardId: Id;
  readonly id: Id;
  readonly number: string;
  readonly accountId: Id;
  readonly amount: Vnd;
  readonly notes: readonly NoteCount[];
  readonly carrierName: string;
  readonly cashier: { readonly id: Id; readonly name: string };
}

export async function insertDeposit(
  tx: Tx,
  row: DepositRow,
  left: { at: Date; on: BusinessDate },
): Promise<void> {
  const { boardId, id, number, accountId, amount, notes, carrierName, cashier } = row;
  await tx.sql(
    `insert into cash.deposit (board_id, id, number, account_id, amount, notes, carrier_name,
       cashier_id, cashier_name, left_at, left_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      boardId,
      id,
      number,
      accountId,
      amount,
      JSON.stringify(notes),
      carrierName.trim(),
      cashier.id,
      cashier.name,
      left.at,
      left.on,
    ],
  );
}

export interface TieRow {
  readonly boardId: Id;
  readonly id: Id;
  readonly depositId: Id;
  readonly recordId: Id;
  readonly amount: Vnd;
  readonly key: string;
  readonly by: { readonly id: Id; readonly name: string };
}

export async function insertTie(tx: Tx, tie: TieRow, at: Date): Promise<void> {
  const { boardId, id, depositId, recordId, amount, key, by } = tie;
  await tx.sql(
    `insert into cash.deposit_tie (board_id, id, deposit_id, record_id, amount, key, tied_by,
       tied_by_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [boardId, id, depositId, recordId, amount, key, by.id, by.name, at],
  );
}

/** Ends the live tie of a deposit, and gives it. */
export async function endTie(
  tx: Tx,
  depositId: Id,
  { at, byName }: { at: Date; byName: string },
): Promise<Pick<TieRow, 'recordId' | 'amount' | 'key'> | undefined> {
  const [tie] = await tx.sql<Pick<TieRow, 'recordId' | 'amount' | 'key'>>(
    `update cash.deposit_tie set untied_at = $2, untied_by_name = $3
      where deposit_id = $1 and untied_at is null
      returning record_id as "recordId", amount, key`,
    [depositId, at, byName],
  );
  return tie;
}

export async function insertReturn(
  tx: Tx,
  { boardId, id, onTheWay }: Pick<DepositLine, 'boardId' | 'id' | 'onTheWay'>,
  by: { id: Id; name: string; reason: string; at: Date },
): Promise<void> {
  await tx.sql(
    `insert into cash.deposit_return (board_id, deposit_id, amount, cashier_id, cashier_name,
       reason, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [boardId, id, onTheWay, by.id, by.name, by.reason.trim(), by.at],
  );
}
