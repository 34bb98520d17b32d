import { page } from '../../root-route';

export const marketRoutes = [
  page('/markets', () => import('./markets-page'), 'MarketsPage'),
] as const;
