import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, newId, type Reading, type Tx } from '@cho40/platform';

/**
 * Makes a claim of each of a board's tickets that still waits for its money, as told by its
 * collector, as of when it was sold; a ticket is claimed once. Gives how many.
 */
export async function insertTicketClaims(
  tx: Tx,
  { boardId, ticketIds, toldBy }: { boardId: Id; ticketIds: readonly Id[]; toldBy: string },
  { now, dueOn }: { readonly now: Date; readonly dueOn: BusinessDate },
): Promise<number> {
  const named = JSON.stringify(ticketIds.map((ticketId) => ({ id: newId(), ticketId })));
  const made = await tx.sql(
    `insert into reconciliation.claim
       (board_id, id, market_id, ticket_id, amount, paid_at, told_by, channel, made_by,
        made_by_name, made_at, due_on)
     select t.board_id, n.id, t.market_id, t.ticket_id, t.amount, t.issued_at, $3, 'shift', $4, $5,
            $6, $7
       from jsonb_to_recordset($2::jsonb) as n (id uuid, "ticketId" uuid)
       join billing.v_ticket t on t.ticket_id = n."ticketId"
      where t.board_id = $1 and t.state = 'waiting'
     on conflict (board_id, ticket_id) where ticket_id is not null do nothing
     returning id`,
    [boardId, named, toldBy, tx.actor.userId, tx.actor.userId && tx.actor.displayName, now, dueOn],
  );
  return made.length;
}

/** Where a ticket within reach stands, and whether it was claimed; undefined out of reach. */
export async function claimableTicket(
  tx: Reading,
  ticketId: Id,
): Promise<{ state: 'waiting' | 'paid' | 'void'; claimId: Id | null } | undefined> {
  const [ticket] = await tx.sql<{ state: 'waiting' | 'paid' | 'void'; claimId: Id | null }>(
    `select t.state, c.id as "claimId"
       from billing.v_ticket t
       left join reconciliation.claim c on c.board_id = t.board_id and c.ticket_id = t.ticket_id
      where t.ticket_id = $1 and ($2::uuid[] is null or t.market_id = any ($2))`,
    [ticketId, marketScope(tx.actor)],
  );
  return ticket;
}

/** Answers the open claims of tickets that records paid: nobody has to look for that money. */
export async function answerPaidTickets(
  tx: Tx,
  boardId: Id,
  recordIds: readonly Id[],
  now: Date,
): Promise<void> {
  if (recordIds.length === 0) return;
  await tx.sql(
    `update reconciliation.claim c
        set state = 'found', record_id = s.record_id, answer = 'Tiền đã về theo mã của phiếu',
            decided_at = $3
       from reconciliation.standing s
       join billing.v_payment p on p.board_id = s.board_id and p.payment_id = s.payment_id
      where s.board_id = $1 and s.record_id = any ($2::uuid[]) and p.ticket_id is not null
        and c.board_id = p.board_id and c.ticket_id = p.ticket_id and c.state = 'open'`,
    [boardId, recordIds, now],
  );
}

/** Answers the open claim of a ticket that needs no transfer any more; gives it, if there is one. */
export async function refuseTicketClaim(
  tx: Tx,
  ticketId: Id,
  answer: string,
  now: Date,
): Promise<{ id: Id; boardId: Id } | undefined> {
  const [claim] = await tx.sql<{ id: Id; boardId: Id }>(
    `update reconciliation.claim
        set state = 'refused', answer = $2, decided_by = $3, decided_by_name = $4, decided_at = $5
      where ticket_id = $1 and state = 'open'
      returning id, board_id as "boardId"`,
    [ticketId, answer, tx.actor.userId, tx.actor.userId && tx.actor.displayName, now],
  );
  return claim;
}
