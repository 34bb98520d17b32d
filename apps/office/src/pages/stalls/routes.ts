import { page } from '../../root-route';

export const stallRoutes = [
  page('/stalls', () => import('./stalls-page'), 'StallsPage'),
  page('/stalls/$id', () => import('./stall-page'), 'StallPage'),
  page('/stall-successions', () => import('./successions-page'), 'SuccessionsPage'),
] as const;
