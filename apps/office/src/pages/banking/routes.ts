import { page } from '../../root-route';

export const bankingRoutes = [
  page('/accounts', () => import('./accounts-page'), 'AccountsPage'),
  page('/statements', () => import('./statements-page'), 'StatementsPage'),
  page('/statements/import', () => import('./import-statement-page'), 'ImportStatementPage'),
  page('/bank-questions', () => import('./questions-page'), 'QuestionsPage'),
  page('/virtual-accounts', () => import('./virtual-accounts-page'), 'VirtualAccountsPage'),
] as const;
