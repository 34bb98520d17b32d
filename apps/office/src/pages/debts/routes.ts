import { page } from '../../root-route';

export const debtRoutes = [
  page('/arrears', () => import('./arrears-page'), 'ArrearsPage'),
  page('/lease-statements/$id', () => import('./lease-statement-page'), 'LeaseStatementPage'),
  page('/debt-papers', () => import('./debt-papers-page'), 'DebtPapersPage'),
  page('/reminders', () => import('./reminders-page'), 'RemindersPage'),
  page('/journals', () => import('./journals-page'), 'JournalsPage'),
] as const;
