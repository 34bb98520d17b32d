import { page } from '../../root-route';

export const cashRoutes = [
  page('/receipts', () => import('./receipts-page'), 'ReceiptsPage'),
  page('/payment-receipts', () => import('./payment-receipts-page'), 'PaymentReceiptsPage'),
  page('/receipts/new', () => import('./take-cash-page'), 'TakeCashPage'),
  page('/receipts/$id', () => import('./receipt-page'), 'ReceiptPage'),
  page('/shifts', () => import('./shifts-page'), 'ShiftsPage'),
  page('/cash-differences', () => import('./differences-page'), 'DifferencesPage'),
  page('/deposits', () => import('./deposits-page'), 'DepositsPage'),
  page('/safe-counts', () => import('./safe-counts-page'), 'SafeCountsPage'),
  page('/cash-refunds', () => import('./cash-refunds-page'), 'CashRefundsPage'),
  page('/custody', () => import('./custody-page'), 'CustodyPage'),
  page('/phones', () => import('./phones-page'), 'PhonesPage'),
  page('/hand-ins', () => import('./hand-ins-page'), 'HandInsPage'),
] as const;
