import { page } from '../../root-route';

export const leaseRoutes = [
  page('/leases', () => import('./leases-page'), 'LeasesPage'),
  page('/leases/$id', () => import('./lease-page'), 'LeasePage'),
] as const;
