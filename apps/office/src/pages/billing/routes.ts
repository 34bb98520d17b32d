import { page } from '../../root-route';

export const billingRoutes = [
  page('/board-runs', () => import('./board-runs-page'), 'BoardRunsPage'),
  page('/bill-runs', () => import('./bill-runs-page'), 'BillRunsPage'),
  page('/bills', () => import('./bills-page'), 'BillsPage'),
  page('/bills/$id', () => import('./bill-page'), 'BillPage'),
  page('/lease-accounts/$id', () => import('./lease-account-page'), 'LeaseAccountPage'),
] as const;
