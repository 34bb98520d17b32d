import { page } from '../../root-route';

export const marketDayRoutes = [
  page('/market-days', () => import('./market-days-page'), 'MarketDaysPage'),
] as const;
