import { page } from '../../root-route';

export const moveInRoutes = [
  page('/move-in', () => import('./move-in-page'), 'MoveInPage'),
  page('/comparison', () => import('./comparison-page'), 'ComparisonPage'),
] as const;
