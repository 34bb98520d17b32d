/** What is no longer true after a ticket was sold, paid or taken back. */
export const STALE_TICKETS = [
  '/api/v1/tickets',
  '/api/v1/tickets/{id}',
  '/api/v1/tickets/{id}/qr',
  '/api/v1/ticket-sums',
  '/api/v1/cash/in-hand',
  '/api/v1/cash/today',
  '/api/v1/shifts',
];
/** … after stubs of a book went from one hand to another. */
export const STALE_BOOKS = [...STALE_TICKETS, '/api/v1/ticket-books', '/api/v1/ticket-books/{id}'];
