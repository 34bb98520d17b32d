import { account, type Account, type NewTransfer } from '@cho40/ledger';
import { vnd, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';

/** What a ticket's side in the books depends on. */
export interface PostedTicket {
  readonly id: Id;
  readonly number: string;
  readonly feeType: string;
  readonly amount: Vnd;
  readonly taxAmount: Vnd;
  readonly isPassThrough: boolean;
  /** When its money became the board's; null: it was sold for a later day. */
  readonly earnedOn: BusinessDate | null;
  readonly issuedOn: BusinessDate;
}

const isPrepaid = ({ earnedOn, issuedOn }: PostedTicket) => earnedOn !== issuedOn;

/** Every key under which a ticket stands in the books so far. */
export function ticketKeys(ticket: PostedTicket): string[] {
  const sold = isPrepaid(ticket) ? [saleKey(ticket)] : [];
  return [...sold, ...(ticket.earnedOn === null ? [] : earningKeys(ticket))];
}

/** A ticket as the ledger gets it on the day of sale: earned at once, or held for its day. */
export function saleTransfers(boardId: Id, ticket: PostedTicket): NewTransfer[] {
  const { number: reason, amount, issuedOn: on } = ticket;
  const debit = account.receivableOfTickets();
  if (!isPrepaid(ticket)) return earnings(boardId, ticket, debit, on);
  const key = saleKey(ticket);
  return [{ boardId, key, debit, credit: account.prepaidTickets(), amount, on, reason }];
}

/** A ticket that was sold for a later day, when that day has come. */
export function dayTransfers(boardId: Id, ticket: PostedTicket, on: BusinessDate): NewTransfer[] {
  return earnings(boardId, ticket, account.prepaidTickets(), on);
}

function earnings(
  boardId: Id,
  ticket: PostedTicket,
  debit: Account,
  on: BusinessDate,
): NewTransfer[] {
  const { number: reason, feeType, amount, taxAmount, isPassThrough } = ticket;
  const fee = isPassThrough ? account.passThrough(feeType) : account.revenue('ticket');
  return earningKeys(ticket).map((key) => {
    const isTax = key.endsWith(':tax');
    const credit = isTax ? account.tax() : fee;
    const part = isTax ? taxAmount : vnd(amount - taxAmount);
    return { boardId, key, debit, credit, amount: part, on, reason };
  });
}

const saleKey = ({ id }: PostedTicket) => `ticket:${id}`;

// The VAT stands apart; what costs nothing is not posted.
function earningKeys(ticket: PostedTicket): string[] {
  const key = isPrepaid(ticket) ? `${saleKey(ticket)}:day` : saleKey(ticket);
  const { amount, taxAmount } = ticket;
  return [...(amount > taxAmount ? [key] : []), ...(taxAmount > 0 ? [`${key}:tax`] : [])];
}
