import {
  businessDate,
  vnd,
  type BusinessDate,
  type Clock,
  type Id,
  type Paper,
  type PaperSize,
} from '@cho40/kernel';
import { MarketDays } from '@cho40/markets';
import { CLOCK, type Page, type Reading } from '@cho40/platform';
import { priceWords, whom } from '@cho40/tariffs';
import { qrMatrix } from '@cho40/vietqr';
import { Inject, Injectable } from '@nestjs/common';
import type { BillQrDto } from '../bills/bill.dto';
import { qrOf } from '../bills/bill-qr';
import { payToOf, type PayTo } from '../bills/bills.queries';
import { ticketPaper, type PrintedTicket } from '../domain/ticket-paper';
import { billingError } from '../errors';
import { marketOf } from '../market.queries';
import type { TicketDto, TicketKindsDto, TicketSumsDto } from './ticket.dto';
import { findTickets, sumTickets, ticketKinds, type TicketFilter } from './tickets.queries';

const AT_ONCE = 50;

/** Tickets as people read, show and print them. */
@Injectable()
export class TicketDesk {
  constructor(
    private readonly marketDays: MarketDays,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(tx: Reading, filter: TicketFilter): Promise<Page<TicketDto>> {
    return findTickets(tx, filter);
  }

  sums(tx: Reading, filter: TicketFilter): Promise<TicketSumsDto> {
    return sumTickets(tx, filter);
  }

  /** Tickets in the order in which they are named. @throws billing.ticketNotFound */
  async getAll(tx: Reading, ids: readonly Id[]): Promise<TicketDto[]> {
    const { items } = await findTickets(tx, { ids, limit: ids.length });
    const byId = new Map(items.map((ticket) => [ticket.id, ticket]));
    return ids.map((id) => {
      const ticket = byId.get(id);
      if (!ticket) throw billingError('ticketNotFound', { id });
      return ticket;
    });
  }

  /** @throws billing.ticketNotFound */
  async get(tx: Reading, id: Id): Promise<TicketDto> {
    const [ticket] = await this.getAll(tx, [id]);
    if (!ticket) throw billingError('ticketNotFound', { id });
    return ticket;
  }

  /** What a market sells tickets by on a day. @throws billing.marketNotFound */
  async kinds(tx: Reading, marketId: Id, on: BusinessDate): Promise<TicketKindsDto> {
    const market = await marketOf(tx, marketId);
    const days = await this.marketDays.between(tx, marketId, on, on);
    const isMarketDay = days && days.length > 0;
    return { isMarketDay, kinds: await ticketKinds(tx, market, on) };
  }

  /**
   * The VietQR that pays a ticket, to the đồng; its code names the ticket.
   * @throws billing.ticketNotFound, ticketVoid, ticketPaid, noReceivingAccount
   */
  async qr(tx: Reading, id: Id): Promise<BillQrDto> {
    const ticket = await this.get(tx, id);
    if (ticket.state === 'void') throw billingError('ticketVoid', { number: ticket.number });
    if (ticket.state === 'paid') throw billingError('ticketPaid');
    const payTo = await payToOf(tx, id, this.clock.now());
    if (!payTo) throw billingError('noReceivingAccount', { market: ticket.marketName });
    return ticketQrOf(ticket, payTo);
  }

  /** Slips of tickets; those that wait for the bank carry their QR. @throws billing.ticketNotFound */
  async papers(tx: Reading, ids: readonly Id[], size: PaperSize): Promise<Paper[]> {
    const tickets = await this.getAll(tx, ids.slice(0, AT_ONCE));
    const papers: Paper[] = [];
    for (const ticket of tickets) {
      const payTo = ticket.state === 'waiting' ? await payToOf(tx, ticket.id, this.now()) : null;
      papers.push(ticketPaper(await printedOf(ticket, payTo), size));
    }
    return papers;
  }

  private now(): Date {
    return this.clock.now();
  }
}

function ticketQrOf({ code, amount, number }: TicketDto, payTo: PayTo): BillQrDto {
  return qrOf({ code, amount, words: [`PN ${number.slice(-6)}`] }, payTo);
}

async function printedOf(ticket: TicketDto, payTo: PayTo | null): Promise<PrintedTicket> {
  const { number, boardName, marketName, decisionNumber, issuedByName, state, paidBy } = ticket;
  const { description, isRoofed, goodsGroup, carrier } = ticket;
  const factors = { isRoofed, goodsGroup, carrier, ...OF_A_STALL };
  const qr = payTo && ticketQrOf(ticket, payTo);
  const said = { number, boardName, marketName, decisionNumber, issuedByName, state, paidBy };
  return {
    ...said,
    on: businessDate(ticket.on),
    amount: vnd(ticket.amount),
    taxAmount: vnd(ticket.taxAmount),
    words: [whom({ description, tierFrom: 0, ...factors })],
    sum: sumWords(ticket),
    qr: qr && { matrix: await qrMatrix(qr.payload), purpose: qr.purpose },
  };
}

// What a stall has and a casual seller has not.
const OF_A_STALL = { openSides: null, isCorner: null, rowGrade: null, priceClass: null };

function sumWords({ areaM2, count, unit, unitPrice }: TicketDto): string {
  const area = areaM2 === null ? '' : `${areaM2.toLocaleString('vi')} m² × `;
  const stubs = count === 1 ? '' : `${count} phiếu × `;
  return stubs + area + priceWords({ unit, price: vnd(unitPrice) });
}
