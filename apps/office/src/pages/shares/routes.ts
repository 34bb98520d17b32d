import { page } from '../../root-route';

export const shareRoutes = [page('/shares', () => import('./shares-page'), 'SharesPage')] as const;
