import { page } from '../../root-route';

export const reconciliationRoutes = [
  page('/workbench', () => import('./bank-records-page'), 'BankRecordsPage'),
  page('/workbench/queue', () => import('./queue-page'), 'QueuePage'),
  page('/workbench/rules', () => import('./rules-page'), 'RulesPage'),
  page('/workbench/payers', () => import('./payers-page'), 'PayersPage'),
  page('/workbench/$id', () => import('./bank-record-page'), 'BankRecordPage'),
  page('/refunds', () => import('./refunds-page'), 'RefundsPage'),
  page('/refunds/$id', () => import('./refund-page'), 'RefundPage'),
] as const;
