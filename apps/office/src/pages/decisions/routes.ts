import { page } from '../../root-route';

export const decisionRoutes = [
  page('/decisions', () => import('./decisions-page'), 'DecisionsPage'),
] as const;
