import { page } from '../../root-route';

export const closingRoutes = [
  page('/periods', () => import('./periods-page'), 'PeriodsPage'),
  page('/periods/$month', () => import('./period-page'), 'PeriodPage'),
  page('/cash-book', () => import('./cash-book-page'), 'CashBookPage'),
] as const;
