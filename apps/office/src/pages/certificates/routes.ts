import { page } from '../../root-route';

export const certificateRoutes = [
  page('/certificates', () => import('./certificates-page'), 'CertificatesPage'),
] as const;
