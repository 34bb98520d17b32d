import { page } from '../../root-route';

export const stallMapRoutes = [
  page('/stall-map', () => import('./stall-map-page'), 'StallMapPage'),
  page('/stall-map/import', () => import('./import-map-page'), 'ImportMapPage'),
] as const;
