import { page } from '../../root-route';

export const systemRoutes = [
  page('/users', () => import('./users-page'), 'UsersPage'),
  page('/users/$id', () => import('./user-page'), 'UserPage'),
  page('/jobs', () => import('./dead-jobs-page'), 'DeadJobsPage'),
  page('/deliveries', () => import('./deliveries-page'), 'DeliveriesPage'),
  page('/verify', () => import('./verify-page'), 'VerifyPage'),
  page('/audit', () => import('./audit-page'), 'AuditPage'),
] as const;
