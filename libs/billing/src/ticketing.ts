// Tickets of casual sellers: sold, earned on their day, taken back.
import { ticketInvariants } from './tickets/invariants';
import { TicketCourse } from './tickets/ticket-course.service';
import { TicketDesk } from './tickets/ticket-desk.service';
import { TicketDays } from './tickets/ticket-days';
import { TicketsController } from './tickets/tickets.controller';
import { Tickets } from './tickets/tickets.service';

export const ticketControllers = [TicketsController];
export const ticketProviders = [TicketCourse, TicketDays, TicketDesk, Tickets];
export const ticketingInvariants = ticketInvariants;
