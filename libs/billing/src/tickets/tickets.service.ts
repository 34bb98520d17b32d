import {
  businessDateOf,
  invariant,
  type BusinessDate,
  type Clock,
  type Id,
  type Vnd,
} from '@cho40/kernel';
import { Ledger } from '@cho40/ledger';
import { MarketDays } from '@cho40/markets';
import { CLOCK, type Reading, type Tx } from '@cho40/platform';
import type { PricedTariff } from '@cho40/tariffs';
import { Inject, Injectable } from '@nestjs/common';
import { PaymentCodes } from '../codes/payment-codes.service';
import { isSameTicket, ticketDayProblem, ticketNumber, type TicketContent } from '../domain/ticket';
import { billingError } from '../errors';
import { marketOf } from '../market.queries';
import { tariffsOf } from '../runs/month.queries';
import {
  holdTicketNumbers,
  insertTickets,
  standingTickets,
  type StandingTicket,
  type TicketRow,
} from './new-tickets.queries';
import { saleTransfers } from './ticket-posting';
import { priceTicket, type PriceableTicket } from './ticket-price';

/** A ticket as it is sold, on the day of today. */
export type NewTicket = PriceableTicket & {
  /** Made by whoever sells it: told again, it is the same ticket. */
  readonly id: Id;
  /** Why it is sold for a day on which the market does not meet. */
  readonly offDayReason: string | null;
};

/** A ticket that stands. */
export interface SoldTicket {
  readonly id: Id;
  readonly boardId: Id;
  readonly marketId: Id;
  readonly number: string;
  readonly code: string;
  readonly amount: Vnd;
  readonly outcome: 'sold' | 'already';
}

/** Who sells, by the name of that day; another one than the actor where stubs are typed in later. */
export interface Seller {
  readonly id: Id | null;
  readonly name: string;
}

/** What the tickets of one market are sold on. */
interface Ground {
  readonly boardId: Id;
  readonly marketDays: readonly BusinessDate[] | null;
  readonly tariffs: readonly PricedTariff[];
}

@Injectable()
export class Tickets {
  constructor(
    private readonly marketDays: MarketDays,
    private readonly codes: PaymentCodes,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Numbers tickets in the order they are told, prices each by the tariffs of its own day and posts
   * it; nobody has paid yet. A ticket told again is `already` and takes no number.
   * @throws billing.ticketDiffers when its id stands for other content
   * @throws billing.marketNotFound, ticketDayTooFar, ticketOffMarketDay, noTicketPrice, noPrefix
   */
  async sell(
    tx: Tx,
    tickets: readonly NewTicket[],
    seller: Seller = { id: tx.actor.userId, name: tx.actor.displayName },
  ): Promise<SoldTicket[]> {
    const grounds = await this.groundsOf(tx, tickets);
    const boardIds = new Set([...grounds.values()].map(({ boardId }) => boardId));
    const sold = new Map<Id, SoldTicket>();
    // In one order, so that two who sell for several boards cannot wait for each other.
    for (const boardId of [...boardIds].sort()) {
      const told = tickets.filter(({ marketId }) => grounds.get(marketId)?.boardId === boardId);
      for (const one of await this.sellOfBoard(tx, boardId, told, { grounds, seller }))
        sold.set(one.id, one);
    }
    return tickets.flatMap(({ id }) => sold.get(id) ?? []);
  }

  private async groundsOf(tx: Reading, tickets: readonly NewTicket[]): Promise<Map<Id, Ground>> {
    const today = this.today();
    const grounds = new Map<Id, Ground>();
    for (const marketId of new Set(tickets.map((ticket) => ticket.marketId))) {
      const ofMarket = tickets.filter((ticket) => ticket.marketId === marketId);
      const tooFar = ofMarket.find(
        (ticket) => ticketDayProblem(ticket, today, null) === 'ticketDayTooFar',
      );
      if (tooFar) throw billingError('ticketDayTooFar', { on: tooFar.on });
      grounds.set(marketId, await this.groundOf(tx, marketId, ofMarket));
    }
    return grounds;
  }

  private async groundOf(tx: Reading, marketId: Id, tickets: readonly NewTicket[]) {
    const { boardId } = await marketOf(tx, marketId);
    const days = tickets.map(({ on }) => on).sort();
    const [from, to] = [days[0], days.at(-1)];
    invariant(from !== undefined && to !== undefined, 'a market without tickets', { marketId });
    const run = { boardId, marketIds: [marketId] };
    const tariffs = await tariffsOf(tx, run, { from, to });
    const marketDays = await this.marketDays.between(tx, marketId, from, to);
    return { boardId, marketDays, tariffs: tariffs.get(marketId) ?? [] };
  }

  private async sellOfBoard(
    tx: Tx,
    boardId: Id,
    told: readonly NewTicket[],
    { grounds, seller }: { grounds: ReadonlyMap<Id, Ground>; seller: Seller },
  ): Promise<SoldTicket[]> {
    const year = Number(this.today().slice(0, 4));
    const last = await holdTicketNumbers(tx, boardId, year);
    const stands = await standingTickets(tx, boardId, [...new Set(told.map(({ id }) => id))]);
    refuseOthers(told, stands);
    const isKnown = new Set(stands.map(({ id }) => id));
    const fresh = told.filter(({ id }) => !isKnown.has(id) && isKnown.add(id));
    const codes = await this.codes.mint(
      tx,
      boardId,
      'ticket',
      fresh.map(({ marketId }) => marketId),
    );
    const rows = fresh.map((ticket, at): TicketRow => {
      const ground = grounds.get(ticket.marketId);
      invariant(ground !== undefined, 'a ticket of no market', { id: ticket.id });
      const number = ticketNumber(year, last + at + 1);
      return { ...this.priced(ticket, ground), number, code: codes[at] ?? '' };
    });
    if (rows.length > 0) {
      const now = this.clock.now();
      await insertTickets(tx, boardId, rows, { year, last: last + rows.length, now, seller });
      await this.ledger.post(
        tx,
        rows.flatMap((row) => saleTransfers(boardId, row)),
      );
    }
    return [
      ...rows.map((row) => soldOf(boardId, row, 'sold')),
      ...stands.map((row) => soldOf(boardId, row, 'already')),
    ];
  }

  private priced(ticket: NewTicket, { marketDays, tariffs }: Ground) {
    const issuedOn = this.today();
    const { on, feeType, unit, offDayReason } = ticket;
    const problem = ticketDayProblem(ticket, issuedOn, marketDays);
    if (problem) throw billingError(problem, { on });
    const price = priceTicket(tariffs, ticket);
    if (!price) throw billingError('noTicketPrice', { feeType, unit, on });
    // A reason for a day on which the market meets says nothing.
    const reason = marketDays?.includes(on) ? null : offDayReason;
    const earnedOn = on > issuedOn ? null : issuedOn;
    return { ...ticket, ...price, offDayReason: reason, issuedOn, earnedOn };
  }

  private today(): BusinessDate {
    return businessDateOf(this.clock.now());
  }
}

function refuseOthers(told: readonly NewTicket[], stands: readonly StandingTicket[]): void {
  const known = new Map<Id, TicketContent>(stands.map((ticket) => [ticket.id, ticket]));
  for (const ticket of told) {
    const standing = known.get(ticket.id);
    if (standing && !isSameTicket(ticket, standing))
      throw billingError('ticketDiffers', { id: ticket.id });
    known.set(ticket.id, standing ?? ticket);
  }
}

function soldOf(
  boardId: Id,
  { id, marketId, number, code, amount }: StandingTicket | TicketRow,
  outcome: SoldTicket['outcome'],
): SoldTicket {
  return { id, boardId, marketId, number, code, amount, outcome };
}
