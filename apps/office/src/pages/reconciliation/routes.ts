import { page } from '../../root-route';

export const reconciliationRoutes = [
  page('/workbench', () => import('./bank-records-page'), 'BankRecordsPage'),
  page('/workbench/$id', () => import('./bank-record-page'), 'BankRecordPage'),
] as const;
