// Money of tickets: sold on the spot, waited for, taken back; and the paper books they come in.
import { ticketBookInvariants } from './ticket-books/invariants';
import { StubsOfTickets } from './ticket-books/stubs-of-tickets.service';
import { TicketBooksController } from './ticket-books/ticket-books.controller';
import { TicketBooks } from './ticket-books/ticket-books.service';
import { ticketCashInvariants } from './tickets/invariants';
import { TicketSalesController } from './tickets/ticket-sales.controller';
import { TicketSales } from './tickets/ticket-sales.service';
import { TicketTakings } from './tickets/ticket-takings.service';

export const ticketControllers = [TicketBooksController, TicketSalesController];
export const ticketProviders = [StubsOfTickets, TicketBooks, TicketSales, TicketTakings];
export const ticketInvariants = [...ticketCashInvariants, ...ticketBookInvariants];
