import { page } from '../../root-route';

export const ticketRoutes = [
  page('/tickets', () => import('./tickets-page'), 'TicketsPage'),
  page('/tickets/sell', () => import('./sell-tickets-page'), 'SellTicketsPage'),
  page('/tickets/$id', () => import('./ticket-page'), 'TicketPage'),
  page('/ticket-books', () => import('./ticket-books-page'), 'TicketBooksPage'),
  page('/ticket-books/$id', () => import('./ticket-book-page'), 'TicketBookPage'),
] as const;
