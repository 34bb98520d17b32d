import { page } from '../../root-route';

export const claimRoutes = [
  page('/claims', () => import('./claims-page'), 'ClaimsPage'),
  page('/claims/$id', () => import('./claim-page'), 'ClaimPage'),
] as const;
