import { page } from '../../root-route';

export const settlementRoutes = [
  page('/settlements', () => import('./settlements-page'), 'SettlementsPage'),
  page('/settlements/import', () => import('./import-report-page'), 'ImportReportPage'),
  page('/settlements/$id', () => import('./batch-page'), 'BatchPage'),
] as const;
