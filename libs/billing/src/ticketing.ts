// Tickets of casual sellers: sold, earned on their day, taken back.
import { ticketInvariants } from './tickets/invariants';
import { TicketCourse } from './tickets/ticket-course.service';
import { TicketDays } from './tickets/ticket-days';
import { Tickets } from './tickets/tickets.service';

export const ticketProviders = [TicketCourse, TicketDays, Tickets];
export const ticketingInvariants = ticketInvariants;
