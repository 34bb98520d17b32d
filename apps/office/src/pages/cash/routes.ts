import { page } from '../../root-route';

export const cashRoutes = [
  page('/receipts', () => import('./receipts-page'), 'ReceiptsPage'),
  page('/receipts/new', () => import('./take-cash-page'), 'TakeCashPage'),
  page('/receipts/$id', () => import('./receipt-page'), 'ReceiptPage'),
  page('/hand-ins', () => import('./hand-ins-page'), 'HandInsPage'),
] as const;
