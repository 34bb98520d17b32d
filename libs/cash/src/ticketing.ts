// Money of tickets: sold on the spot, waited for, taken back.
import { ticketCashInvariants } from './tickets/invariants';
import { TicketSalesController } from './tickets/ticket-sales.controller';
import { TicketSales } from './tickets/ticket-sales.service';
import { TicketTakings } from './tickets/ticket-takings.service';

export const ticketControllers = [TicketSalesController];
export const ticketProviders = [TicketSales, TicketTakings];
export const ticketInvariants = ticketCashInvariants;
