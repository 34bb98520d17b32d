import { page } from '../../root-route';

export const leaseTransferRoutes = [
  page('/lease-transfers', () => import('./lease-transfers-page'), 'LeaseTransfersPage'),
] as const;
