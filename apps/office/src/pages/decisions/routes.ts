import { page } from '../../root-route';

export const decisionRoutes = [
  page('/decisions', () => import('./decisions-page'), 'DecisionsPage'),
  page('/decisions/$id', () => import('./decision-page'), 'DecisionPage'),
] as const;
