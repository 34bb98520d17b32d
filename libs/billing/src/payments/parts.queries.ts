import type { Id } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { PartedPayment } from '../domain/allocate-parts';

/** Whose bills they are; those that the board does not have are left out. */
export function leasesOfBills(tx: Reading, boardId: Id, billIds: readonly Id[]) {
  return tx.sql<{ billId: Id; leaseId: Id }>(
    `select id as "billId", lease_id as "leaseId" from billing.bill
      where board_id = $1 and id = any ($2::uuid[])`,
    [boardId, billIds],
  );
}

/** Everybody whose books the parts of these payments touch, or of payments to these bills. */
export async function leasesInParts(
  tx: Reading,
  boardId: Id,
  of: { readonly paymentIds?: readonly Id[]; readonly billIds?: readonly Id[] },
): Promise<Id[]> {
  const rows = await tx.sql<{ leaseId: Id }>(
    `select unnest(array[b.lease_id, p.lease_id]) as "leaseId"
       from billing.payment_part t
       join billing.bill b on b.board_id = t.board_id and b.id = t.bill_id
       join billing.payment p on p.board_id = t.board_id and p.id = t.payment_id
      where t.board_id = $1 and (t.payment_id = any ($2::uuid[]) or t.bill_id = any ($3::uuid[]))`,
    [boardId, of.paymentIds ?? [], of.billIds ?? []],
  );
  return [...new Set(rows.map(({ leaseId }) => leaseId))];
}

/** Keeps what a person named, before it is given. */
export async function keepParts(
  tx: Tx,
  boardId: Id,
  payments: readonly PartedPayment[],
): Promise<void> {
  const parts = payments.flatMap(({ id, parts: named }) =>
    named.map(({ billId, amount }) => ({ paymentId: id, billId, amount })),
  );
  await tx.sql(
    `insert into billing.payment_part (board_id, payment_id, bill_id, amount)
     select $1, t."paymentId", t."billId", t.amount
       from jsonb_to_recordset($2::jsonb) as t ("paymentId" uuid, "billId" uuid, amount bigint)`,
    [boardId, JSON.stringify(parts)],
  );
}

/** What payments, or lines, were given of another lease's money, and was posted as such. */
export async function splitsOf(
  tx: Reading,
  boardId: Id,
  of: { readonly paymentIds: readonly Id[] } | { readonly lineIds: readonly Id[] },
): Promise<string[]> {
  const asked = 'paymentIds' in of ? [of.paymentIds, []] : [[], of.lineIds];
  const rows = await tx.sql<{ key: string }>(
    `select 'split:' || a.id as key
       from billing.allocation a
       join billing.payment p on p.board_id = a.board_id and p.id = a.payment_id
       join billing.bill_line l on l.board_id = a.board_id and l.id = a.bill_line_id
       join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
      where a.board_id = $1 and a.reverses is null and b.lease_id <> p.lease_id
        and (a.payment_id = any ($2::uuid[]) or a.bill_line_id = any ($3::uuid[]))`,
    [boardId, ...asked],
  );
  return rows.map(({ key }) => key);
}
