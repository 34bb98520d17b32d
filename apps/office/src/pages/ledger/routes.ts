import { page } from '../../root-route';

export const ledgerRoutes = [
  page('/trial-balance', () => import('./trial-balance-page'), 'TrialBalancePage'),
  page('/account-statement', () => import('./account-statement-page'), 'AccountStatementPage'),
  page('/money-flow', () => import('./money-flow-page'), 'MoneyFlowPage'),
] as const;
