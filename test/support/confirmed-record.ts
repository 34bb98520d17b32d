import { businessDateOf, type Id } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';
import type { MarketToBill } from './market-to-bill';

export interface MovedMoney {
  readonly content?: string;
  readonly amount?: number;
  readonly direction?: 'in' | 'out';
  readonly bookedAt?: string;
  readonly virtualAccount?: string;
  readonly reference?: string;
  /** Now, without it. */
  readonly confirmedAt?: string;
}

const RECORD = `
  insert into banking.bank_record (board_id, id, account_id, direction, amount, booked_at, booked_on,
    content, counter_account, counter_name, recorded_at, virtual_account,
    reference)
  values ($1, $2, $3, $4, $5, $6, $7, $8, '0123456789', 'NGUYEN THI LAN', $6, $9, $10)`;
const SIGHTING = `
  insert into banking.sighting (board_id, id, record_id, account_id, source, source_id, amount,
    direction, booked_on, content_hash, confirms, seen_at)
  values ($1, $2, $2, $3, 'sepay', $2::uuid::text, $4, $5, $6, '', true, now())`;
const CONFIRMATION = `
  insert into banking.confirmation (board_id, record_id, sighting_id, at)
  values ($1, $2, $2, coalesce($3, now()))`;
const TRANSFER = `
  insert into ledger.transfer (board_id, id, key, debit, credit, amount, on_date, at, reason,
    booked_month)
  values ($1, $2, 'record:' || $2::uuid || ':' || $3, $4, $5, $6, $7, now(), 'bank record',
    to_char($7::date, 'YYYY-MM'))`;

/** A bank record that is believed, as banking leaves it: seen, confirmed, posted. */
export async function confirmedRecord(
  tx: Tx,
  { boardId, accountId }: Pick<MarketToBill, 'boardId' | 'accountId'>,
  money: MovedMoney = {},
): Promise<Id> {
  const { content = '', amount = 100_000, direction = 'in' } = money;
  const at = new Date(money.bookedAt ?? '2026-10-12T10:00:00+07:00');
  const on = businessDateOf(at);
  const id = newId();
  const virtualAccount = money.virtualAccount ?? null;
  await tx.sql(RECORD, [
    boardId,
    id,
    accountId,
    direction,
    amount,
    at,
    on,
    content,
    virtualAccount,
    money.reference ?? null,
  ]);
  await tx.sql(SIGHTING, [boardId, id, accountId, amount, direction, on]);
  await tx.sql(CONFIRMATION, [boardId, id, money.confirmedAt ?? null]);
  const bank = `bank/970436/${boardId.slice(-12).toUpperCase()}`;
  const [debit, credit] =
    direction === 'in' ? [bank, 'unmatched'] : ['outgoing/unclassified', bank];
  await tx.sql(TRANSFER, [boardId, id, direction, debit, credit, amount, on]);
  return id;
}
