import { page } from '../../root-route';

export const marketRoutes = [
  page('/markets', () => import('./markets-page'), 'MarketsPage'),
  page('/markets/$id', () => import('./market-page'), 'MarketPage'),
] as const;
