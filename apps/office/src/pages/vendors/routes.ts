import { page } from '../../root-route';

export const vendorRoutes = [
  page('/vendors', () => import('./vendors-page'), 'VendorsPage'),
  page('/vendors/$id', () => import('./vendor-page'), 'VendorPage'),
] as const;
